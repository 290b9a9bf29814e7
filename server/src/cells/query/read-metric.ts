import type { MetricDefinition } from '../../metrics/definition.ts';
import { quantileOf } from '../../metrics/kinds.ts';
import { and } from '../row-test.ts';
import { meanOfRuns, quantileOfRuns, sizeOf } from '../runs.ts';
import { type GatherRequest, gather, runsAt } from './gather.ts';
import { readCohort } from './read-cohort.ts';
import { readComposition } from './read-composition.ts';
import { readDifference } from './read-difference.ts';
import { readReturns } from './read-returns.ts';
import { readSnapshot } from './read-snapshot.ts';
import { NO_CASES, type Reading, type ReadLine, type ReleaseData } from './reading.ts';
import { requestFor } from './request-for.ts';
import { sharePoint } from './share-point.ts';
import { type PointOf, toLines } from './to-lines.ts';

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
    case 'composition':
      return readComposition(release, reading, metric);
    case 'cohort':
      return readCohort(release, reading, metric);
    case 'difference':
      return readDifference(release, reading, metric);
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

function durationPoint(statistic: string): PointOf {
  const p = quantileOf(statistic);
  return (_amounts, at, slots) => {
    const runs = runsAt(slots, at);
    const value = p === null ? meanOfRuns(runs) : quantileOfRuns(runs, p);
    return value === null ? NO_CASES : { value, n: sizeOf(runs), runs };
  };
}
