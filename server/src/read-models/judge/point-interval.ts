import type { ReadPoint } from '../../cells/query/reading.ts';
import { sizeOf, valueAtRank } from '../../cells/runs.ts';
import type { Point } from '../../contract/series.ts';
import type { Interval } from '../../contract/verdict.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';
import { quantileOf } from '../../metrics/kinds.ts';
import { countInterval, rateInterval } from '../../stats/intervals/poisson.ts';
import { wilsonInterval } from '../../stats/intervals/wilson.ts';
import { orderRanks } from '../../stats/quantiles/order-interval.ts';

export const pointConfidence = 0.95;

type Stated = Pick<Point, 'interval' | 'intervalAbsent'>;

const notApplicable: Stated = { intervalAbsent: 'not-applicable' };

/**
 * The 95% interval of one value, or why it has none: Wilson for shares, Byar and exact for counts and rates, order
 * statistics of the whole distribution for medians and percentiles. Levels, means and counts that returns publish
 * out of range (a negative quarter) have none. A point without a value needs none.
 */
export function statedInterval(metric: MetricDefinition, statistic: string, point: ReadPoint): Stated {
  if (point.value === null) return {};
  if (point.interval)
    return { interval: typeof point.interval === 'function' ? point.interval() : point.interval };
  if (point.intervalAbsent) return { intervalAbsent: point.intervalAbsent };
  switch (metric.kind) {
    case 'proportion':
    case 'composition':
      return statistic === 'share' ? shareInterval(point) : countOf(point.value);
    case 'count':
      return countOf(point.value);
    case 'rate':
      return rateOf(point, metric.per);
    case 'duration':
      return quantileInterval(point.runs ?? [], quantileOf(statistic));
    default:
      return notApplicable;
  }
}

function shareInterval({ numerator = 0, denominator = 0 }: ReadPoint): Stated {
  if (!(denominator > 0 && numerator >= 0 && numerator <= denominator)) return notApplicable;
  return bounded(wilsonInterval(numerator, denominator, pointConfidence), 'wilson');
}

function countOf(value: number): Stated {
  if (!(value >= 0)) return notApplicable;
  const { method, ...limits } = countInterval(value, pointConfidence);
  return bounded(limits, method);
}

function rateOf({ numerator = 0, denominator = 0 }: ReadPoint, per: number): Stated {
  if (!(denominator > 0 && numerator >= 0)) return notApplicable;
  const { method, lower, upper } = rateInterval(numerator, denominator, pointConfidence);
  return bounded({ lower: lower * per, upper: upper * per }, method);
}

function quantileInterval(runs: readonly Int32Array[], p: number | null): Stated {
  const n = sizeOf(runs);
  if (p === null || n === 0) return notApplicable;
  const { lowerRank, upperRank } = orderRanks(n, p, pointConfidence);
  const lower = valueAtRank(runs, lowerRank);
  const upper = valueAtRank(runs, upperRank);
  if (lower === null && upper === null) return { intervalAbsent: 'too-few' };
  const absent = lower === null || upper === null ? 'too-few' : null;
  return { interval: { lower, upper, confidence: pointConfidence, method: 'order-statistic', absent } };
}

function bounded(limits: { lower: number; upper: number }, method: Interval['method']): Stated {
  const { lower, upper } = limits;
  return { interval: { lower, upper, confidence: pointConfidence, method, absent: null } };
}
