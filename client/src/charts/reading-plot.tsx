import type { ReactNode } from 'react';
import type { Reading, ReadingPlace } from './model/move-reading.ts';
import styles from './reading-surface.module.css';
import { type ChartReading, type Nearest, pointerHandlers } from './use-reading.ts';

/** A place inside a drawing; without a `dot` there is no mark to ring, as where a value is absent. */
export interface Cursor {
  x: number;
  y: number;
  dot: boolean;
}

interface ReadingPlotProps {
  reading: ChartReading;
  /** Size of the drawing, in its own units. */
  width: number;
  height: number;
  /** Top and bottom of the upright line through the mark being read; no line unless given. */
  plot?: { top: number; bottom: number };
  nearest: Nearest;
  /** Where a mark stands; null where it is not in this drawing. */
  locate: (place: ReadingPlace) => Cursor | null;
  children: ReactNode;
}

/** A drawing whose marks can be read: it marks the one being read and shows its tip. */
export function ReadingPlot({ reading, width, height, plot, nearest, locate, children }: ReadingPlotProps) {
  const { place, rows } = reading;
  const row = place && rows[place.row];
  const read = place && row?.readings[place.mark];
  const at = place && locate(place);
  return (
    <div className={styles.plot} {...pointerHandlers(reading, nearest, width, height)}>
      {children}
      {at && read && (
        <>
          <svg className={styles.overlay} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {plot && <line x1={at.x} x2={at.x} y1={plot.top} y2={plot.bottom} />}
            {at.dot && <circle cx={at.x} cy={at.y} r={8} />}
          </svg>
          <Tip at={at} width={width} height={height} reading={read}>
            {rows.length > 1 && row ? row.label : null}
          </Tip>
        </>
      )}
    </div>
  );
}

interface TipProps {
  at: Cursor;
  width: number;
  height: number;
  reading: Reading;
  /** Name of the row, where there are several. */
  children: ReactNode;
}

/** The reading in full. It stands above a low mark and below a high one, so as to stay off the line. */
function Tip({ at, width, height, reading, children }: TipProps) {
  const left = (100 * at.x) / width;
  const side = left > 50 ? { right: `calc(${100 - left}% + 5px)` } : { left: `calc(${left}% + 5px)` };
  const high = at.y < height / 2;
  const style = {
    ...side,
    top: `calc(${(100 * at.y) / height}% ${high ? '+' : '-'} 14px)`,
    transform: high ? undefined : 'translateY(-100%)',
  };
  return (
    <div className={styles.tip} style={style} data-tip aria-hidden="true">
      {children && <p>{children}</p>}
      <p>
        <b>{reading.name}</b>
      </p>
      <p className={styles.value}>{reading.value}</p>
      {reading.details.filter(Boolean).map((detail) => (
        <p key={detail}>{sentenceCase(detail)}</p>
      ))}
    </div>
  );
}

const sentenceCase = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
