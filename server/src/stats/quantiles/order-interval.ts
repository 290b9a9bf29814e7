import { checkConfidence, StatsError } from '../errors.ts';
import { binomialMass } from '../special/binomial.ts';

/**
 * Ranks between which a quantile lies. `lowerRank` 0 and `upperRank` n + 1 mean that side is unbounded.
 * `coverage` is the exact chance that the interval holds the quantile, at least the confidence asked for.
 */
export type OrderRanks = {
  readonly lowerRank: number;
  readonly upperRank: number;
  readonly coverage: number;
};

/** Limits in the unit of the values; a side the method cannot bound is null, with the reason `too-few`. */
export type OrderInterval = OrderRanks & {
  lower: number | null;
  upper: number | null;
  absent: 'too-few' | null;
};

/**
 * Ranks of the distribution-free interval for the p-quantile of n values: with B ~ Binomial(n, p) and
 * a = 1 - confidence, lower = smallest k with P(B <= k) >= a/2, upper = 1 + smallest k with P(B <= k) >= 1 - a/2.
 * Source: Conover (1999), Practical Nonparametric Statistics, section 3.2; specification section D.
 * For the median both sides need n >= 6 at 95% and n >= 10 at 99.8%.
 * Example: n = 20, p = 0.5, 95% gives ranks 6 and 15, coverage 0.9586105346679688.
 */
export function orderRanks(n: number, p: number, confidence: number): OrderRanks {
  const key = `${n} ${p} ${confidence}`;
  const kept = known.get(key);
  if (kept) return kept;
  const ranks = findRanks(n, p, confidence);
  if (known.size >= mostKnown) known.clear();
  known.set(key, ranks);
  return ranks;
}

// A page asks for the same few numbers of cases again and again.
const mostKnown = 20_000;
const known = new Map<string, OrderRanks>();

function findRanks(n: number, p: number, confidence: number): OrderRanks {
  checkConfidence(confidence);
  if (!(p > 0 && p < 1))
    throw new StatsError('invalid-argument', `The quantile lies between 0 and 1; got ${p}.`);
  if (!(Number.isInteger(n) && n >= 1))
    throw new StatsError('no-cases', `An interval needs a value; n is ${n}.`);
  const { first, mass } = binomialMass(n, p);
  const tail = (1 - confidence) / 2;
  const lower = walkIn(mass, (sum) => sum < tail * (1 - tieFuzz));
  const upper = walkIn(mass.reverse(), (sum) => sum <= tail + tieFuzz);
  const lowerRank = first + lower.steps;
  const upperRank = first + mass.length - upper.steps;
  return { lowerRank, upperRank, coverage: 1 - lower.sum - upper.sum };
}

/** The interval for the p-quantile of values in ascending order; see `orderRanks`. */
export function orderInterval(sorted: ArrayLike<number>, p: number, confidence: number): OrderInterval {
  const ranks = orderRanks(sorted.length, p, confidence);
  const lower = sorted[ranks.lowerRank - 1] ?? null;
  const upper = sorted[ranks.upperRank - 1] ?? null;
  return { ...ranks, lower, upper, absent: lower === null || upper === null ? 'too-few' : null };
}

// A tail that equals a/2 but for rounding (n = 3, p = 0.1 at 99.8%) counts as reaching it, as in R's qbinom.
const tieFuzz = 64 * Number.EPSILON;

/** How many probabilities, from the outside in, can be left out while the tail stays acceptable. */
function walkIn(mass: Float64Array, isAcceptable: (sum: number) => boolean): { steps: number; sum: number } {
  let sum = 0;
  let steps = 0;
  while (steps < mass.length && isAcceptable(sum + (mass[steps] ?? 0))) {
    sum += mass[steps] ?? 0;
    steps += 1;
  }
  return { steps, sum };
}
