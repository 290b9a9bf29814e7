import type { ValueFormat } from '../../format/values.ts';
import { tickLabel } from './line-labels.ts';
import { periodsOf, showsIntervals } from './line-parts.ts';
import { monthStartX, timeDomain } from './timeline.ts';
import type { ChartSeries, ChartTarget } from './types.ts';
import { type DrawnRange, drawnRanges, rangeValues, type ValueBounds } from './usual-range.ts';
import { type ValueAxis, valueAxis } from './value-axis.ts';

/** A target over the stretch it holds for, in x and shown units. */
export interface DrawnTarget {
  shown: number;
  label: string;
  from: number;
  to: number;
}

/** Where a figure's vertical axis starts, when not at zero, for its subtitle. */
export function axisStart(input: Valued): string | null {
  const ranges = drawnRanges(input.series, input.format, timeDomain(periodsOf(input.series)), input);
  return startOf(axisOf(input, drawnTargets(input, allTime), ranges, false), input.format);
}

const allTime: [number, number] = [0, Number.POSITIVE_INFINITY];
export const startOf = ({ domain }: ValueAxis, format: ValueFormat) =>
  domain[0] === 0 ? null : tickLabel(domain[0], format);

interface Valued extends ValueBounds {
  series: readonly ChartSeries[];
  format: ValueFormat;
  targets: readonly ChartTarget[];
}

export function axisOf(
  { series, format, ceiling }: Valued,
  targets: readonly DrawnTarget[],
  ranges: readonly DrawnRange[],
  compact: boolean,
): ValueAxis {
  const values = [
    ...shownValues(series, format.factor),
    ...targets.map(({ shown }) => shown),
    ...rangeValues(ranges),
  ];
  return valueAxis(values, { ceiling, maxTicks: compact ? 6 : 8 });
}

/** Every value, and the ends of the intervals that are drawn. */
function shownValues(series: readonly ChartSeries[], factor: number): number[] {
  return series.flatMap((one) => {
    const bounded = one.intervalMarks || showsIntervals(one);
    return one.points.flatMap(({ value, interval }) =>
      [value, ...(bounded && interval ? [interval.lower, interval.upper] : [])].flatMap((number) =>
        number === null ? [] : [number * factor],
      ),
    );
  });
}

/** Targets inside a stretch of the axis. */
export function drawnTargets({ targets, format }: Valued, [first, last]: [number, number]): DrawnTarget[] {
  return targets
    .map(({ value, label, from, to }) => ({
      shown: value * format.factor,
      label,
      from: Math.max(first, monthStartX(from)),
      to: Math.min(last, to === null ? last : monthStartX(to)),
    }))
    .filter((target) => target.from < target.to);
}
