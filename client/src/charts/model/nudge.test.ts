import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nudgeApart } from './nudge.ts';

describe('nudgeApart', () => {
  test('leaves labels that stand apart', () => {
    expect(nudgeApart([10, 60, 30], 17, 0, 100)).toEqual([10, 60, 30]);
  });

  test('moves two that touch by the same amount, in their order', () => {
    expect(nudgeApart([52, 50], 17, 0, 100)).toEqual([59.5, 42.5]);
  });

  test('keeps labels inside the edges', () => {
    expect(nudgeApart([98, 99], 17, 0, 100)).toEqual([83, 100]);
    expect(nudgeApart([1, 0], 17, 0, 100)).toEqual([17, 0]);
  });

  test('keeps every pair apart and inside, for as many as fit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 350 }), { maxLength: 12 }), (places) => {
        const sorted = nudgeApart(places, 17, 0, 300).toSorted((a, b) => a - b);
        const gaps = sorted.slice(1).map((place, index) => place - (sorted[index] ?? 0));
        expect(Math.min(17, ...gaps)).toBeGreaterThan(17 - 1e-6);
        expect(Math.min(0, ...sorted)).toBe(0);
        expect(Math.max(300, ...sorted)).toBeLessThan(300 + 1e-6);
      }),
    );
  });
});
