import { periodX } from './timeline.ts';
import type { ChartSeries } from './types.ts';

/** A point of a series, by their places in the lists. */
export interface ReadingPlace {
  series: number;
  point: number;
}

/** Where a key leads: along a series, to its ends, or to the same period of the next series. */
export function moveReading(
  series: readonly ChartSeries[],
  from: ReadingPlace | null,
  key: string,
): ReadingPlace {
  const here = from ?? { series: 0, point: lastIndex(series[0]) };
  const last = lastIndex(series[here.series]);
  switch (key) {
    case 'ArrowLeft':
      return { ...here, point: Math.max(0, here.point - 1) };
    case 'ArrowRight':
      return { ...here, point: Math.min(last, here.point + 1) };
    case 'Home':
      return { ...here, point: 0 };
    case 'End':
      return { ...here, point: last };
    case 'ArrowUp':
      return toSeries(series, here, here.series - 1);
    case 'ArrowDown':
      return toSeries(series, here, here.series + 1);
    default:
      return here;
  }
}

const lastIndex = (one: ChartSeries | undefined) => Math.max(0, (one?.points.length ?? 1) - 1);

function toSeries(series: readonly ChartSeries[], here: ReadingPlace, wanted: number): ReadingPlace {
  const next = Math.min(Math.max(wanted, 0), series.length - 1);
  const period = series[here.series]?.points[here.point]?.period;
  if (period === undefined || next === here.series) return here;
  return { series: next, point: nearestPeriod(series[next], periodX(period)) };
}

/** Index of the point of a series nearest to an x. */
export function nearestPeriod(one: ChartSeries | undefined, x: number): number {
  const distances = one?.points.map(({ period }) => Math.abs(periodX(period) - x)) ?? [];
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}
