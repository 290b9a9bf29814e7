import { useId, useMemo } from 'react';
import type { ValueFormat } from '../format/values.ts';
import type { ReadingPlace } from './model/move-reading.ts';
import { readingRows } from './model/reading.ts';
import { type ShareLook, type ShareSeries, type ShareStack, shareStack } from './model/share-stack.ts';
import { ReadingPlot } from './reading-plot.tsx';
import { ReadingSurface } from './reading-surface.tsx';
import styles from './stacked-shares.module.css';
import { useWidth } from './use-width.ts';

interface StackedSharesProps {
  title: string;
  /** From the bottom up. */
  series: readonly ShareSeries[];
  format: ValueFormat;
}

const plotHeight = 300;

/** Parts that make up 100%, one column a period; what is not known yet is hatched, never left out. */
export function StackedShares({ title, series, format }: StackedSharesProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const stack = useMemo(() => (width > 0 ? shareStack(series, width, plotHeight) : null), [series, width]);
  const rows = useMemo(() => readingRows(series, format), [series, format]);
  return (
    <div ref={box} className="chart-box" style={{ minHeight: stack?.height ?? plotHeight + 60 }}>
      {stack && (
        <ReadingSurface title={title} rows={rows} along="columns" across="parts">
          {(reading) => (
            <ReadingPlot
              reading={reading}
              width={width}
              height={stack.height}
              plot={stack.box}
              nearest={(x, y) => nearest(stack, series, x, y)}
              locate={(place) => locate(stack, series, place)}
            >
              <Drawing stack={stack} width={width} />
            </ReadingPlot>
          )}
        </ReadingSurface>
      )}
      {stack && stack.labels.length === 0 && (
        <ul className={styles.key}>
          {series.map(({ id, label, look }) => (
            <li key={id}>
              <svg width="14" height="14" aria-hidden="true">
                <Swatch look={look} x={0} y={0} />
              </svg>
              {label}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Drawing({ stack, width }: { stack: ShareStack; width: number }) {
  const { box, open } = stack;
  return (
    <svg
      className={styles.drawing}
      width={width}
      height={stack.height}
      viewBox={`0 0 ${width} ${stack.height}`}
      aria-hidden="true"
    >
      {stack.yTicks.map(({ y, label }) => (
        <g key={label} className={styles.axis}>
          <line x1={box.left} x2={box.right} y1={y} y2={y} stroke="var(--grid)" />
          <text x={box.left - 8} y={y + 4.5} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {stack.columns.map(({ period, x, width: columnWidth, parts }) =>
        parts.map(({ look, y, height }) => (
          <Fill key={`${period} ${look}`} look={look} x={x} y={y} width={columnWidth} height={height} />
        )),
      )}
      {open && (
        <g>
          <line x1={open.x} x2={open.x} y1={box.top - 18} y2={box.bottom} className={styles.openRule} />
          <text
            x={open.x - 6}
            y={box.top - 8}
            textAnchor="end"
            className={styles.open}
          >{`${open.label} →`}</text>
        </g>
      )}
      {stack.labels.map(({ look, text, y }) => (
        <g key={look}>
          <Swatch look={look} x={box.right + 10} y={y - 7} />
          <text x={box.right + 30} y={y + 4.5} className={styles.label}>
            {text}
          </text>
        </g>
      ))}
      {stack.xTicks.map(({ px, label, year }) => (
        <g key={px} className={styles.axis} transform={`translate(${px} ${box.bottom + 18})`}>
          <text textAnchor="middle">{label}</text>
          {year && (
            <text y={17} textAnchor="middle" className={styles.year}>
              {year}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

const Swatch = ({ look, x, y }: { look: ShareLook; x: number; y: number }) => (
  <Fill look={look} x={x} y={y} width={14} height={14} />
);

interface FillProps {
  look: ShareLook;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A filled part, with a hair of ground between it and the next. */
function Fill({ look, x, y, width, height }: FillProps) {
  const id = useId();
  const place = { x, y, width, height: Math.max(0, height - 1) };
  if (look !== 'hatched') return <rect {...place} className={styles[look]} />;
  return (
    <>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="6" className={styles.hatch} />
      </pattern>
      <rect {...place} fill={`url(#${id})`} className={styles.hatched} />
    </>
  );
}

/** The column and part under a place. Null outside the plot. */
function nearest(stack: ShareStack, series: readonly ShareSeries[], x: number, y: number) {
  const { box, columns } = stack;
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return null;
  const column = columns.find((one) => x <= one.x + one.width) ?? columns.at(-1);
  if (!column) return null;
  const part = column.parts.findIndex((one) => y >= one.y && y <= one.y + one.height);
  const row = Math.max(0, part);
  const mark = series[row]?.points.findIndex(({ period }) => period === column.period) ?? 0;
  return { row, mark };
}

/** The middle of a part; the axis where its column is absent. */
function locate({ columns, box }: ShareStack, series: readonly ShareSeries[], place: ReadingPlace) {
  const period = series[place.row]?.points[place.mark]?.period;
  const column = columns.find((one) => one.period === period);
  const part = column?.parts[place.row];
  if (!column || !part) return { x: box.left, y: box.bottom, dot: false };
  return { x: column.x + column.width / 2, y: part.y + part.height / 2, dot: true };
}
