import type { ChartSeries } from './types.ts';
import { valueAxis } from './value-axis.ts';

export interface StackBar {
  group: string;
  period: string;
  parts: { series: number; label: string; value: number; n: number }[];
  total: number;
}

/** A part of a whole: which group of bars it belongs to, and its name in the bar. */
export interface StackSeries extends ChartSeries {
  group: string;
  part: string;
}

/**
 * Bars of parts that add up: one bar for each group and period, parts in the order given. A bar with an absent part
 * is left out, since the rest would read as the whole.
 */
export function stackBars(series: readonly StackSeries[]): StackBar[] {
  const groups = [...new Set(series.map(({ group }) => group))];
  const partCount = new Set(series.map(({ part }) => part)).size;
  return groups.flatMap((group) => {
    const parts = series.filter((one) => one.group === group);
    const periods = parts[0]?.points.map(({ period }) => period) ?? [];
    return periods.flatMap((period) => {
      const bar = parts.flatMap(({ part, points }, index) => {
        const point = points.find((candidate) => candidate.period === period);
        return point && point.value !== null
          ? [{ series: index, label: part, value: point.value, n: point.n }]
          : [];
      });
      const total = bar.reduce((sum, { value }) => sum + value, 0);
      return bar.length === partCount ? [{ group, period, parts: bar, total }] : [];
    });
  });
}

/** Axis of the bars, from zero. @param factor shown units per wire unit. */
export function stackAxis(bars: readonly StackBar[], factor: number) {
  return valueAxis(
    bars.map(({ total }) => total * factor),
    { fromZero: true, maxTicks: 6 },
  );
}
