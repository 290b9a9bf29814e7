import type { StripCell, StripRow } from '../../api/types.ts';
import { HollowMark } from '../../charts/hollow-mark.tsx';
import { SignalMark } from '../../charts/signal-mark.tsx';
import { toneOfFlag } from '../../charts/signal-tone.ts';
import styles from './strip.module.css';
import { shapeStrip } from './strip-model.ts';

/**
 * Where an area stands: grey is the 99.8% range chance gives an area of its size, the centre is the other areas, right
 * is the direction the force has recorded. Filled beyond 99.8%, hollow beyond 95%. The words beside it say the same.
 */
export function Strip({ row, cell }: { row: StripRow; cell: StripCell }) {
  const shape = shapeStrip(row, cell);
  if (!shape) return <span className={styles.none}>{shortReason(cell)}</span>;
  const tone = toneOfFlag(cell.flag);
  return (
    <svg className={styles.strip} viewBox="0 0 86 16" aria-hidden="true">
      <rect className={styles.range} x={shape.from} y="3" width={shape.to - shape.from} height="10" />
      <line className={styles.centre} x1="43" x2="43" y1="1" y2="15" />
      {cell.beyond === 0.998 && tone && <SignalMark x={shape.mark} y={8} size={4} tone={tone} />}
      {cell.beyond === 0.95 && <HollowMark x={shape.mark} y={8} size={3.4} tone={shape.shape} />}
      {(cell.beyond === null || (cell.beyond === 0.998 && !tone)) && (
        <circle className={styles.point} cx={shape.mark} cy="8" r="2.8" />
      )}
    </svg>
  );
}

const reasons: Readonly<Record<string, string>> = {
  'not-collected': 'not by area',
  'too-few': 'too few',
  'no-cases': 'no cases',
  'no-population': 'no population',
  'no-other-areas': 'no others',
  'data-quality': 'data quality',
};

const shortReason = ({ flag }: StripCell) => reasons[flag.absent ?? ''] ?? 'not compared';
