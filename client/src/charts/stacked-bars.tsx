import { useMemo } from 'react';
import { formatPeriod } from '../format/periods.ts';
import { formatNumber, formatValue, type ValueFormat } from '../format/values.ts';
import { tickLabel } from './model/line-labels.ts';
import type { ReadingPlace, ReadingRow } from './model/move-reading.ts';
import { casesWords } from './model/reading.ts';
import { type LaidBar, layStack, type StackLayout, type StackSeries, stackBars } from './model/stack.ts';
import { ReadingPlot } from './reading-plot.tsx';
import { ReadingSurface } from './reading-surface.tsx';
import styles from './stacked-bars.module.css';
import { useWidth } from './use-width.ts';

interface StackedBarsProps {
  title: string;
  series: readonly StackSeries[];
  format: ValueFormat;
}

/** Parts that add up to a whole: one bar a group and period, from zero, every part labelled on the bar. */
export function StackedBars({ title, series, format }: StackedBarsProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const layout = useMemo(
    () => (width > 0 ? layStack(stackBars(series), format, width) : null),
    [series, format, width],
  );
  return (
    <div ref={box} className="chart-box" style={{ minHeight: layout?.height ?? 220 }}>
      {layout && (
        <ReadingSurface title={title} rows={barRows(layout, format)} along="parts" across="bars">
          {(reading) => (
            <ReadingPlot
              reading={reading}
              width={width}
              height={layout.height}
              nearest={(x, y) => nearestPart(layout, x, y)}
              locate={(place) => locatePart(layout, place)}
            >
              <Drawing layout={layout} format={format} width={width} />
            </ReadingPlot>
          )}
        </ReadingSurface>
      )}
    </div>
  );
}

function Drawing({ layout, format, width }: { layout: StackLayout; format: ValueFormat; width: number }) {
  return (
    <svg
      className={styles.bars}
      width={width}
      height={layout.height}
      viewBox={`0 0 ${width} ${layout.height}`}
      aria-hidden="true"
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

/** A bar a row: its parts, then their sum. */
function barRows({ bars }: StackLayout, format: ValueFormat): ReadingRow[] {
  return bars.map(({ group, period, parts, total }) => ({
    label: `${group}, ${formatPeriod(period)}`,
    readings: [...parts, { label: 'together', value: total, n: 0 }].map(({ label, value, n }, x) => ({
      x,
      name: label,
      value: formatValue(value, format),
      details: n > 0 ? [casesWords(n)] : [],
    })),
  }));
}

/** The middle of a part; the end of the bar for the sum. */
function locatePart({ bars, barHeight }: StackLayout, { row, mark }: ReadingPlace) {
  const bar = bars[row];
  if (!bar) return null;
  const part = bar.parts[mark];
  return { x: part ? part.x + part.width / 2 : bar.end, y: bar.y + barHeight / 2, dot: true };
}

function nearestPart({ bars, barHeight }: StackLayout, x: number, y: number): ReadingPlace | null {
  const row = bars.findIndex((bar) => y >= bar.y && y <= bar.y + barHeight);
  const mark = bars[row]?.parts.findIndex((part) => x >= part.x && x <= part.x + part.width) ?? -1;
  return row === -1 || mark === -1 ? null : { row, mark };
}
