import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWithin, meanOfRuns, quantileOfRuns, sizeOf } from './runs.ts';

const run = (...values: number[]): Int32Array => Int32Array.from(values).sort();
const seconds = fc.oneof(fc.nat(20), fc.nat(90_000), fc.constant(2 ** 31 - 1));
const parts = fc.array(fc.array(seconds, { maxLength: 25 }), { maxLength: 8 });
const share = fc.oneof(fc.constantFrom(0, 0.5, 0.9, 1), fc.double({ min: 0, max: 1, noNaN: true }));

/** Type 7 by sorting every value: the definition, word for word (Hyndman and Fan 1996). */
function typeSeven(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(h)], sorted[Math.ceil(h)]];
  return sorted.length === 0 ? null : low + (h - Math.floor(h)) * (high - low);
}

describe('quantileOfRuns', () => {
  // R 4.5.0: quantile(c(148, 233, 320, 494, 641, 676), 0.25) is 254.75
  test('agrees with R however the values are parted', () => {
    expect(quantileOfRuns([run(148, 233, 320, 494, 641, 676)], 0.25)).toBe(254.75);
    expect(quantileOfRuns([run(676, 148), run(), run(320), run(641, 494, 233)], 0.25)).toBe(254.75);
  });

  test('gives the one value there is as every quantile', () => {
    expect([0, 0.5, 0.9, 1].map((p) => quantileOfRuns([run(), run(11)], p))).toEqual([11, 11, 11, 11]);
  });

  test('is null where there are no values', () => {
    expect(quantileOfRuns([], 0.5)).toBeNull();
    expect(quantileOfRuns([run(), run()], 0.5)).toBeNull();
  });

  test('equals the quantile of all values sorted, with ties and empty parts', () => {
    fc.assert(
      fc.property(parts, share, (lists, p) => {
        const runs = lists.map((list) => run(...list));
        expect(quantileOfRuns(runs, p)).toBe(typeSeven(lists.flat(), p));
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves the runs as they were', () => {
    const runs = [run(3, 1, 2), run(9)];
    quantileOfRuns(runs, 0.5);
    expect(runs).toEqual([Int32Array.of(1, 2, 3), Int32Array.of(9)]);
  });
});

describe('countWithin', () => {
  test('counts a value of exactly the limit', () => {
    expect(countWithin(run(899, 900, 900, 901), 900)).toBe(3);
  });

  test('counts as a filter does', () => {
    fc.assert(
      fc.property(fc.array(seconds), seconds, (list, limit) => {
        expect(countWithin(run(...list), limit)).toBe(list.filter((value) => value <= limit).length);
      }),
    );
  });
});

describe('meanOfRuns and sizeOf', () => {
  test('take every value of every run once', () => {
    expect(meanOfRuns([run(10, 20), run(), run(60)])).toBe(30);
    expect(sizeOf([run(10, 20), run(), run(60)])).toBe(3);
  });

  test('have no mean of nothing', () => {
    expect(meanOfRuns([run()])).toBeNull();
  });
});
