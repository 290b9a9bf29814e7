import styles from './hollow-mark.module.css';
import type { Tone } from './signal-tone.ts';

interface HollowMarkProps {
  x: number;
  y: number;
  /** Half its height. */
  size: number;
  /** Shape only: a hollow mark claims nothing, so it takes no colour. A circle unless given. */
  tone?: Tone | undefined;
}

/** A point that no rule marks: hollow, in plain ink, in the shape its side would have. */
export function HollowMark({ x, y, size, tone = 'better' }: HollowMarkProps) {
  if (tone === 'better') return <circle className={styles.hollow} cx={x} cy={y} r={size} />;
  if (tone === 'shift')
    return <rect className={styles.hollow} x={x - size} y={y - size} width={2 * size} height={2 * size} />;
  const reach = size * 1.3;
  return (
    <path
      className={styles.hollow}
      d={`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`}
    />
  );
}
