import { orderRanks } from '../stats/quantiles/order-interval.ts';
import { quantileOfRuns, sizeOf, valueAtRank } from './runs.ts';

/** A quantile and its limits in the unit of the values; a side the method cannot bound is null. */
export interface RunQuantile {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The p-quantile of the union of sorted runs with its order-statistic interval; null when there are no values. */
export function quantileIntervalOfRuns(
  runs: readonly Int32Array[],
  p: number,
  confidence: number,
): RunQuantile | null {
  const value = quantileOfRuns(runs, p);
  if (value === null) return null;
  const { lowerRank, upperRank } = orderRanks(sizeOf(runs), p, confidence);
  return { value, lower: valueAtRank(runs, lowerRank), upper: valueAtRank(runs, upperRank) };
}
