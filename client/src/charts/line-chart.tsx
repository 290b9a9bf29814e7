import { lazy, Suspense, useMemo } from 'react';
import type { ValueFormat } from '../format/values.ts';
import { EventKey } from './event-key.tsx';
import { type LineModel, lineModel } from './model/line-model.ts';
import { nearestMark, type ReadingPlace, type ReadingRow } from './model/move-reading.ts';
import { readingRows } from './model/reading.ts';
import { scale } from './model/scale.ts';
import { periodX } from './model/timeline.ts';
import type { ChartMark, ChartSeries, ChartTarget } from './model/types.ts';
import type { ValueBounds } from './model/usual-range.ts';
import { ReadingPlot } from './reading-plot.tsx';
import { ReadingSurface } from './reading-surface.tsx';
import { useWidth } from './use-width.ts';

// The charting library is a third of all the client's code: it is fetched when the first line chart is shown.
const LineDrawing = lazy(() => import('./line-drawing.tsx'));

interface LineChartProps extends ValueBounds {
  title: string;
  series: readonly ChartSeries[];
  format: ValueFormat;
  marks?: readonly ChartMark[];
  targets?: readonly ChartTarget[];
  plotHeight?: number;
}

const none: readonly never[] = [];

/** Lines over time with targets, events, breaks and provisional months, read by eye, key, pointer or touch. */
export function LineChart({
  title,
  series,
  format,
  marks = none,
  targets = none,
  plotHeight = 310,
  ceiling,
  floor,
}: LineChartProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const model = useMemo(
    () =>
      width > 0 ? lineModel({ series, format, marks, targets, width, plotHeight, ceiling, floor }) : null,
    [series, format, marks, targets, width, plotHeight, ceiling, floor],
  );
  const rows = useMemo(() => readingRows(series, format), [series, format]);
  return (
    <div ref={box} className="chart-box" style={{ minHeight: model?.height ?? plotHeight + 60 }}>
      {model && (
        <ReadingSurface title={title} rows={rows}>
          {(reading) => (
            <ReadingPlot
              reading={reading}
              width={width}
              height={model.height}
              plot={model.box}
              nearest={(x, y) => nearestPoint(model, series, rows, format, x, y)}
              locate={(place) => locatePoint(model, series, format, place)}
            >
              <Suspense fallback={<div style={{ height: model.height }} />}>
                <LineDrawing model={model} width={width} format={format} />
              </Suspense>
            </ReadingPlot>
          )}
        </ReadingSurface>
      )}
      {model && <EventKey marks={model.marks} />}
    </div>
  );
}

const toX = ({ xDomain, box }: LineModel) => scale(xDomain, [box.left, box.right]);
const toY = ({ axis, box }: LineModel) => scale(axis.domain, [box.bottom, box.top]);

function locatePoint(
  model: LineModel,
  series: readonly ChartSeries[],
  format: ValueFormat,
  place: ReadingPlace,
) {
  const point = series[place.row]?.points[place.mark];
  if (!point) return { x: model.box.left, y: model.box.bottom, dot: false };
  const y = point.value === null ? model.box.bottom : toY(model)(point.value * format.factor);
  return { x: toX(model)(periodX(point.period)), y, dot: point.value !== null };
}

/** The nearest period, then the nearest line at it. Null outside the plot. */
function nearestPoint(
  model: LineModel,
  series: readonly ChartSeries[],
  rows: readonly ReadingRow[],
  format: ValueFormat,
  x: number,
  y: number,
) {
  const { box } = model;
  if (x < box.left || x > box.right + 12 || y < box.top - 12 || y > box.bottom + 12) return null;
  const wanted = scale([box.left, box.right], model.xDomain)(x);
  const places = rows.map((one, row) => ({ row, mark: nearestMark(one, wanted) }));
  const offLine = (place: ReadingPlace) => Math.abs(locatePoint(model, series, format, place).y - y);
  return places.reduce((best, place) => (offLine(place) < offLine(best) ? place : best));
}
