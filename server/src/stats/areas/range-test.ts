import { createDraw } from '../special/draw.ts';
import { normalQuantile } from '../special/normal.ts';
import { createRandom } from '../special/random.ts';

/** How counts of one kind vary: the standard deviation of one unit of size, and the draws at a true value. */
export type CountFamily = {
  unitDeviation: (value: number) => number;
  mass: (size: number, value: number) => { first: number; mass: Float64Array };
};

/** What a range test says of groups: pairs apart are those whose standardised gap passes `critical`. */
export type RangeTest = {
  pooled: number;
  chanceOfNoise: number;
  critical: number;
  gaps: number[][];
  /** The gap between the two smallest groups that is shown with the power asked for. */
  smallestGap: (power: number) => number;
};

const runs = 1999;
const seed = 36;

/**
 * Studentised-range test by parametric bootstrap. The gap of two groups is (vi - vj) / (σ √(1/ni + 1/nj)), v = count
 * over size, σ the deviation at the pooled value; the largest gap is compared with that of 1,999 seeded draws in which
 * every group has the pooled value. Sizes above 0, two groups or more, pooled value with deviation above 0.
 * Source: Tukey's range test; Davison and Hinkley (1997), Bootstrap Methods, section 4.2 for the share (b + 1)/(R + 1).
 */
export function testRange(
  counts: readonly number[],
  sizes: readonly number[],
  family: CountFamily,
  falseShare: number,
): RangeTest {
  const pooled = sum(counts) / sum(sizes);
  const errors = sizes.map((size) => Float64Array.from(sizes, (other) => Math.sqrt(1 / size + 1 / other)));
  const random = createRandom(seed);
  const draws = sizes.map((size) => createDraw(family.mass(size, pooled), random));
  const values = new Float64Array(sizes.length);
  const largest = Float64Array.from({ length: runs }, () => {
    const deviation = drawValues(draws, sizes, values, family);
    return deviation > 0 ? largestSpread(values, errors) / deviation : 0;
  }).sort();
  const gaps = standardGaps(counts, sizes, family);
  const asFar = largest.length - lowerBound(largest, largestGap(gaps) * (1 - 1e-12));
  const critical = largest[Math.ceil((1 - falseShare) * (runs + 1)) - 1] ?? Infinity;
  const [small = 0, next = 0] = sizes.toSorted((a, b) => a - b);
  const error = family.unitDeviation(pooled) * Math.sqrt(1 / small + 1 / next);
  return {
    pooled,
    chanceOfNoise: (asFar + 1) / (runs + 1),
    critical,
    gaps,
    smallestGap: (power) => (critical + normalQuantile(power)) * error,
  };
}

function standardGaps(counts: readonly number[], sizes: readonly number[], family: CountFamily): number[][] {
  const deviation = family.unitDeviation(sum(counts) / sum(sizes));
  return counts.map((count, i) =>
    counts.map((other, j) => {
      const [size, otherSize] = [sizes[i] ?? 1, sizes[j] ?? 1];
      const gap = count / size - other / otherSize;
      return gap === 0 ? 0 : gap / (deviation * Math.sqrt(1 / size + 1 / otherSize));
    }),
  );
}

/** Draws one value per group and returns the deviation at their pooled value. */
function drawValues(
  draws: readonly (() => number)[],
  sizes: readonly number[],
  values: Float64Array,
  family: CountFamily,
): number {
  let total = 0;
  draws.forEach((draw, i) => {
    const count = draw();
    total += count;
    values[i] = count / (sizes[i] ?? 1);
  });
  return family.unitDeviation(total / sum(sizes));
}

function largestSpread(values: Float64Array, errors: readonly Float64Array[]): number {
  let largest = 0;
  for (let i = 1; i < values.length; i++) {
    for (let j = 0; j < i; j++) {
      const gap = Math.abs((values[i] ?? 0) - (values[j] ?? 0)) / (errors[i]?.[j] ?? 1);
      if (gap > largest) largest = gap;
    }
  }
  return largest;
}

function largestGap(gaps: readonly number[][]): number {
  return gaps.reduce((largest, row) => Math.max(largest, ...row), 0);
}

/** How many values of an ascending list lie below a bound. */
function lowerBound(ascending: Float64Array, bound: number): number {
  const index = ascending.findIndex((value) => value >= bound);
  return index < 0 ? ascending.length : index;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
