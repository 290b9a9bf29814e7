import { useMemo } from 'react';
import { formatPeriod } from '../format/periods.ts';
import { formatNumber, formatValue, type ValueFormat } from '../format/values.ts';
import { tickLabel } from './model/line-labels.ts';
import { type LaidBar, layStack, type StackLayout, type StackSeries, stackBars } from './model/stack.ts';
import styles from './stacked-bars.module.css';
import { useWidth } from './use-width.ts';

interface StackedBarsProps {
  series: readonly StackSeries[];
  format: ValueFormat;
}

/** Parts that add up to a whole: one bar a group and period, from zero, every part labelled on the bar. */
export function StackedBars({ series, format }: StackedBarsProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const layout = useMemo(
    () => (width > 0 ? layStack(stackBars(series), format, width) : null),
    [series, format, width],
  );
  return (
    <div ref={box} style={{ minHeight: layout?.height ?? 220 }}>
      {layout && (
        <svg
          className={styles.bars}
          width={width}
          height={layout.height}
          viewBox={`0 0 ${width} ${layout.height}`}
          role="img"
          aria-label={inWords(layout, format)}
        >
          {layout.ticks.map(({ x, shown }) => (
            <g key={shown}>
              <line
                x1={x}
                x2={x}
                y1={0}
                y2={layout.bottom}
                stroke={shown === 0 ? 'var(--axis)' : 'var(--grid)'}
              />
              <text x={x} y={layout.bottom + 18} textAnchor="middle" className={styles.axis}>
                {tickLabel(shown, format)}
              </text>
            </g>
          ))}
          {layout.bars.map((bar) => (
            <Bar key={`${bar.group} ${bar.period}`} bar={bar} layout={layout} format={format} />
          ))}
        </svg>
      )}
    </div>
  );
}

function Bar({ bar, layout, format }: { bar: LaidBar; layout: StackLayout; format: ValueFormat }) {
  const middle = bar.y + layout.barHeight / 2 + 5;
  return (
    <g>
      {bar.heading && (
        <text x={0} y={bar.heading.y} className={styles.group}>
          {bar.heading.text}
        </text>
      )}
      <text x={layout.left - 8} y={middle} textAnchor="end" className={styles.period}>
        {formatPeriod(bar.period, 'short').replace(/^\d+ months to /, '')}
      </text>
      {bar.parts.map((part, index) => (
        <g key={part.label}>
          <rect
            x={part.x}
            y={bar.y}
            width={Math.max(0, part.width - 1)}
            height={layout.barHeight}
            className={styles.part}
            data-part={index}
          />
          {part.text && (
            <text
              x={part.x + part.width / 2}
              y={middle}
              textAnchor="middle"
              className={styles.inside}
              data-part={index}
            >
              {part.text}
            </text>
          )}
        </g>
      ))}
      <text x={bar.end + 8} y={middle} className={styles.total}>
        {formatNumber(bar.total, format)}
      </text>
    </g>
  );
}

function inWords({ bars }: StackLayout, format: ValueFormat): string {
  return bars
    .map(({ group, period, parts, total }) => {
      const inside = parts.map(({ label, value }) => `${label} ${formatValue(value, format)}`).join(', ');
      return `${group}, ${formatPeriod(period)}: ${inside}, together ${formatValue(total, format)}.`;
    })
    .join(' ');
}
