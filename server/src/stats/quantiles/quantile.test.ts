import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StatsError } from '../errors.ts';
import { medianSorted, type QuantileType, quantileSorted, sortValues } from './quantile.ts';

const types: QuantileType[] = [1, 2, 6, 7, 8];
const values = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 60 });
const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe('quantileSorted', () => {
  test('takes the mean of the middle two for an even number of values', () => {
    expect(quantileSorted([10, 20, 30, 50], 0.5)).toBe(25);
  });

  // R 4.5.0: quantile(c(148, 233, 320, 494, 641, 676), 0.25, type = t)
  test('agrees with R for five types', () => {
    const seconds = [148, 233, 320, 494, 641, 676];
    expect(types.map((type) => quantileSorted(seconds, 0.25, type))).toEqual([
      233, 233, 211.75, 254.75, 225.91666666666666,
    ]);
  });

  test('treats a rank that rounding left below a whole number as whole', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(quantileSorted(hundred, 0.29, 1)).toBe(29);
    expect(quantileSorted(hundred, 0.29, 2)).toBe(29.5);
  });

  test('gives the one value there is as every quantile', () => {
    expect(types.map((type) => quantileSorted([11], 0.9, type))).toEqual([11, 11, 11, 11, 11]);
  });

  test('refuses an empty list and a probability outside 0 to 1', () => {
    expect(() => quantileSorted([], 0.5)).toThrow(StatsError);
    expect(() => quantileSorted([1], 1.5)).toThrow(/from 0 to 1/);
    expect(() => quantileSorted([1], Number.NaN)).toThrow(/from 0 to 1/);
  });

  test('follows a shift and a scale of the values', () => {
    fc.assert(
      fc.property(values, probability, fc.constantFrom(...types), (list, p, type) => {
        const sorted = sortValues(list);
        const moved = sorted.map((value) => 3 * value + 50);
        expect(quantileSorted(moved, p, type)).toBeCloseTo(3 * quantileSorted(sorted, p, type) + 50, 6);
      }),
    );
  });

  test('does not depend on the order of the values given', () => {
    fc.assert(
      fc.property(
        values,
        (list) => medianSorted(sortValues(list)) === medianSorted(sortValues(list.toReversed())),
      ),
    );
  });

  test('never falls as the probability rises', () => {
    fc.assert(
      fc.property(values, probability, probability, fc.constantFrom(...types), (list, p, q, type) => {
        const sorted = sortValues(list);
        const low = quantileSorted(sorted, Math.min(p, q), type);
        const high = quantileSorted(sorted, Math.max(p, q), type);
        expect(low).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });
});
