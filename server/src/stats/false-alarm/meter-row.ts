import type { XmrResult } from '../spc/xmr.ts';
import type { MeterRow } from './meter.ts';

/**
 * The meter's row for one point (the last unless named) of an analysed series. Deviations come from the baselines only,
 * since a real change after them would read as correlation. Null where the point is not judged or its segment has no
 * baseline. `months` are the same for every row of one meter.
 */
export function meterRow(result: XmrResult, months: readonly string[], at?: string): MeterRow | null {
  const point = at === undefined ? result.points.at(-1) : result.points.find((other) => other.at === at);
  const baseline = point && result.segments[point.segment]?.baseline;
  if (!point || !baseline || point.unjudged !== null) return null;
  const soFar = result.points.filter(
    (other) => other.segment === point.segment && other.unjudged === null && other.at <= point.at,
  );
  const deviations = baselineDeviations(result);
  return {
    baselinePoints: baseline.completePoints,
    after: Math.max(0, soFar.length - baseline.completePoints),
    isFlagged: point.signals.length > 0,
    deviations: months.map((month) => deviations.get(month) ?? null),
  };
}

/** Each baseline value less its segment's mean, by month. */
function baselineDeviations({ points, segments }: XmrResult): Map<string, number> {
  const deviations = new Map<string, number>();
  for (const { at, value, mean, segment, unjudged } of points) {
    const baseline = segments[segment]?.baseline;
    const isInside = baseline && at >= baseline.from && at <= baseline.to;
    if (isInside && value !== null && mean !== null && unjudged === null) deviations.set(at, value - mean);
  }
  return deviations;
}
