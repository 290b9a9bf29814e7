import type { XmrResult } from '../spc/xmr.ts';
import type { MeterRow } from './meter.ts';

/**
 * The meter's row for one point (the last unless named) of an analysed series. Deviations come from the baseline of its
 * segment only, since a real change after it would read as correlation. Null where the point is not judged or its
 * segment has no limits. `months` are the same for every row of one meter; `fewest` is the mean count a month, on the
 * scarcer side of a share, and null for values that are not counted.
 */
export function meterRow(
  { points, segments }: XmrResult,
  months: readonly string[],
  { at, fewest = null }: { at?: string | null; fewest?: number | null } = {},
): MeterRow | null {
  const point = at == null ? points.at(-1) : points.find((other) => other.at === at);
  const segment = point && segments[point.segment];
  if (!point || !segment?.baseline || point.unjudged !== null) return null;
  const { baseline, mean, upper } = segment;
  if (mean === null || upper === null) return null;
  const deviations = new Map<string, number>();
  let after = 0;
  for (const other of points) {
    if (other.segment !== point.segment || other.unjudged !== null || other.value === null) continue;
    if (other.at >= baseline.from && other.at <= baseline.to) deviations.set(other.at, other.value - mean);
    if (other.at > baseline.to && other.at <= point.at) after += 1;
  }
  return {
    baselinePoints: baseline.completePoints,
    after,
    fewest,
    isFlagged: point.signals.length > 0,
    deviations: months.map((month) => deviations.get(month) ?? null),
  };
}
