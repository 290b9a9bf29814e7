import styles from './line-drawing.module.css';
import type { LineModel } from './model/line-model.ts';
import { scale } from './model/scale.ts';
import { SignalMark } from './signal-mark.tsx';

interface Drawn {
  model: LineModel;
}

const lineHeight = 24;

/** The interval of each point, with a cap at both ends: beneath the points. */
export const Whiskers = ({ model }: Drawn) =>
  model.whiskers.map(({ x, top, bottom }) => (
    <path
      key={x}
      className={styles.whisker}
      data-interval
      d={`M${x - 2.5} ${top}h5M${x} ${top}V${bottom}M${x - 2.5} ${bottom}h5`}
    />
  ));

/** Points of the labelled lines: by shape where a rule marks them, hollow while a value may change. */
export const Points = ({ model }: Drawn) =>
  model.dots.map(({ x, y, radius, hollow, tone, signal }) =>
    signal ? (
      <SignalMark key={`${tone} ${x}`} x={x} y={y} size={radius} tone={signal} />
    ) : (
      <circle
        key={`${tone} ${x}`}
        className={styles.dot}
        cx={x}
        cy={y}
        r={radius}
        data-tone={tone}
        data-hollow={hollow || undefined}
      />
    ),
  );

/** Means and limits of stretches that do not reach the line end, named inside the plot. */
export const RangeLabels = ({ model }: Drawn) =>
  model.rangeLabels.map(({ of, text, x, y }) => (
    <text key={`${text} ${x}`} x={x} y={y} textAnchor="end" className={styles.inner} data-of={of}>
      {text}
    </text>
  ));

/** The words over the hatched stretch. */
export function OpenLabel({ model: { open, box } }: Drawn) {
  return (
    open && (
      <text x={box.right} y={box.top - 7} textAnchor="end" className={styles.note}>
        {open.label}
      </text>
    )
  );
}

/** Lettered rules at the start of their months: dotted for events, solid for breaks. */
export function EventLabels({ model: { marks, box } }: Drawn) {
  return marks.map(({ letter, label, px, row, side, kind }) => {
    const y = 14 + row * lineHeight;
    return (
      <g key={letter}>
        <line
          x1={px}
          x2={px}
          y1={y}
          y2={box.bottom}
          stroke={kind === 'break' ? 'var(--ink-2)' : 'var(--ink-3)'}
          strokeDasharray={kind === 'break' ? undefined : '1 3'}
        />
        <circle cx={px} cy={y} r={9} className={styles.letter} />
        <text x={px} y={y + 4.5} textAnchor="middle" className={styles.letterText}>
          {letter}
        </text>
        {side !== 'none' && (
          <text
            x={side === 'left' ? px - 14 : px + 14}
            y={y + 4.5}
            textAnchor={side === 'left' ? 'end' : 'start'}
            className={styles.label}
          >
            {label}
          </text>
        )}
      </g>
    );
  });
}

/** Where there is no room at the line end, the target is named on its line. */
export function TargetLabels({ model: { targets, compact, box, axis } }: Drawn) {
  const last = targets.at(-1);
  if (!compact || !last) return null;
  const y = scale(axis.domain, [box.bottom, box.top])(last.shown);
  return (
    <text x={box.left + 4} y={y - 6} className={styles.label} data-of="target">
      {last.label}
    </text>
  );
}

/** The newest value of each labelled line, and the target, at the right; names go beneath where it is narrow. */
export function EndLabels({ model: { ends, compact, box } }: Drawn) {
  const x = box.right + (compact ? 7 : 10);
  return ends.map(({ of, strong, text, y }) => (
    <text key={`${of} ${text}`} x={x} y={y + 5} className={styles.label} data-of={of}>
      {strong && (
        <tspan className={styles.value} fontSize={compact ? 15 : 18}>
          {strong}
        </tspan>
      )}
      {compact ? (
        <tspan x={x} dy={14} fontSize={12}>
          {text}
        </tspan>
      ) : (
        ` ${text}`
      )}
    </text>
  ));
}
