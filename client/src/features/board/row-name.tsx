import { MeasureLink } from '../measure/measure-link.tsx';
import type { RowModel } from './board-row.ts';
import styles from './row-name.module.css';

interface RowNameProps {
  row: RowModel;
  /** Release in the address, kept on the way. */
  pinned: string | undefined;
}

/** A measure's name as the way to its page, what it counts, and what its figures cover where that differs. */
export const RowName = ({ row, pinned }: RowNameProps) => (
  <>
    <MeasureLink metric={row.metric} search={row.search} pinned={pinned} className={styles.name}>
      {row.label}
    </MeasureLink>
    <span className={styles.detail}>
      {row.detail}
      {row.note && <> · {row.note}</>}
    </span>
  </>
);
