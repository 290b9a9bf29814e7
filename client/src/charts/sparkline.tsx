import { SignalMark } from './signal-mark.tsx';
import styles from './sparkline.module.css';
import { type SparkInput, shapeSparkline } from './sparkline-model.ts';

const small = { width: 164, height: 36 };

interface SparklineProps extends SparkInput {
  box?: { width: number; height: number };
}

/** A small line of up to 24 months. Decoration: the words beside it carry the figures. */
export function Sparkline({ box = small, ...input }: SparklineProps) {
  const shape = shapeSparkline(input, box);
  return (
    <svg className={styles.spark} viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
      {shape.bands.map(({ x, y, width, height, meanY }) => (
        <g key={x}>
          <rect className={styles.band} x={x} y={y} width={width} height={height} />
          <line className={styles.mean} x1={x} x2={x + width} y1={meanY} y2={meanY} />
        </g>
      ))}
      {shape.cuts.map((x) => (
        <line key={x} className={styles.cut} x1={x} x2={x} y1="1" y2={box.height - 1} />
      ))}
      {shape.targetY !== null && (
        <line className={styles.target} x1="0" x2={box.width} y1={shape.targetY} y2={shape.targetY} />
      )}
      {shape.lines.map((path) => (
        <path key={path} className={styles.line} d={path} />
      ))}
      {shape.dashed && <path className={`${styles.line} ${styles.dashed}`} d={shape.dashed} />}
      {shape.dots.map(({ x, y }) => (
        <circle key={x} className={styles.point} cx={x} cy={y} r="1.8" />
      ))}
      {shape.signals.map(({ x, y, tone }) => (
        <SignalMark key={x} x={x} y={y} size={2.6} tone={tone} />
      ))}
      {shape.last && (
        <circle
          className={shape.last.hollow ? styles.hollow : styles.point}
          cx={shape.last.x}
          cy={shape.last.y}
          r="3.4"
        />
      )}
    </svg>
  );
}
