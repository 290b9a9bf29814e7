import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { denominatorGrid, eventGrid } from './grid.ts';
import { proportionFunnel, proportionLimits } from './proportion.ts';
import { deriveExposure, rateFunnel, rateLimits, ratioSignificance } from './rate.ts';

describe('proportionFunnel', () => {
  // PHEindicatormethods 2.1.0: calculate_funnel_limits and assign_funnel_significance, percentages as fractions.
  const funnel = proportionFunnel([
    { numerator: 244, denominator: 1020 },
    { numerator: 118, denominator: 423 },
    { numerator: 29, denominator: 140 },
    { numerator: 5, denominator: 44 },
    { numerator: 9, denominator: 37 },
  ]);

  test('agrees with PHEindicatormethods', () => {
    expect(funnel.baseline).toBeCloseTo(0.243389423076923, 14);
    expect(funnel.points[3]?.limits.lower95).toBeCloseTo(0.11659247295391, 13);
    expect(funnel.points[3]?.limits.upper998).toBeCloseTo(0.443307398450146, 13);
    expect(funnel.points.map(({ significance }) => significance)).toEqual([
      null,
      null,
      null,
      { side: 'low', level: 0.95 },
      null,
    ]);
  });

  test('keeps its lines within 0 and 1', () => {
    expect(proportionLimits(0.02, 3)).toMatchObject({ lower95: 0, lower998: 0 });
    expect(proportionLimits(0.98, 3)).toMatchObject({ upper95: 1, upper998: 1 });
  });

  test('flags no area where all are alike, even at 0 and at 1', () => {
    const alike = (numerator: number) =>
      proportionFunnel([
        { numerator, denominator: 9 },
        { numerator, denominator: 9 },
      ]);
    expect([0, 4, 9].flatMap((n) => alike(n).points.map(({ significance }) => significance))).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });

  test('refuses no areas and an area without cases', () => {
    expect(() => proportionFunnel([])).toThrow(/at least one area/);
    expect(() => proportionFunnel([{ numerator: 0, denominator: 0 }])).toThrow(/above 0/);
  });

  test('does not depend on the order of the areas', () => {
    const area = fc
      .integer({ min: 1, max: 500 })
      .chain((denominator) =>
        fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) }),
      );
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 12 }), (areas) => {
        const back = proportionFunnel(areas.toReversed()).points.toReversed();
        expect(back).toEqual(proportionFunnel(areas).points);
      }),
    );
  });
});

describe('rateFunnel', () => {
  // PHEindicatormethods 2.1.0, per 100,000: baseline 25.8620689655172, no area significant.
  test('agrees with PHEindicatormethods on small counts', () => {
    const { baseline, points } = rateFunnel([
      { events: 0, exposure: 9000 },
      { events: 2, exposure: 15000 },
      { events: 5, exposure: 21000 },
      { events: 9, exposure: 30000 },
      { events: 14, exposure: 41000 },
    ]);
    expect(baseline * 100_000).toBeCloseTo(25.8620689655172, 10);
    expect(points.map(({ significance }) => significance)).toEqual([null, null, null, null, null]);
  });

  test('calls an area high or low where its own interval misses the baseline', () => {
    const { points } = rateFunnel([
      { events: 300, exposure: 1000 },
      { events: 100, exposure: 1000 },
      { events: 225, exposure: 1000 },
    ]);
    expect(points.map(({ significance }) => significance)).toEqual([
      { side: 'high', level: 0.998 },
      { side: 'low', level: 0.998 },
      null,
    ]);
  });

  // PHEindicatormethods 2.1.0 `isr`: 80 of 44.76 expected is High (0.001), 4 of 14.32 Low (0.025).
  test('judges a count beside the number expected', () => {
    expect(ratioSignificance(80, 44.76)).toEqual({ side: 'high', level: 0.998 });
    expect(ratioSignificance(4, 14.32)).toEqual({ side: 'low', level: 0.95 });
    expect(ratioSignificance(10, 9.45)).toBeNull();
  });

  test('derives the exposure behind a rounded rate, but not from no events', () => {
    expect(deriveExposure(9, 30_000, 30, 100_000)).toBe(30_000);
    expect(deriveExposure(0, 9000, 0, 100_000)).toBe(9000);
  });
});

describe('lines', () => {
  // Fisher's exact relation of Poisson and chi-square; P(X <= 1 | E) = 0.025 at E = 5.571643.
  test('stand where the tail of the count has the stated chance', () => {
    const { expected, ratio } = rateLimits(1);
    expect(expected.lower95).toBeCloseTo(5.571643, 6);
    expect(expected.upper95).toBeCloseTo(-Math.log(0.975), 12);
    expect(ratio.lower95).toBeCloseTo(1 / 5.571643, 6);
    expect(() => rateLimits(0)).toThrow(/one event/);
  });

  test('are drawn at the hundred places PHEindicatormethods uses', () => {
    const grid = denominatorGrid([1020, 423, 140, 44, 37]);
    expect(grid).toHaveLength(100);
    expect(grid.slice(26, 32)).toEqual([27, 28, 29, 31, 33, 35]);
    expect(grid.at(-1)).toBe(1100);
    expect(eventGrid([9000, 15000, 21000, 30000, 41000], 30 / 116_000)).toEqual(
      Array.from({ length: 100 }, (_, i) => i + 1),
    );
    expect(() => denominatorGrid([])).toThrow(/above 0/);
  });
});
