import { StatsError } from '../errors.ts';

/** The kinds of sample quantile of Hyndman and Fan (1996) that are offered; published figures use type 7. */
export type QuantileType = 1 | 2 | 6 | 7 | 8;

/**
 * Sample quantile of values already in ascending order, in their own unit.
 * Type 7: h = 1 + (n - 1)p, linear between the order statistics either side. Types 6 and 8: h = a + p(n + 1 - 2a)
 * with a = 0 and 1/3. Type 1: the value at the smallest rank >= np; type 2 averages the two where np is whole.
 * Source: Hyndman and Fan (1996), American Statistician 50, 361-365; R `quantile`.
 * One value is every quantile of itself. No values: StatsError `no-cases`.
 * Example: `quantileSorted([10, 20, 30, 50], 0.5)` = 25.
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  const n = sorted.length;
  if (n === 0) throw new StatsError('no-cases', 'A quantile needs at least one value; the list is empty.');
  if (!(p >= 0 && p <= 1)) {
    throw new StatsError('invalid-argument', `A quantile's probability lies from 0 to 1; got ${p}.`);
  }
  if (type === 1 || type === 2) return stepQuantile(sorted, p, type);
  if (type === 7) return interpolate(sorted, 1 + (n - 1) * p, 0);
  const a = type === 6 ? 0 : 1 / 3;
  return interpolate(sorted, a + p * (n + 1 - 2 * a), rankFuzz);
}

/** Median of values already in ascending order: `quantileSorted` at 0.5. */
export function medianSorted(sorted: ArrayLike<number>): number {
  return quantileSorted(sorted, 0.5);
}

/** The values in ascending order, as a new typed array. */
export function sortValues(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/** All values of several lists in ascending order, as one typed array. */
export function poolValues(lists: readonly ArrayLike<number>[]): Float64Array {
  const pooled = new Float64Array(lists.reduce((length, list) => length + list.length, 0));
  let offset = 0;
  for (const list of lists) {
    pooled.set(list, offset);
    offset += list.length;
  }
  return pooled.sort();
}

// R 4.4 and later: a rank this close below a whole number counts as whole, so that 100 × 0.29 is 29.
const rankFuzz = 4 * Number.EPSILON;

function stepQuantile(sorted: ArrayLike<number>, p: number, type: 1 | 2): number {
  const rank = sorted.length * p;
  const whole = Math.floor(rank * (1 + rankFuzz));
  if (rank > whole) return orderStatistic(sorted, whole + 1);
  if (type === 1) return orderStatistic(sorted, whole);
  return (orderStatistic(sorted, whole) + orderStatistic(sorted, whole + 1)) / 2;
}

function interpolate(sorted: ArrayLike<number>, rank: number, fuzz: number): number {
  const floor = Math.floor(rank * (1 + fuzz));
  const share = Math.max(0, rank - floor);
  const low = orderStatistic(sorted, floor);
  if (share <= fuzz * rank) return low;
  const high = orderStatistic(sorted, floor + 1);
  // Written so that a tie gives the tied value itself and the result never leaves [low, high].
  return low + share * (high - low);
}

/** The value at a rank counted from 1, ranks outside the list clamped to its ends. */
function orderStatistic(sorted: ArrayLike<number>, rank: number): number {
  const index = Math.min(Math.max(rank, 1), sorted.length) - 1;
  return sorted[index] ?? Number.NaN;
}
