import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderInterval, orderRanks } from './order-interval.ts';
import { sortValues } from './quantile.ts';

describe('orderRanks', () => {
  // Conover (1999), Practical Nonparametric Statistics, table of ranks for the median: n = 20 gives 6 and 15.
  test('gives the tabled ranks for the median of twenty values', () => {
    const { lowerRank, upperRank, coverage } = orderRanks(20, 0.5, 0.95);
    expect([lowerRank, upperRank]).toEqual([6, 15]);
    expect(coverage).toBeCloseTo(0.9586105346679688, 13);
  });

  test('bounds both sides of a median from 6 values at 95% and from 10 at 99.8%', () => {
    const ranks = (n: number, confidence: number) => {
      const { lowerRank, upperRank } = orderRanks(n, 0.5, confidence);
      return [lowerRank, upperRank];
    };
    expect([ranks(5, 0.95), ranks(6, 0.95)]).toEqual([
      [0, 6],
      [1, 6],
    ]);
    expect([ranks(9, 0.998), ranks(10, 0.998)]).toEqual([
      [0, 10],
      [1, 10],
    ]);
  });

  // R: qbinom(0.001, 3, 0.9) is 0 and qbinom(0.999, 3, 0.1) is 2, each exactly on the tail.
  test('counts a tail exactly equal to a/2 as reached', () => {
    expect(orderRanks(3, 0.1, 0.998).upperRank).toBe(3);
    expect(orderRanks(3, 0.9, 0.998).lowerRank).toBe(0);
  });

  test('covers at least what was asked, for any n, quantile and confidence', () => {
    const quantile = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        quantile,
        fc.constantFrom(0.95, 0.998),
        (n, p, confidence) => {
          const { lowerRank, upperRank, coverage } = orderRanks(n, p, confidence);
          expect(coverage).toBeGreaterThanOrEqual(confidence - 1e-12);
          expect(lowerRank).toBeLessThan(upperRank);
          expect([lowerRank >= 0, upperRank <= n + 1]).toEqual([true, true]);
        },
      ),
    );
  });

  test('refuses no values and a quantile that is none', () => {
    expect(() => orderRanks(0, 0.5, 0.95)).toThrow(/n is 0/);
    expect(() => orderRanks(10, 1, 0.95)).toThrow(/between 0 and 1/);
    expect(() => orderRanks(10, 0.5, 95)).toThrow(/0.95/);
  });
});

describe('orderInterval', () => {
  test('gives the values at the ranks', () => {
    const sorted = Array.from({ length: 20 }, (_, i) => 10 * (i + 1));
    expect(orderInterval(sorted, 0.5, 0.95)).toMatchObject({ lower: 60, upper: 150, absent: null });
  });

  test('leaves a side it cannot bound empty and says why', () => {
    expect(orderInterval([3, 5, 8], 0.9, 0.95)).toMatchObject({ upper: null, absent: 'too-few' });
  });

  test('follows a shift and a scale of the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 10, maxLength: 80 }), (list) => {
        const sorted = sortValues(list);
        const { lower, upper } = orderInterval(sorted, 0.5, 0.95);
        const moved = orderInterval(
          sorted.map((value) => 2 * value + 7),
          0.5,
          0.95,
        );
        expect([moved.lower, moved.upper]).toEqual([2 * (lower ?? 0) + 7, 2 * (upper ?? 0) + 7]);
      }),
    );
  });
});
