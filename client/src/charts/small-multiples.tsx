import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { formatPeriod } from '../format/periods.ts';
import type { ValueFormat } from '../format/values.ts';
import { type Panel, type PanelGrid, panelGrid } from './model/panel-model.ts';
import { readingRows } from './model/reading.ts';
import type { ChartMark, ChartSeries, ChartTarget } from './model/types.ts';
import type { ValueBounds } from './model/usual-range.ts';
import { ReadingPlot } from './reading-plot.tsx';
import { ReadingSurface } from './reading-surface.tsx';
import { SignalMark } from './signal-mark.tsx';
import styles from './small-multiples.module.css';
import type { ChartReading } from './use-reading.ts';
import { useWidth } from './use-width.ts';

interface SmallMultiplesProps extends ValueBounds {
  title: string;
  /** In the order the force gives them: areas are never ranked. */
  series: readonly ChartSeries[];
  /** Drawn dotted in every panel: the area they lie in. */
  reference: ChartSeries | null;
  format: ValueFormat;
  targets: readonly ChartTarget[];
  marks: readonly ChartMark[];
  /** Words under the name of a panel, by its place. */
  words: (index: number) => ReactNode;
  /** What is said of a panel on coming to it: the words under its name, and how it stands beside the others. */
  about: (index: number) => string | undefined;
}

/** One small chart an area, all on one scale. Plain drawings: no charting library is fetched for them. */
export function SmallMultiples({ title, words, about, ...input }: SmallMultiplesProps) {
  const { series, reference, format, targets, marks, ceiling, floor } = input;
  const [box, width] = useWidth<HTMLDivElement>();
  const grid = useMemo(
    () =>
      width > 0 ? panelGrid({ series, reference, format, targets, marks, ceiling, floor, width }) : null,
    [series, reference, format, targets, marks, ceiling, floor, width],
  );
  const rows = readingRows(series, format).map((row, index) => ({ ...row, about: about(index) }));
  return (
    <div ref={box} className="chart-box" style={{ minHeight: 210 }}>
      {grid && (
        <ReadingSurface title={title} rows={rows} across="areas">
          {(reading) => (
            <div className={styles.grid} style={{ '--columns': grid.columns } as CSSProperties}>
              {grid.panels.map((panel, index) => (
                <div key={panel.id} className={styles.panel}>
                  <div className={styles.head} style={{ paddingLeft: grid.left }}>
                    <h3 className={styles.name}>{panel.label}</h3>
                    {words(index)}
                  </div>
                  <ReadPanel grid={grid} row={index} reading={reading} />
                </div>
              ))}
            </div>
          )}
        </ReadingSurface>
      )}
    </div>
  );
}

/** One panel of the chart, read together with the others. */
function ReadPanel({ grid, row, reading }: { grid: PanelGrid; row: number; reading: ChartReading }) {
  const panel = grid.panels[row];
  if (!panel) return null;
  const nearest = (x: number) => {
    const distances = panel.spots.map((spot) => Math.abs(spot.x - x));
    return distances.length > 0 ? { row, mark: distances.indexOf(Math.min(...distances)) } : null;
  };
  return (
    <ReadingPlot
      reading={reading}
      width={grid.panelWidth}
      height={grid.height}
      plot={grid}
      nearest={nearest}
      locate={(place) => (place.row === row ? (panel.spots[place.mark] ?? null) : null)}
    >
      <PanelDrawing grid={grid} panel={panel} />
    </ReadingPlot>
  );
}

function PanelDrawing({ grid, panel }: { grid: PanelGrid; panel: Panel }) {
  const { left, right, bottom, panelWidth, height } = grid;
  return (
    <svg width={panelWidth} height={height} viewBox={`0 0 ${panelWidth} ${height}`} aria-hidden="true">
      {panel.bands.map((band) => (
        <rect key={band.x} {...band} className={styles.band} />
      ))}
      {grid.ticks.map((tick) => (
        <g key={tick.label}>
          <line x1={left} x2={right} y1={tick.y} y2={tick.y} stroke="var(--grid)" />
          <text x={left - 8} y={tick.y + 4.5} textAnchor="end" className={styles.axis}>
            {tick.label}
          </text>
        </g>
      ))}
      {grid.targetY !== null && (
        <line x1={left} x2={right} y1={grid.targetY} y2={grid.targetY} className={styles.target} />
      )}
      {panel.reference.map(({ d }) => (
        <path key={d} d={d} className={styles.reference} />
      ))}
      {panel.paths.map(({ d, dashed }) => (
        <path key={d} d={d} className={styles.line} data-dashed={dashed || undefined} />
      ))}
      {panel.signals.map(({ x, y, tone }) => (
        <SignalMark key={x} x={x} y={y} size={3} tone={tone} />
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke="var(--axis)" />
      <TimeEnds grid={grid} />
      {panel.end ? (
        <>
          <circle
            cx={panel.end.x}
            cy={panel.end.y}
            r={4.6}
            className={styles.end}
            data-hollow={panel.end.hollow || undefined}
          />
          <text x={panel.end.x + 8} y={panel.end.y + 5} className={styles.value}>
            {panel.end.text}
          </text>
        </>
      ) : (
        <text x={left + 6} y={bottom - 8} className={styles.axis}>
          No values
        </text>
      )}
    </svg>
  );
}

const TimeEnds = ({ grid: { left, right, bottom, first, last } }: { grid: PanelGrid }) => (
  <>
    <text x={left} y={bottom + 17} className={styles.axis}>
      {first && formatPeriod(first, 'short').replace(/^\d+ months to /, '')}
    </text>
    <text x={right} y={bottom + 17} textAnchor="end" className={styles.axis}>
      {last !== first && formatPeriod(last, 'short').replace(/^\d+ months to /, '')}
    </text>
  </>
);
