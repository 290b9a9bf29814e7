import { StatsError } from '../errors.ts';
import type { RuleSet } from '../spc/rule-set.ts';
import { falseShareTable } from './false-share-table.ts';
import type { SteadySeries } from './simulate-share.ts';

/**
 * Chance that the latest point of a series is flagged although nothing has changed, from the simulated table: linear
 * between its points-after and correlations, the nearest of its baselines (12, 18, 24), beyond its ends the end.
 * A negative correlation counts as none. @throws StatsError `unknown-rule-set` for one that has no table.
 * Example: 24 points of baseline and 12 after: 0.039 at no correlation, 0.111 at 0.3, 0.215 at 0.5.
 */
export function falseSignalShare(ruleSet: Pick<RuleSet, 'id' | 'version'>, series: SteadySeries): number {
  const { id, version } = falseShareTable.ruleSet;
  if (ruleSet.id !== id || ruleSet.version !== version) {
    throw new StatsError(
      'unknown-rule-set',
      `False alarms are tabled for ${id} version ${version}, not for ${ruleSet.id} version ${ruleSet.version}.`,
    );
  }
  const baseline = nearestBaseline(series.baselinePoints);
  const rows = falseShareTable.rows.filter(({ baselinePoints }) => baselinePoints === baseline);
  const byAfter = rows.map(({ after, shares }) => ({
    at: after,
    value: betweenCorrelations(shares, series),
  }));
  return interpolate(byAfter, series.after);
}

/**
 * How many times likelier a false signal is on a line of few cases than on normal values: 1 + 1.2 / cases a month (the
 * scarcer side of a share), 1 where values are not counted. Source: fitted to `simulateSparseShare` from
 * `fewestPerMonth` up, from above where it does not fit; shares, whose denominators vary, lie below it.
 * Example: 3 a month 1.4, 10 a month 1.12.
 */
export function sparseAllowance(fewest: number | null): number {
  return fewest === null || fewest <= 0 ? 1 : 1 + 1.2 / fewest;
}

function nearestBaseline(points: number): number {
  const baselines = falseShareTable.rows.map(({ baselinePoints }) => baselinePoints);
  return baselines.reduce((best, one) => (Math.abs(one - points) < Math.abs(best - points) ? one : best));
}

function betweenCorrelations(shares: readonly number[], { autocorrelation }: SteadySeries): number {
  return interpolate(
    shares.map((value, i) => ({ at: i / 10, value })),
    autocorrelation,
  );
}

/** Linear between points in ascending order of `at`, level beyond them. */
function interpolate(points: readonly { at: number; value: number }[], at: number): number {
  const next = points.findIndex((point) => point.at >= at);
  const high = points[next] ?? points.at(-1);
  const low = points[next < 0 ? points.length - 1 : Math.max(0, next - 1)];
  if (!high || !low || high.at === low.at) return high?.value ?? 0;
  return low.value + ((at - low.at) / (high.at - low.at)) * (high.value - low.value);
}
