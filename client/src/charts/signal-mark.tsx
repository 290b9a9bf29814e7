import styles from './signal-mark.module.css';
import type { Tone } from './signal-tone.ts';

interface SignalMarkProps {
  x: number;
  y: number;
  /** Half its height. */
  size: number;
  tone: Tone;
}

/** A point that a rule marks: circle better, diamond worse, square shift. */
export function SignalMark({ x, y, size, tone }: SignalMarkProps) {
  if (tone === 'better') return <circle className={styles.better} cx={x} cy={y} r={size} />;
  if (tone === 'shift')
    return <rect className={styles.shift} x={x - size} y={y - size} width={2 * size} height={2 * size} />;
  const reach = size * 1.3;
  return (
    <path
      className={styles.worse}
      d={`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`}
    />
  );
}
