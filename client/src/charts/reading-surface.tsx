import { type ReactNode, useId } from 'react';
import { formatPeriod } from '../format/periods.ts';
import { absentWords, formatPoint, provisionalWords, statusWords } from '../format/points.ts';
import type { ValueFormat } from '../format/values.ts';
import type { ReadingPlace } from './model/move-reading.ts';
import { casesOf, intervalWords, isCount } from './model/reading.ts';
import type { ChartPoint, ChartSeries } from './model/types.ts';
import styles from './reading-surface.module.css';
import { useReading } from './use-reading.ts';

interface ReadingSurfaceProps {
  title: string;
  series: readonly ChartSeries[];
  format: ValueFormat;
  width: number;
  height: number;
  /** Top and bottom of the plot, for the line that marks the point being read. */
  plot: { top: number; bottom: number };
  nearest: (x: number, y: number) => ReadingPlace | null;
  /** Pixels of a point; an absent one stands on the axis. */
  locate: (place: ReadingPlace) => { x: number; y: number };
  children: ReactNode;
}

/** One tab stop over a drawing, from which its points are read one by one, with a tip beside the point. */
export function ReadingSurface({
  title,
  series,
  format,
  width,
  height,
  plot,
  nearest,
  locate,
  children,
}: ReadingSurfaceProps) {
  const help = useId();
  const { place, handlers } = useReading({ series, format, nearest });
  const read = place && series[place.series];
  const point = place && read?.points[place.point];
  const at = place && locate(place);
  return (
    <div
      className={styles.surface}
      style={{ height }}
      role="application"
      aria-roledescription="chart"
      aria-label={title}
      aria-describedby={help}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: points are read with the arrow keys
      tabIndex={0}
      {...handlers}
    >
      <p id={help} className="visually-hidden">
        Left and right arrow keys read the points, Home and End the first and last
        {series.length > 1 ? ', up and down the next line' : ''}. T shows the table.
      </p>
      {children}
      {at && point && (
        <>
          <svg className={styles.overlay} width={width} height={height} aria-hidden="true">
            <line x1={at.x} x2={at.x} y1={plot.top} y2={plot.bottom} />
            {point.value !== null && <circle cx={at.x} cy={at.y} r={8} />}
          </svg>
          <Tip at={at} width={width} middle={(plot.top + plot.bottom) / 2} point={point} format={format}>
            {series.length > 1 && read ? read.label : null}
          </Tip>
        </>
      )}
    </div>
  );
}

interface TipProps {
  at: { x: number; y: number };
  width: number;
  middle: number;
  point: ChartPoint;
  format: ValueFormat;
  /** Name of the series, where there are several. */
  children: ReactNode;
}

/** Month, value, rule, cases, interval and marks. It stands above a low point and below a high one, so as to stay off the line. */
function Tip({ at, width, middle, point, format, children }: TipProps) {
  const side = at.x > width / 2 ? { right: width - at.x + 5 } : { left: at.x + 5 };
  const high = at.y < middle;
  const style = {
    ...side,
    top: high ? at.y + 14 : at.y - 14,
    transform: high ? undefined : 'translateY(-100%)',
  };
  return (
    <div className={styles.tip} style={style} data-tip aria-hidden="true">
      {children && <p>{children}</p>}
      <p>
        <b>{formatPeriod(point.period)}</b>
      </p>
      {point.value === null ? (
        <p>{absentWords(point.absent)}</p>
      ) : (
        <>
          <p className={styles.value}>{formatPoint(point, format)}</p>
          {point.rule?.words && <p>{sentenceCase(point.rule.words)}</p>}
          <p>{casesOf(point, isCount(format))}</p>
          <p>{intervalWords(point, format)}</p>
        </>
      )}
      {point.status.length > 0 && <p>{marksInWords(point)}</p>}
    </div>
  );
}

function marksInWords(point: ChartPoint): string {
  const words = statusWords(point.status);
  const reason = point.status.includes('provisional') ? `: ${provisionalWords(point.provisional)}` : '';
  return `${sentenceCase(words)}${reason}`;
}

const sentenceCase = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
