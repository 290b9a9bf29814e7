import type { ValueFormat } from '../../format/values.ts';
import type { Tone as SignalTone } from '../signal-tone.ts';
import { cutSegments, isOpen, type Segment, trailingOpen } from './segments.ts';
import { periodX, timeDomain } from './timeline.ts';
import type { ChartMark, ChartPoint, ChartSeries, Tone } from './types.ts';

/** One line of the drawing; `key` is its column in the rows. */
export interface DrawnLine {
  key: string;
  tone: Tone;
  dashed: boolean;
  /** Column of the intervals of its points, as pairs; absent where none are drawn. */
  intervalKey?: string;
}

/** A point, in pixels. Hollow while it may still change. */
export interface Dot {
  x: number;
  y: number;
  radius: number;
  hollow: boolean;
  tone: Tone;
  /** What a real change means, where a rule marks the point: it decides the shape. */
  signal: SignalTone | null;
}

export interface LinePiece extends Segment, DrawnLine {}

/** Every stretch of every series. Grey lines come first, so that what is meant to be read lies on top. */
export function linePieces(series: readonly ChartSeries[], marks: readonly ChartMark[]): LinePiece[] {
  return series
    .flatMap((one, index) =>
      cutSegments(one.points, marks).map((segment, part) => ({
        ...segment,
        tone: one.tone,
        key: `s${index}.${part}`,
        ...(showsIntervals(one) && { intervalKey: `i${index}.${part}` }),
      })),
    )
    .sort((a, b) => Number(a.tone !== 'grey') - Number(b.tone !== 'grey'));
}

/** Intervals are drawn behind the one line of a figure that has no limits: never two bands that mean different things. */
export const showsIntervals = ({ tone, ranges, points, intervalMarks }: ChartSeries): boolean =>
  tone === 'ink' && !intervalMarks && !ranges?.length && points.some(isBounded);

/** The interval of one point, in pixels. */
export interface Whisker {
  x: number;
  top: number;
  bottom: number;
}

/** The intervals of the series that mark them. `toX` and `toY` give pixels of an x and of a wire value. */
export const intervalWhiskers = (
  series: readonly ChartSeries[],
  toX: (x: number) => number,
  toY: (value: number) => number,
): Whisker[] =>
  series
    .filter(({ intervalMarks }) => intervalMarks)
    .flatMap(({ points }) =>
      points.flatMap(({ period, interval }) => {
        const [lower, upper] = [interval?.lower ?? null, interval?.upper ?? null];
        return lower === null || upper === null
          ? []
          : [{ x: toX(periodX(period)), top: toY(upper), bottom: toY(lower) }];
      }),
    );

const isBounded = ({ interval }: ChartPoint) =>
  interval !== undefined && interval.lower !== null && interval.upper !== null;

/** Every period of any series, once, in time order. */
export function periodsOf(series: readonly ChartSeries[]): string[] {
  const names = new Set(series.flatMap(({ points }) => points.map(({ period }) => period)));
  return [...names].sort((a, b) => periodX(a) - periodX(b));
}

/** Numbers of one period by column; an interval is a pair. */
export type LineRow = Record<string, number | [number, number]>;

/** One row a period: its x and the shown value of every stretch that has one. */
export function lineRows(
  periods: readonly string[],
  pieces: readonly LinePiece[],
  { factor }: ValueFormat,
): LineRow[] {
  const rows = new Map(periods.map((period): [string, LineRow] => [period, { x: periodX(period) }]));
  for (const { key, intervalKey, points } of pieces) {
    for (const { period, value, interval } of points) {
      const row = rows.get(period);
      if (row && value !== null) row[key] = value * factor;
      const [lower, upper] = [interval?.lower ?? null, interval?.upper ?? null];
      if (row && intervalKey && lower !== null && upper !== null)
        row[intervalKey] = [lower * factor, upper * factor];
    }
  }
  return [...rows.values()];
}

/** Newest point with a value. */
export function lastValue(points: readonly ChartPoint[]): (ChartPoint & { value: number }) | null {
  const point = points.findLast(({ value }) => value !== null);
  return point && point.value !== null ? { ...point, value: point.value } : null;
}

const roomForDots = 9;
/**
 * Points of the labelled series: all where there is room, else only those a rule marks, those no line reaches and the
 * newest. Marked points and the newest are larger. `toX` and `toY` give pixels of an x and of a wire value.
 */
export function lineDots(
  series: readonly ChartSeries[],
  pieces: readonly LinePiece[],
  toX: (x: number) => number,
  toY: (value: number) => number,
): Dot[] {
  const lone = new Set(pieces.filter(({ points }) => points.length === 1).flatMap(({ points }) => points));
  return series.flatMap(({ points, tone }) => {
    if (tone === 'grey') return [];
    const newest = lastValue(points);
    const [first, second] = points;
    const gap = first && second ? toX(periodX(second.period)) - toX(periodX(first.period)) : roomForDots;
    return points.flatMap((point) => {
      const last = point.period === newest?.period;
      const signal = point.rule?.tone ?? null;
      if (point.value === null || !(last || signal || gap >= roomForDots || lone.has(point))) return [];
      const small = tone === 'ink' ? 3.2 : 2.6;
      const radius = last || (signal && gap >= roomForDots) ? 5 : signal ? 4 : small;
      return [
        {
          x: toX(periodX(point.period)),
          y: toY(point.value),
          radius: last && isOpen(point) ? 6 : radius,
          hollow: isOpen(point),
          tone,
          signal,
        },
      ];
    });
  });
}

/** The periods at the end whose values may still change, in x, and why. */
export interface OpenStretch {
  from: number;
  to: number;
  label: 'Provisional' | 'Outcomes still to come';
}

/** The open stretch of the first labelled series; null where its last value is settled. */
export function openStretch(series: readonly ChartSeries[]): OpenStretch | null {
  const lead = series.find(({ tone }) => tone !== 'grey');
  const open = lead?.points.slice(trailingOpen(lead.points)).filter(isOpen) ?? [];
  if (open.length === 0) return null;
  const [from, to] = timeDomain(open.map(({ period }) => period));
  const young = open.some(({ status }) => status.includes('immature'));
  return { from, to, label: young ? 'Outcomes still to come' : 'Provisional' };
}
