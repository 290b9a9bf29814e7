import { formatNumber, type ValueFormat } from '../../format/values.ts';
import { nudgeApart } from './nudge.ts';
import { periodX } from './timeline.ts';
import type { ChartSeries, UsualRange } from './types.ts';

/** Values that a measure can take: shares lie between 0 and 100, most others above 0. In shown units. */
export interface ValueBounds {
  floor?: number | undefined;
  ceiling?: number | undefined;
}

/** A usual range over its months, in x and shown units. A limit that no value can reach is null: no line is drawn. */
export interface DrawnRange {
  from: number;
  to: number;
  mean: number;
  lower: number | null;
  upper: number | null;
  /** The band, held inside the values possible; null without limits. */
  band: [number, number] | null;
  /** `Upper limit 80.0`, with the shown value it stands at. */
  labels: { of: 'limit' | 'mean'; text: string; shown: number }[];
}

const halfMonth = 0.5;

/** The usual ranges of the labelled series, as far as they lie inside the axis. */
export function drawnRanges(
  series: readonly ChartSeries[],
  format: ValueFormat,
  [first, last]: readonly [number, number],
  bounds: ValueBounds,
): DrawnRange[] {
  return series
    .flatMap(({ ranges }) => ranges ?? [])
    .flatMap((range) => drawnRange(range, format, bounds))
    .map((range) => ({ ...range, from: Math.max(first, range.from), to: Math.min(last, range.to) }))
    .filter(({ from, to }) => from < to);
}

function drawnRange(
  { from, to, mean, lower, upper }: UsualRange,
  format: ValueFormat,
  bounds: ValueBounds,
): DrawnRange[] {
  if (mean === null) return [];
  const held = (value: number) => holdInside(value * format.factor, bounds);
  const possible = (value: number | null) =>
    value === null || held(value) !== value * format.factor ? null : value * format.factor;
  const label = (of: 'limit' | 'mean', word: string, value: number | null) =>
    value === null
      ? []
      : [{ of, text: `${word} ${formatNumber(value, format)}${format.sign}`, shown: held(value) }];
  return [
    {
      from: periodX(from) - halfMonth,
      to: periodX(to) + halfMonth,
      mean: mean * format.factor,
      lower: possible(lower),
      upper: possible(upper),
      band: lower === null || upper === null ? null : [held(lower), held(upper)],
      labels: [
        ...label('limit', 'Upper limit', upper),
        ...label('mean', 'Mean', mean),
        ...label('limit', 'Lower limit', lower),
      ],
    },
  ];
}

const holdInside = (shown: number, { floor, ceiling }: ValueBounds) =>
  Math.min(Math.max(shown, floor ?? shown), ceiling ?? Number.POSITIVE_INFINITY);

/** Values the axis must reach for the ranges to be seen whole. */
export const rangeValues = (ranges: readonly DrawnRange[]): number[] =>
  ranges.flatMap(({ mean, band }) => [mean, ...(band ?? [])]);

/** A label inside the plot, ending at the end of its range. */
export interface RangeLabel {
  of: 'limit' | 'mean';
  text: string;
  x: number;
  y: number;
}

const leastPixels = 130;
const labelGap = 15;

/**
 * Labels of ranges that are not named at the line end: limits outside the band, the mean over its line. A range too
 * short for words has none; its numbers are in the table.
 */
export function innerLabels(
  ranges: readonly DrawnRange[],
  toX: (x: number) => number,
  toY: (shown: number) => number,
  { withMean, top, bottom }: { withMean: boolean; top: number; bottom: number },
): RangeLabel[] {
  return ranges.flatMap(({ from, to, labels, mean }) => {
    if (toX(to) - toX(from) < leastPixels) return [];
    const named = labels.filter(({ of }) => withMean || of === 'limit');
    const wanted = named.map(({ of, shown }) => toY(shown) + (of === 'limit' && shown < mean ? 15 : -5));
    const places = nudgeApart(wanted, labelGap, top - 4, bottom - 4);
    return named.map(({ of, text }, index) => ({ of, text, x: toX(to) - 6, y: places[index] ?? 0 }));
  });
}
