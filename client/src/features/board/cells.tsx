import { SignalMark } from '../../charts/signal-mark.tsx';
import { Absent } from '../../ui/absent.tsx';
import type { AreaCell, ChangeCell, FigureCell, RowModel } from './board-row.ts';
import styles from './cells.module.css';

/** A figure to the eye and in words to a screen reader. `unit` stands in a slot of its own, so digits align. */
export function Figure({ cell, unit }: { cell: FigureCell; unit?: string }) {
  if (cell.text === null) return <Absent reason={cell.absent} />;
  return (
    <>
      <span aria-hidden="true" className={unit === undefined ? undefined : styles.withUnit}>
        <span>
          {cell.text}
          {cell.marks && <span className={styles.marks}> {cell.marks}</span>}
        </span>
        {unit !== undefined && <span className={styles.unit}>{unit}</span>}
      </span>
      <span className="visually-hidden">{cell.words}</span>
    </>
  );
}

/** An area's figure; tinted, marked and heavier only where it differs from the other areas beyond chance. */
export function AreaFigure({ cell }: { cell: AreaCell }) {
  if (!cell.tone) return <Figure cell={cell} />;
  return (
    <span className={`${styles.flag} ${styles[cell.tone]}`} title={cell.flagWords}>
      <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
        <SignalMark x={4.5} y={4.5} size={3.2} tone={cell.tone} />
      </svg>
      <Figure cell={cell} />
    </span>
  );
}

/** A difference in plain ink: alone it is usually noise. */
export const ChangeFigure = ({ change }: { change: ChangeCell }) => (
  <>
    <span aria-hidden="true" title={change.words}>
      {change.text === 'not comparable' ? (
        <span className={styles.notComparable}>not comparable</span>
      ) : (
        change.text
      )}
    </span>
    <span className="visually-hidden">{change.words}</span>
  </>
);

export const TargetFigure = ({ target }: { target: RowModel['target'] }) =>
  target ? (
    <>
      <span aria-hidden="true">{target.text}</span>
      <span className="visually-hidden">{target.words}</span>
    </>
  ) : (
    <>
      <span aria-hidden="true" className="muted">
        –
      </span>
      <span className="visually-hidden">no target</span>
    </>
  );
