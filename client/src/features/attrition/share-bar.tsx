import { partFill } from './parts.ts';
import styles from './share-bar.module.css';

const box = { width: 120, height: 8 };

interface ShareBarProps {
  part: string;
  /** Fraction of the whole row. */
  value: number;
  interval?: { lower: number | null; upper: number | null } | undefined;
}

/** A share to scale, every column alike, with its interval as a line. Decoration: the figure stands above it. */
export const ShareBar = ({ part, value, interval }: ShareBarProps) => (
  <svg className={styles.bar} width={box.width} height={box.height} aria-hidden="true">
    {part === 'not-yet-assigned' ? (
      <rect
        className={styles.open}
        x="0.5"
        y="1.5"
        width={Math.max(1, value * box.width - 1)}
        height={box.height - 3}
      />
    ) : (
      <rect y="1" width={value * box.width} height={box.height - 2} fill={partFill[part]} />
    )}
    {interval?.lower != null && interval.upper != null && (
      <line
        className={styles.interval}
        x1={interval.lower * box.width}
        x2={interval.upper * box.width}
        y1={box.height / 2}
        y2={box.height / 2}
      />
    )}
  </svg>
);
