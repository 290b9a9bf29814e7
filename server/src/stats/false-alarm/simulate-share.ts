import { xmrLimits } from '../spc/limits.ts';
import type { RuleSet } from '../spc/rule-set.ts';
import { sidesOf } from '../spc/rules.ts';
import { fewestPerMonth } from '../spc/sparse.ts';
import { createDraw } from '../special/draw.ts';
import { poissonMass } from '../special/poisson.ts';
import { createNormal, createRandom } from '../special/random.ts';

/** A steady series: limits from its first `baselinePoints`, then `after` more points, the last of which is judged. */
export type SteadySeries = { baselinePoints: number; after: number; autocorrelation: number };

/**
 * How often the last point of a steady series carries a signal although nothing has changed: normal values with
 * lag-1 autocorrelation, x[t] = ρ x[t-1] + √(1 - ρ²) e, limits from the baseline, seeded.
 * Standard error √(share (1 - share) / runs). Example: 24 points of baseline, 12 after, ρ = 0: about 0.04.
 */
export function simulateFalseShare(ruleSet: RuleSet, series: SteadySeries, runs: number, seed = 1): number {
  const normal = createNormal(createRandom(seed));
  const { baselinePoints, after, autocorrelation } = series;
  const scale = Math.sqrt(1 - autocorrelation ** 2);
  const values = new Float64Array(baselinePoints + after);
  let flagged = 0;
  for (let run = 0; run < runs; run++) {
    let previous = normal();
    for (let i = 0; i < values.length; i++) {
      values[i] = previous;
      previous = autocorrelation * previous + scale * normal();
    }
    if (isLastFlagged(ruleSet, values, baselinePoints)) flagged += 1;
  }
  return flagged / runs;
}

/** A steady count of `perMonth` cases a month or, given `among`, a steady share: so many of so many cases a month. */
export type SparseSeries = { baselinePoints: number; after: number; perMonth: number; among?: number };

/** Shares of all series simulated: judged at all, flagged and judged, and flagged were every one judged. */
export type SparseShares = { judged: number; flagged: number; flaggedUnguarded: number };

/**
 * The same for small numbers: independent Poisson counts, or shares of them whose denominators vary as Poisson too, a
 * period without cases being drawn again. Judged where the baseline holds `fewestPerMonth` cases on each side.
 * Example: 3 a month, 24 + 12 points: all but one in a thousand judged, 0.057 flagged.
 */
export function simulateSparseShare(
  ruleSet: RuleSet,
  { baselinePoints, after, perMonth, among }: SparseSeries,
  runs: number,
  seed = 1,
): SparseShares {
  const random = createRandom(seed);
  const drawCounted = createDraw(poissonMass(perMonth), random);
  const drawOthers = createDraw(poissonMass((among ?? perMonth) - perMonth), random);
  const values = new Float64Array(baselinePoints + after);
  let [judged, flagged, flaggedUnguarded] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    let [allCounted, allOthers] = [0, 0];
    for (let i = 0; i < values.length; i++) {
      let [counted, others] = [drawCounted(), drawOthers()];
      while (among !== undefined && counted + others === 0) [counted, others] = [drawCounted(), drawOthers()];
      values[i] = among === undefined ? counted : counted / (counted + others);
      if (i < baselinePoints) [allCounted, allOthers] = [allCounted + counted, allOthers + others];
    }
    const fewest = (among === undefined ? allCounted : Math.min(allCounted, allOthers)) / baselinePoints;
    const isFlagged = isLastFlagged(ruleSet, values, baselinePoints);
    if (isFlagged) flaggedUnguarded += 1;
    if (fewest < fewestPerMonth) continue;
    judged += 1;
    if (isFlagged) flagged += 1;
  }
  return { judged: judged / runs, flagged: flagged / runs, flaggedUnguarded: flaggedUnguarded / runs };
}

function isLastFlagged(ruleSet: RuleSet, values: Float64Array, baselinePoints: number): boolean {
  const limits = xmrLimits(values.subarray(0, baselinePoints), ruleSet, true);
  const input = { values, sides: sidesOf(values, limits.mean), limits };
  return ruleSet.rules.some(({ find }) => find(input).at(-1) !== 0);
}
