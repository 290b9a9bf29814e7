import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortValues } from '../quantiles/quantile.ts';
import { normalQuantile } from '../special/normal.ts';
import { createNormal, createRandom } from '../special/random.ts';
import { medianDifference, quantileDifference } from './median-difference.ts';

type Design = { sizes: [number, number]; sigmas: [number, number] };

// Waits in minutes, lognormal about a median of 20: sigma 0.5 is mild skew, 1.5 severe.
const designs: Design[] = [
  { sizes: [10, 10], sigmas: [1, 1] },
  { sizes: [10, 300], sigmas: [1, 1] },
  { sizes: [12, 30], sigmas: [1.5, 0.5] },
  { sizes: [30, 30], sigmas: [0.8, 1.5] },
  { sizes: [30, 300], sigmas: [0.5, 1.5] },
  { sizes: [150, 600], sigmas: [1, 1] },
];

/** Share of simulated differences of equal medians whose interval holds 0. */
function coverage(
  { sizes, sigmas }: Design,
  confidence: number,
  { runs, seed, p = 0.5 }: { runs: number; seed: number; p?: number },
): number {
  const normal = createNormal(createRandom(seed));
  // Of one true quantile, whatever the skew.
  const middle = normalQuantile(p);
  const draw = (n: number, sigma: number) =>
    sortValues(Array.from({ length: n }, () => 20 * Math.exp(sigma * (normal() - middle))));
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const { lower, upper } = quantileDifference(
      draw(sizes[0], sigmas[0]),
      draw(sizes[1], sigmas[1]),
      p,
      confidence,
    );
    if ((lower ?? -Infinity) <= 0 && (upper ?? Infinity) >= 0) held += 1;
  }
  return held / runs;
}

// A true coverage at the nominal level may fall this far below it in so many runs (four standard errors).
const allowance = (confidence: number, runs: number) => 4 * Math.sqrt((confidence * (1 - confidence)) / runs);

describe('coverage over skewed response times', () => {
  const runs = process.env.LONG === '1' ? 100_000 : 1200;

  test.each(designs)(
    'reaches 95% for sizes $sizes and skews $sigmas',
    (design) => {
      expect(coverage(design, 0.95, { runs, seed: 20231130 })).toBeGreaterThan(0.95 - allowance(0.95, runs));
    },
    600_000,
  );

  test.each(designs)(
    'reaches 99.8% for sizes $sizes and skews $sigmas',
    (design) => {
      expect(coverage(design, 0.998, { runs, seed: 20231201 })).toBeGreaterThan(
        0.998 - allowance(0.998, runs),
      );
    },
    600_000,
  );
});

describe('coverage of 90th percentiles over skewed response times', () => {
  const runs = process.env.LONG === '1' ? 100_000 : 1200;
  const ofTails: Design[] = [
    { sizes: [66, 66], sigmas: [1, 1] },
    { sizes: [20, 200], sigmas: [1, 1] },
    { sizes: [70, 300], sigmas: [1, 1] },
    { sizes: [80, 120], sigmas: [1.5, 0.5] },
    { sizes: [100, 400], sigmas: [0.5, 1.5] },
    { sizes: [150, 600], sigmas: [1, 1] },
  ];

  test.each(ofTails)(
    'reaches 95% and 99.8% for sizes $sizes and skews $sigmas',
    (design) => {
      const reached = (confidence: number, seed: number) =>
        coverage(design, confidence, { runs, seed, p: 0.9 }) + allowance(confidence, runs);
      expect(reached(0.95, 20231202)).toBeGreaterThan(0.95);
      expect(reached(0.998, 20231203)).toBeGreaterThan(0.998);
    },
    600_000,
  );
});

describe('quantileDifference', () => {
  const waits = (n: number, from: number) => Array.from({ length: n }, (_, i) => from + i);

  test('joins the order-statistic limits of the 90th percentiles of 1 to 100 and 101 to 200', () => {
    const { difference, lower, upper } = quantileDifference(waits(100, 1), waits(100, 101), 0.9, 0.95);
    expect(difference).toBeCloseTo(-100, 12);
    // Ranks 84 and 96 of 100 about 90.1: √(6.1² + 5.9²) either side.
    const reach = Math.sqrt(6.1 ** 2 + 5.9 ** 2);
    expect(lower).toBeCloseTo(-100 - reach, 9);
    expect(upper).toBeCloseTo(-100 + reach, 9);
  });

  test('bounds a group of 66 on both sides at 99.8%, and one of 65 on the lower alone', () => {
    const sided = (n: number) => {
      const { lower, upper } = quantileDifference(waits(n, 0), waits(400, 0), 0.9, 0.998);
      return [lower !== null, upper !== null];
    };
    expect([sided(66), sided(65)]).toEqual([
      [true, true],
      [true, false],
    ]);
  });
});

describe('medianDifference', () => {
  test('joins the order-statistic limits of 1 to 9 and 11 to 19', () => {
    const first = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const result = medianDifference(
      first,
      first.map((value) => value + 10),
      0.95,
    );
    expect(result.difference).toBe(-10);
    // Ranks 2 and 8 of nine: each limit 3 from its median, so √(3² + 3²) either side.
    expect(result.lower).toBeCloseTo(-10 - Math.sqrt(18), 12);
    expect(result.upper).toBeCloseTo(-10 + Math.sqrt(18), 12);
  });

  test('gives the difference but no limits where a group is too small', () => {
    expect(medianDifference([5, 6, 9], [1, 2], 0.998)).toEqual({
      difference: 4.5,
      lower: null,
      upper: null,
      absent: 'too-few',
    });
  });

  test('refuses an empty group', () => {
    expect(() => medianDifference([], [1], 0.95)).toThrow(/at least one value/);
  });

  test('follows a shift of one group and a scale of both', () => {
    const group = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(group, group, (a, b) => {
        const plain = medianDifference(sortValues(a), sortValues(b), 0.95);
        const moved = medianDifference(
          sortValues(a.map((x) => 60 * x + 300)),
          sortValues(b.map((x) => 60 * x)),
          0.95,
        );
        expect(moved.lower).toBeCloseTo(60 * (plain.lower ?? 0) + 300, 6);
        expect(moved.upper).toBeCloseTo(60 * (plain.upper ?? 0) + 300, 6);
      }),
    );
  });
});
