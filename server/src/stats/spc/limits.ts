/** What a rule set says about limits: how far they stand, how near is near, which ranges are screened out. */
export type LimitConstants = {
  readonly limitMultiplier: number;
  readonly nearShare: number;
  /** Multiple of the average range at which a range is screened out; null where the rule set never screens. */
  readonly screenAt: number | null;
};

/**
 * Mean and limits of one segment, in the unit of the values; why there are none where they are null: the last two by
 * the policy of `sparse.ts`, never by the engine.
 */
export type XmrLimits = {
  mean: number | null;
  averageRange: number | null;
  lower: number | null;
  upper: number | null;
  nearLower: number | null;
  nearUpper: number | null;
  absent: 'too-few' | 'no-variation' | 'too-sparse' | 'no-limits' | null;
};

/**
 * XmR limits: mean ∓ 2.66 × the average moving range, near limits at two thirds of that, never clipped at 0 or 100%.
 * A moving range is |x[i] - x[i-1]| of neighbouring rows, left out where either is missing (NaN). With screening,
 * ranges of 3.267 times their average or more are left out once; the mean still holds every value.
 * Source: NHS England, Making Data Count; specification section A, 3 to 7. Edge cases: no values give no mean;
 * fewer than two neighbouring values `too-few`; every range 0 under screening `no-variation`.
 * Example: 5, 7, 6, 8: mean 6.5, ranges 2, 1, 2, limits 6.5 ∓ 2.66 × 5/3 = 2.0667 and 10.9333.
 */
export function xmrLimits(
  baseline: Float64Array,
  constants: LimitConstants,
  screenRanges: boolean,
): XmrLimits {
  const mean = meanOf(below(baseline, Number.POSITIVE_INFINITY));
  const ranges = movingRanges(baseline);
  const first = meanOf(ranges);
  const { screenAt } = constants;
  const isScreened = screenRanges && screenAt !== null && first !== null;
  const kept = isScreened ? below(ranges, screenAt * first) : ranges;
  const averageRange = meanOf(kept);
  if (mean === null || averageRange === null) {
    const absent = ranges.length === 0 ? 'too-few' : 'no-variation';
    return { ...noLimits, mean, absent };
  }
  const far = constants.limitMultiplier * averageRange;
  const near = constants.nearShare * constants.limitMultiplier * averageRange;
  return {
    mean,
    averageRange,
    lower: mean - far,
    upper: mean + far,
    nearLower: mean - near,
    nearUpper: mean + near,
    absent: null,
  };
}

/** Differences of neighbouring values; a range next to a missing value (NaN) is left out, never bridged. */
export function movingRanges(values: Float64Array): Float64Array {
  const ranges = new Float64Array(Math.max(0, values.length - 1));
  let count = 0;
  for (let i = 1; i < values.length; i++) {
    const range = Math.abs((values[i] ?? Number.NaN) - (values[i - 1] ?? Number.NaN));
    if (!Number.isNaN(range)) ranges[count++] = range;
  }
  return ranges.subarray(0, count);
}

/** Values less than a bound, without those that are missing (NaN). */
function below(values: Float64Array, bound: number): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (const value of values) if (value < bound) kept[count++] = value;
  return kept.subarray(0, count);
}

/** Two passes, so that a constant series has exactly its constant as mean and no point falls beside it. */
export function meanOf(values: Float64Array): number | null {
  if (values.length === 0) return null;
  // Plain loops: typed arrays' own `reduce` and `filter` are many times slower, and a board calls this often.
  let sum = 0;
  for (const value of values) sum += value;
  const rough = sum / values.length;
  let rest = 0;
  for (const value of values) rest += value - rough;
  return rough + rest / values.length;
}

export const noLimits: XmrLimits = {
  mean: null,
  averageRange: null,
  lower: null,
  upper: null,
  nearLower: null,
  nearUpper: null,
  absent: 'too-few',
};
