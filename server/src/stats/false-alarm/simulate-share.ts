import { xmrLimits } from '../spc/limits.ts';
import type { RuleSet } from '../spc/rule-set.ts';
import { sidesOf } from '../spc/rules.ts';
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
    const limits = xmrLimits(values.subarray(0, baselinePoints), ruleSet, true);
    const input = { values, sides: sidesOf(values, limits.mean), limits };
    if (ruleSet.rules.some(({ find }) => find(input).at(-1) !== 0)) flagged += 1;
  }
  return flagged / runs;
}
