import type { MetricDefinition, Where } from '../../metrics/definition.ts';
import { quantileOf } from '../../metrics/kinds.ts';
import { monthIndex, type Period } from '../../metrics/periods.ts';
import { meanOfRuns, quantileOfRuns, sizeOf } from '../runs.ts';
import { type GatherRequest, gather, type Slots } from './gather.ts';
import { readReturns } from './read-returns.ts';
import { readSnapshot } from './read-snapshot.ts';
import { NO_CASES, type Reading, type ReadLine, type ReadPoint, type ReleaseData } from './reading.ts';
import { requestFor } from './request-for.ts';
import { sharePoint } from './share-point.ts';

/** Values of one metric: a line per combination of members and node. Reads memory only. */
export function readMetric(release: ReleaseData, reading: Reading): ReadLine[] {
  if (reading.periods.length === 0) return [];
  const { metric } = reading;
  if (metric.noRowsMeansAbsent) return readReturns(release, reading);
  switch (metric.kind) {
    case 'snapshot':
      return readSnapshot(release, reading, metric);
    case 'duration': {
      const request = requestFor(release, reading, metric.cube, []);
      const filter = and(request.filter, metric.where(reading.choices));
      const slots = gather(release, { ...request, filter, run: metric.run });
      return toLines(reading, slots, request, durationPoint(reading.statistic));
    }
    case 'count': {
      const request = requestFor(release, reading, metric.cube, [metric.count(reading.choices)]);
      return toLines(reading, gather(release, request), request, ([count]) => ({ value: count, n: count }));
    }
    case 'proportion': {
      const parts = [metric.numerator(reading.choices), metric.denominator(reading.choices)];
      const request = requestFor(release, reading, metric.cube, parts);
      return toLines(reading, gather(release, request), request, sharePoint(1));
    }
    case 'rate':
      return readRate(release, reading, metric);
  }
}

function readRate(
  release: ReleaseData,
  reading: Reading,
  metric: Extract<MetricDefinition, { kind: 'rate' }>,
): ReadLine[] {
  const numerator = requestFor(release, reading, metric.cube, [metric.numerator(reading.choices)]);
  const exposure = requestFor(release, reading, metric.exposureCube ?? metric.cube, [
    metric.exposure(reading.choices),
  ]);
  const shared = metric.exposureCube !== undefined;
  const plain: GatherRequest = shared
    ? { ...exposure, filter: [], firstFilter: [], byColumns: [] }
    : exposure;
  const exposures = gather(release, plain);
  const point = sharePoint(metric.per);
  const found = gather(release, numerator);
  return toLines(reading, found, numerator, ([count], at, slots) => {
    const match = shared
      ? exposures[0]
      : exposures.find((other) => other.members.join() === slots.members.join());
    const total = match ? at.reduce((sum, i) => sum + match.amounts[0][i], 0) : 0;
    return point([count, total]);
  });
}

/** Alternatives of which both lists hold. */
function and(a: Where, b: Where): Where {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return a.flatMap((left) => b.map((right) => ({ ...left, ...right })));
}

type PointOf = (amounts: number[], at: number[], slots: Slots) => ReadPoint;

/** Turns gathered months into periods. */
function toLines(
  reading: Reading,
  groups: readonly Slots[],
  request: GatherRequest,
  pointOf: PointOf,
): ReadLine[] {
  const first = monthIndex(request.firstMonth);
  const monthCount = monthIndex(request.lastMonth) - first + 1;
  const all = groups.length > 0 || reading.by.length > 0 ? groups : [nothing(request, monthCount)];
  const indexesOf = (node: number, period: Period) =>
    period.months.map((month) => node * monthCount + monthIndex(month) - first);
  return all.flatMap((slots) =>
    reading.nodes.map((node, i) => ({
      key: Object.fromEntries(reading.by.map((id, k) => [id, slots.members[k]])),
      node,
      points: reading.periods.map((period) => {
        const at = indexesOf(i, period);
        const amounts = slots.amounts.map((amount) => at.reduce((sum, index) => sum + amount[index], 0));
        return pointOf(amounts, at, slots);
      }),
    })),
  );
}

function nothing(request: GatherRequest, monthCount: number): Slots {
  const size = request.nodeCount * monthCount;
  return {
    members: [],
    amounts: request.parts.map(() => new Float64Array(size)),
    runs: [],
  };
}

function durationPoint(statistic: string): PointOf {
  const p = quantileOf(statistic);
  return (_amounts, at, slots) => {
    const runs = at.flatMap((index) => slots.runs[index] ?? []);
    const value = p === null ? meanOfRuns(runs) : quantileOfRuns(runs, p);
    return value === null ? NO_CASES : { value, n: sizeOf(runs) };
  };
}
