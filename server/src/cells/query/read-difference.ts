import type { Interval } from '../../contract/verdict.ts';
import type { DifferenceMetric, Where } from '../../metrics/definition.ts';
import { type MedianEstimate, subtractMedians } from '../../stats/intervals/median-difference.ts';
import { and } from '../row-test.ts';
import { quantileIntervalOfRuns } from '../run-interval.ts';
import { quantileOfRuns, sizeOf } from '../runs.ts';
import { tupleKey } from '../tuple.ts';
import { gather, runsAt } from './gather.ts';
import { NO_CASES, type Reading, type ReadLine, type ReadPoint, type ReleaseData } from './reading.ts';
import { requestFor } from './request-for.ts';
import { toLines } from './to-lines.ts';

const CONFIDENCE = 0.95;
const NO_MEDIAN: MedianEstimate = { value: 0, lower: null, upper: null };

/** Median of one selection less the median of another; `too-few` where a side has fewer values than it needs. */
export function readDifference(release: ReleaseData, reading: Reading, metric: DifferenceMetric): ReadLine[] {
  const { choices } = reading;
  const request = requestFor(release, reading, metric.cube, []);
  const runsOf = (where: Where) =>
    gather(release, { ...request, filter: and(request.filter, where), run: metric.run(choices) });
  const first = runsOf(metric.first(choices));
  const second = new Map(runsOf(metric.second(choices)).map((slots) => [tupleKey(slots.members), slots]));
  return toLines(reading, first, request, (_amounts, at, slots) => {
    const other = second.get(tupleKey(slots.members));
    return differencePoint(runsAt(slots, at), other ? runsAt(other, at) : [], metric.leastEach);
  });
}

type Runs = readonly Int32Array[];

function differencePoint(first: Runs, second: Runs, leastEach: number): ReadPoint {
  const [one, two] = [first, second].map((runs) => ({ value: quantileOfRuns(runs, 0.5), n: sizeOf(runs) }));
  const n = one.n + two.n;
  if (n === 0) return NO_CASES;
  const sides = [one, two];
  if (one.value === null || two.value === null || Math.min(one.n, two.n) < leastEach)
    return { value: null, n, sides, absent: 'too-few' };
  return { value: one.value - two.value, n, sides, interval: () => intervalOf(first, second) };
}

function intervalOf(first: Runs, second: Runs): Interval {
  const [one, two] = [first, second].map(
    (runs) => quantileIntervalOfRuns(runs, 0.5, CONFIDENCE) ?? NO_MEDIAN,
  );
  const { lower, upper, absent } = subtractMedians(one, two);
  return { lower, upper, confidence: CONFIDENCE, method: 'difference-of-medians', absent };
}
