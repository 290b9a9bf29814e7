import { type ReactNode, useId } from 'react';
import type { ReadingRow } from './model/move-reading.ts';
import styles from './reading-surface.module.css';
import { type ChartReading, useReading } from './use-reading.ts';

interface ReadingSurfaceProps {
  title: string;
  rows: readonly ReadingRow[];
  /** What left and right keys move over: `months`, `areas`. */
  along?: string;
  /** What up and down keys move over, where there are several rows. */
  across?: string;
  /** The drawing or drawings, each inside a `ReadingPlot`. */
  children: (reading: ChartReading) => ReactNode;
}

/** One tab stop over a chart, from which its marks are read one by one, aloud and with a tip beside the mark. */
export function ReadingSurface({
  title,
  rows,
  along = 'points',
  across = 'lines',
  children,
}: ReadingSurfaceProps) {
  const help = useId();
  const { reading, handlers } = useReading(rows);
  return (
    <div
      className={styles.surface}
      role="application"
      aria-roledescription="chart"
      aria-label={title}
      aria-describedby={help}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: marks are read with the arrow keys
      tabIndex={0}
      {...handlers}
    >
      <p id={help} className="visually-hidden">
        Left and right arrow keys read the {along}, Home and End the first and last
        {rows.length > 1 ? `, up and down the other ${across}` : ''}. Escape puts the reading away. T shows
        the table.
      </p>
      {children(reading)}
    </div>
  );
}
