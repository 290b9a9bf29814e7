import { binomialMass } from '../../special/binomial.ts';
import type { RuleSet } from '../rule-set.ts';
import { findOutside } from '../rules.ts';

/**
 * The individuals chart of the R package qicharts2 (0.8.1) as it comes, for comparison only: limits at 3/1.128 average
 * ranges, a point beyond them, and the Anhøj rules of `analyseRuns` on the line as a whole. Its screening of large
 * ranges is an option (`qic.screenedmr`) that is off unless it is asked for.
 * Source: anhoej/qicharts2 `R/helper.functions.R` (read, restated in our own words; GPL-3, nothing copied).
 */
export const qicharts2: RuleSet = {
  id: 'qicharts2-anhoej',
  version: 1,
  limitMultiplier: 3 / 1.128,
  nearShare: 2 / 3,
  screenAt: null,
  rules: [{ name: 'outside', find: findOutside }],
};

/** Runs of one line about its centre; null where no point lies off it. */
export type RunsAnalysis = {
  /** Points that lie above or below the centre. */
  useful: number;
  longestRun: number;
  longestRunMost: number;
  crossings: number;
  crossingsFewest: number;
};

/**
 * The Anhøj rules over one stretch: points on the centre and missing ones are left out; the line has shifted where its
 * longest run on one side exceeds round(log2 n) + 3 (Schilling 2012), or it crosses the centre less often than the
 * 5% quantile of Binomial(n - 1, 1/2) (Chen 2010).
 * Source: Anhøj and Olesen (2014), PLoS ONE 9(11), e113825.
 * Example: twelve points above, then twelve below: longest run 12 (most 8), one crossing (fewest 8).
 */
export function analyseRuns(sides: ArrayLike<number>): RunsAnalysis | null {
  const useful = Array.from(sides).filter((side) => side !== 0);
  if (useful.length === 0) return null;
  let longestRun = 1;
  let crossings = 0;
  let run = 1;
  for (let i = 1; i < useful.length; i++) {
    run = useful[i] === useful[i - 1] ? run + 1 : 1;
    if (run === 1) crossings += 1;
    longestRun = Math.max(longestRun, run);
  }
  return {
    useful: useful.length,
    longestRun,
    longestRunMost: Math.round(Math.log2(useful.length)) + 3,
    crossings,
    crossingsFewest: lowQuantile(useful.length - 1),
  };
}

/** Smallest k with P(B <= k) of 5% or more for B ~ Binomial(n, 1/2). */
function lowQuantile(n: number): number {
  const { first, mass } = binomialMass(n, 0.5);
  let sum = 0;
  const index = mass.findIndex((term) => {
    sum += term;
    // R's qbinom lets rounding dust count as reached.
    return sum >= 0.05 * (1 - 64 * Number.EPSILON);
  });
  return first + index;
}
