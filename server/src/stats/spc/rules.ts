import type { XmrLimits } from './limits.ts';

/** Values of one segment in order (NaN where missing), each one's side of the mean, and the segment's limits. */
export type RuleInput = { values: Float64Array; sides: Int8Array; limits: XmrLimits };

/** Marks each point of a pattern: 1 high or rising, -1 low or falling, 0 no part of it. */
export type RuleFinder = (input: RuleInput) => Int8Array;

/** Which side of the mean each value lies on: 1 above, -1 below, 0 on it or missing. */
export function sidesOf(values: Float64Array, mean: number | null): Int8Array {
  if (mean === null) return new Int8Array(values.length);
  return markEach(values, (value) => Number(value > mean) - Number(value < mean));
}

/** Points beyond the limits, strictly. */
export function findOutside({ values, limits: { lower, upper } }: RuleInput): Int8Array {
  if (lower === null || upper === null) return new Int8Array(values.length);
  return markEach(values, (value) => Number(value > upper) - Number(value < lower));
}

/** Points beyond the near limits but not beyond the limits, both strictly. */
export function findNear({ values, limits }: RuleInput): Int8Array {
  const { lower, upper, nearLower, nearUpper } = limits;
  if (lower === null || upper === null || nearLower === null || nearUpper === null) {
    return new Int8Array(values.length);
  }
  return markEach(
    values,
    (value) => Number(value > nearUpper && value <= upper) - Number(value < nearLower && value >= lower),
  );
}

/**
 * Points of runs of `length` or more in which every step rises, or every step falls; a missing value or an equal
 * pair ends a run. A peak two trends share takes the direction of the later.
 */
export function findTrends(length: number): RuleFinder {
  return ({ values }) => {
    const flags = new Int8Array(values.length);
    let start = 0;
    for (let i = 1; i < values.length; i++) {
      const step = stepAt(values, i);
      if (step === 0 || step !== stepAt(values, i - 1)) start = step === 0 ? i : i - 1;
      if (i - start + 1 >= length) flags.fill(step, start, i + 1);
    }
    return flags;
  };
}

/** Points of runs of `length` or more on one side of the mean; a point on the mean or missing ends a run. */
export function findRuns(length: number): RuleFinder {
  return ({ sides }) => {
    const flags = new Int8Array(sides.length);
    let start = 0;
    for (let i = 0; i < sides.length; i++) {
      const side = sides[i] ?? 0;
      if (side !== sides[start]) start = i;
      if (side !== 0 && i - start + 1 >= length) flags.fill(side, start, i + 1);
    }
    return flags;
  };
}

/** The near points of any three neighbours all on one side of the mean of which two or more are near. */
export function findTwoInThree(input: RuleInput): Int8Array {
  const { sides } = input;
  const near = findNear(input);
  const flags = new Int8Array(sides.length);
  for (let i = 2; i < sides.length; i++) {
    const side = sides[i] ?? 0;
    const isOneSided = side !== 0 && sides[i - 1] === side && sides[i - 2] === side;
    const nearCount = Math.abs((near[i] ?? 0) + (near[i - 1] ?? 0) + (near[i - 2] ?? 0));
    if (!isOneSided || nearCount < 2) continue;
    for (let j = i - 2; j <= i; j++) if (near[j] !== 0) flags[j] = side;
  }
  return flags;
}

// A plain loop: `Int8Array.from` with a mapper is many times slower, and boards and simulations call this often.
function markEach(values: Float64Array, mark: (value: number) => number): Int8Array {
  const marks = new Int8Array(values.length);
  for (let i = 0; i < values.length; i++) marks[i] = mark(values[i] ?? Number.NaN);
  return marks;
}

/** 1 where the value rises from the one before, -1 where it falls, 0 where equal, missing or first. */
function stepAt(values: Float64Array, i: number): number {
  const step = (values[i] ?? Number.NaN) - (values[i - 1] ?? Number.NaN);
  return Number.isNaN(step) ? 0 : Math.sign(step);
}
