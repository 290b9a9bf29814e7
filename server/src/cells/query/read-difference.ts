import type { DifferenceMetric, Where } from '../../metrics/definition.ts';
import { type MedianEstimate, subtractMedians } from '../../stats/intervals/median-difference.ts';
import { quantileIntervalOfRuns } from '../run-interval.ts';
import { sizeOf } from '../runs.ts';
import { tupleKey } from '../tuple.ts';
import { gather, runsAt } from './gather.ts';
import { NO_CASES, type Reading, type ReadLine, type ReadPoint, type ReleaseData } from './reading.ts';
import { requestFor } from './request-for.ts';
import { and } from './row-test.ts';
import { toLines } from './to-lines.ts';

const CONFIDENCE = 0.95;

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
  const estimates = [first, second].map((runs) => quantileIntervalOfRuns(runs, 0.5, CONFIDENCE));
  const [n1, n2] = [sizeOf(first), sizeOf(second)];
  const sides = [
    { value: estimates[0]?.value ?? null, n: n1 },
    { value: estimates[1]?.value ?? null, n: n2 },
  ];
  const [one, two] = estimates;
  if (n1 + n2 === 0) return NO_CASES;
  if (!one || !two || Math.min(n1, n2) < leastEach)
    return { value: null, n: n1 + n2, sides, absent: 'too-few' };
  return { n: n1 + n2, sides, ...intervalOf(one, two) };
}

function intervalOf(
  one: MedianEstimate,
  two: MedianEstimate,
): Pick<ReadPoint, 'interval'> & { value: number } {
  const { difference, lower, upper, absent } = subtractMedians(one, two);
  const method = 'difference-of-medians';
  return { value: difference, interval: { lower, upper, confidence: CONFIDENCE, method, absent } };
}
