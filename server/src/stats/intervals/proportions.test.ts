import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newcombeInterval } from './newcombe.ts';
import { wilsonInterval } from './wilson.ts';

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('wilsonInterval', () => {
  // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
  test('agrees with the published limits for 81 of 263, 15 of 148, 0 of 20 and 1 of 29', () => {
    const rounded = [
      [81, 263],
      [15, 148],
      [0, 20],
      [1, 29],
    ].map(([x = 0, n = 0]) => {
      const { lower, upper } = wilsonInterval(x, n, 0.95);
      return [lower.toFixed(4), upper.toFixed(4)];
    });
    expect(rounded).toEqual([
      ['0.2553', '0.3662'],
      ['0.0624', '0.1605'],
      ['0.0000', '0.1611'],
      ['0.0061', '0.1718'],
    ]);
  });

  test('ends exactly at 0 and 1 where nothing or everything succeeded', () => {
    expect(wilsonInterval(0, 7, 0.998).lower).toBe(0);
    expect(wilsonInterval(7, 7, 0.998).upper).toBe(1);
  });

  test('refuses no denominator and a numerator above it', () => {
    expect(() => wilsonInterval(0, 0, 0.95)).toThrow(/above 0/);
    expect(() => wilsonInterval(5, 4, 0.95)).toThrow(/5 of 4/);
    expect(() => wilsonInterval(-1, 4, 0.95)).toThrow(/-1 of 4/);
    expect(() => wilsonInterval(Number.NaN, 4, 0.95)).toThrow(/NaN of 4/);
  });

  test('holds the proportion, stays within 0 to 1 and widens with confidence', () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const near = wilsonInterval(x, n, 0.95);
        const far = wilsonInterval(x, n, 0.998);
        const inOrder = [0, far.lower, near.lower, x / n, near.upper, far.upper, 1];
        expect(inOrder.toSorted((a, b) => a - b)).toEqual(inOrder);
      }),
    );
  });
});

describe('newcombeInterval', () => {
  // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10, cases (a) to (d).
  test('agrees with the published limits', () => {
    const cases = [
      [56, 70, 48, 80],
      [9, 10, 3, 10],
      [10, 10, 0, 20],
      [10, 10, 0, 10],
    ];
    const rounded = cases.map(([x1 = 0, n1 = 0, x2 = 0, n2 = 0]) => {
      const { lower, upper } = newcombeInterval(x1, n1, x2, n2, 0.95);
      return [lower.toFixed(4), upper.toFixed(4)];
    });
    expect(rounded).toEqual([
      ['0.0524', '0.3339'],
      ['0.1705', '0.8090'],
      ['0.6791', '1.0000'],
      ['0.6075', '1.0000'],
    ]);
  });

  test('changes sign when the groups change places', () => {
    fc.assert(
      fc.property(counts, counts, ([x1, n1], [x2, n2]) => {
        const there = newcombeInterval(x1, n1, x2, n2, 0.998);
        const back = newcombeInterval(x2, n2, x1, n1, 0.998);
        expect(back.lower).toBeCloseTo(-there.upper, 12);
        expect(back.upper).toBeCloseTo(-there.lower, 12);
      }),
    );
  });

  test('refuses a group without trials', () => {
    expect(() => newcombeInterval(0, 0, 3, 10, 0.95)).toThrow(/above 0/);
  });
});
