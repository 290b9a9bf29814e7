/** How many values of a sorted run are at most `limit`, known to be from `least` to `most`. */
export function countWithin(run: Int32Array, limit: number, least = 0, most = run.length): number {
  let low = least;
  let high = most;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (run[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function sizeOf(runs: readonly Int32Array[]): number {
  let size = 0;
  for (const run of runs) size += run.length;
  return size;
}

/** Mean of all values; null when there are none. */
export function meanOfRuns(runs: readonly Int32Array[]): number | null {
  const size = sizeOf(runs);
  if (size === 0) return null;
  let sum = 0;
  for (const run of runs) for (let i = 0; i < run.length; i++) sum += run[i];
  return sum / size;
}

/**
 * The p-quantile, type 7 of Hyndman and Fan (1996), of the union of sorted runs, without merging them:
 * with h = (n - 1)p, between the order statistics floor(h) and floor(h) + 1. Null when there are no values.
 * Cost: runs × log(range) × log(length), whatever the number of values.
 */
export function quantileOfRuns(runs: readonly Int32Array[], p: number): number | null {
  const filled = withoutEmpty(runs);
  const size = sizeOf(filled);
  if (size === 0) return null;
  const h = (size - 1) * p;
  const k = Math.floor(h);
  const low = orderStatistic(filled, size, k);
  const fraction = h - k;
  if (fraction === 0) return low;
  return low + fraction * (following(filled, low, k) - low);
}

function withoutEmpty(runs: readonly Int32Array[]): readonly Int32Array[] {
  return runs.every((run) => run.length > 0) ? runs : runs.filter((run) => run.length > 0);
}

/** The value of a rank, counted from 1, of the union of sorted runs; null outside 1 to their size. */
export function valueAtRank(runs: readonly Int32Array[], rank: number): number | null {
  const filled = withoutEmpty(runs);
  const size = sizeOf(filled);
  return rank < 1 || rank > size ? null : orderStatistic(filled, size, rank - 1);
}

/**
 * The k-th smallest value (from 0), bisecting on value between the parts' own order statistics; each step
 * narrows where every run is searched in the next.
 */
function orderStatistic(runs: readonly Int32Array[], size: number, k: number): number {
  if (runs.length === 1) return runs[0][k];
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    low = Math.min(low, run[Math.floor((k * run.length) / size)]);
    high = Math.max(high, run[Math.ceil(((k + 1) * run.length) / size) - 1]);
  }
  const least = new Int32Array(runs.length);
  const most = new Int32Array(runs.map((run) => run.length));
  const within = new Int32Array(runs.length);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    let count = 0;
    for (let i = 0; i < runs.length; i++) {
      within[i] = countWithin(runs[i], middle, least[i], most[i]);
      count += within[i];
    }
    if (count > k) {
      high = middle;
      most.set(within);
    } else {
      low = middle + 1;
      least.set(within);
    }
  }
  return low;
}

/** The (k + 1)-th smallest value, given that the k-th is `value`. */
function following(runs: readonly Int32Array[], value: number, k: number): number {
  let next = Number.POSITIVE_INFINITY;
  let within = 0;
  for (const run of runs) {
    const count = countWithin(run, value);
    within += count;
    if (count < run.length) next = Math.min(next, run[count]);
  }
  return within > k + 1 ? value : next;
}
