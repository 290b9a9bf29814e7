import { beforeEach, describe, expect, test } from 'vitest';
import { medianDifference } from '../intervals/median-difference.ts';
import { sortValues } from '../quantiles/quantile.ts';
import { createNormal, createRandom } from '../special/random.ts';
import { flagDurationAreas, flagProportionAreas, flagRateAreas } from './area-flags.ts';
import { statedPower, tellDurationsApart, tellProportionsApart, tellRatesApart } from './told-apart.ts';

const runs = process.env.LONG === '1' ? 5000 : 600;
let random = createRandom(0);
let normal = createNormal(random);
// Each test draws from its own start, so that its figure is one number whatever runs beside it.
beforeEach(() => {
  random = createRandom(20231130);
  normal = createNormal(random);
});

const countHits = (n: number, p: number) =>
  Array.from({ length: n }, () => random()).filter((u) => u < p).length;
const drawProportions = (sizes: readonly number[], shares: readonly number[]) =>
  sizes.map((denominator, i) => ({ numerator: countHits(denominator, shares[i] ?? 0), denominator }));
const drawDurations = (sizes: readonly number[], medians: readonly number[]) =>
  sizes.map((n, i) => Float64Array.from({ length: n }, () => (medians[i] ?? 1) * Math.exp(normal())));
const shareOf = (holds: () => boolean) => Array.from({ length: runs }, holds).filter(Boolean).length / runs;
const same = (value: number) => [value, value, value, value, value];

describe('areas drawn from one true value', () => {
  test.each([
    { sizes: [330, 300, 200, 150, 100], share: 0.78 },
    { sizes: [60, 60, 60, 60, 60], share: 0.5 },
    { sizes: [700, 720], share: 0.3 },
    { sizes: [12, 20, 15, 8, 10], share: 0.05 },
  ])(
    'cannot be told apart in at least 95% of draws: sizes $sizes, share $share',
    ({ sizes, share }) => {
      const apart = shareOf(() => tellProportionsApart(drawProportions(sizes, same(share))).canBeToldApart);
      expect(apart).toBeLessThanOrEqual(0.05);
    },
    600_000,
  );

  test.each([0.5, 0.9])(
    'cannot be told apart by the quantile %d of their skewed durations',
    (p) => {
      const sizes = [80, 40, 30, 60, 20];
      const apart = shareOf(() => tellDurationsApart(drawDurations(sizes, same(20)), p).canBeToldApart);
      expect(apart).toBeLessThanOrEqual(0.05);
    },
    600_000,
  );

  test('cannot be told apart by their rates', () => {
    const sizes = [900, 700, 400, 300, 200];
    const draw = () =>
      drawProportions(sizes, same(0.04)).map(({ numerator, denominator }) => ({
        events: numerator,
        exposure: denominator,
      }));
    expect(shareOf(() => tellRatesApart(draw()).canBeToldApart)).toBeLessThanOrEqual(0.05);
  }, 600_000);
});

describe('a planted difference', () => {
  test('of twelve points in satisfaction is found with the stated power', () => {
    // Sizes at which the smallest gap to be shown between the two smallest areas is twelve points.
    const sizes = [330, 330, 400, 400, 400];
    const areas = () => drawProportions(sizes, [0.72, 0.84, 0.78, 0.78, 0.78]);
    const alike = sizes.map((denominator) => ({ numerator: Math.round(0.78 * denominator), denominator }));
    expect(tellProportionsApart(alike).smallestGap?.gap).toBeCloseTo(0.12, 2);
    const found = shareOf(() => {
      const [low, high] = tellProportionsApart(areas()).rankRanges;
      return (low?.from ?? 0) > 1 && (high?.to ?? 5) < 5;
    });
    expect(found).toBeGreaterThanOrEqual(statedPower);
    expect(found).toBeLessThan(statedPower + 0.1);
  }, 600_000);

  test('of a clear size narrows the places of the area that has it', () => {
    const { rankRanges, chanceOfNoise } = tellProportionsApart([
      { numerator: 100, denominator: 400 },
      { numerator: 320, denominator: 400 },
      { numerator: 320, denominator: 400 },
    ]);
    expect(rankRanges).toEqual([
      { from: 3, to: 3 },
      { from: 1, to: 2 },
      { from: 1, to: 2 },
    ]);
    expect(chanceOfNoise).toBe(1 / 2000);
  });

  test('in durations is found, and its smallest gap is in their unit', () => {
    const result = tellDurationsApart(drawDurations([400, 400, 400], [20, 20, 40]));
    expect(result.rankRanges[2]).toEqual({ from: 1, to: 1 });
    expect(result.smallestGap?.gap).toBeGreaterThan(2);
    expect(result.smallestGap?.gap).toBeLessThan(20);
  });
});

describe('telling areas apart', () => {
  test('gives every place to areas that are alike', () => {
    const result = tellProportionsApart(
      Array.from({ length: 5 }, () => ({ numerator: 264, denominator: 330 })),
    );
    expect(result).toMatchObject({ canBeToldApart: false, chanceOfNoise: 1, absent: null });
    expect(result.rankRanges).toEqual(Array.from({ length: 5 }, () => ({ from: 1, to: 5 })));
  });

  test('leaves out an area without cases', () => {
    const areas = [
      { numerator: 10, denominator: 20 },
      { numerator: 0, denominator: 0 },
      { numerator: 9, denominator: 20 },
    ];
    expect(tellProportionsApart(areas).rankRanges).toEqual([{ from: 1, to: 2 }, null, { from: 1, to: 2 }]);
  });

  test('says why there is no test', () => {
    const reasons = [
      [],
      [{ numerator: 1, denominator: 2 }],
      [
        { numerator: 0, denominator: 5 },
        { numerator: 0, denominator: 9 },
      ],
    ];
    expect(reasons.map((areas) => tellProportionsApart(areas).absent)).toEqual([
      'no-cases',
      'no-other-areas',
      'no-variation',
    ]);
    expect(
      tellDurationsApart([
        [5, 5],
        [5, 5],
      ]).absent,
    ).toBe('no-variation');
  });

  test('promises no gap that could not exist', () => {
    expect(
      tellProportionsApart([
        { numerator: 2, denominator: 4 },
        { numerator: 1, denominator: 3 },
      ]).smallestGap,
    ).toBeNull();
  });

  test('gives one answer whenever it is asked', () => {
    const areas = drawProportions([200, 100, 50], [0.8, 0.7, 0.6]);
    expect(tellProportionsApart(areas)).toEqual(tellProportionsApart(areas));
  });
});

describe('flags of an area against the others', () => {
  test('compare a proportion with that of all other areas by Newcombe at 99.8%', () => {
    const [first, second, third] = flagProportionAreas([
      { numerator: 60, denominator: 100 },
      { numerator: 80, denominator: 100 },
      { numerator: 300, denominator: 900 },
    ]);
    expect(first).toMatchObject({ comparison: 'difference', flag: 'higher', absent: null });
    expect(first?.estimate).toBeCloseTo(60 / 100 - 380 / 1000, 12);
    expect([second?.flag, third?.flag]).toEqual(['higher', 'lower']);
  });

  test('flag nothing that 99.8% leaves open', () => {
    const [first] = flagProportionAreas([
      { numerator: 60, denominator: 100 },
      { numerator: 80, denominator: 100 },
    ]);
    expect(first?.estimate).toBeCloseTo(-0.2, 12);
    expect(first?.lower).toBeCloseTo(-0.3805, 4);
    expect(first?.upper).toBeCloseTo(0.0005, 4);
    expect(first?.flag).toBeNull();
  });

  test('compare a rate by its ratio, and an area without events is not thereby low', () => {
    const [few, many] = flagRateAreas([
      { events: 0, exposure: 20 },
      { events: 900, exposure: 9000 },
    ]);
    expect(few).toMatchObject({ comparison: 'ratio', estimate: 0, flag: null });
    expect(many?.flag).toBeNull();
    const flags = flagRateAreas([
      { events: 200, exposure: 1000 },
      { events: 900, exposure: 9000 },
    ]);
    expect(flags.map(({ flag }) => flag)).toEqual(['higher', 'lower']);
  });

  test('compare a median, open where too few cases bound it', () => {
    const slow = Array.from({ length: 60 }, (_, i) => 40 + i);
    const quick = Array.from({ length: 200 }, (_, i) => 10 + (i % 40));
    expect(flagDurationAreas([slow, quick]).map(({ flag }) => flag)).toEqual(['higher', 'lower']);
    expect(flagDurationAreas([[90, 95], quick])[0]).toMatchObject({
      lower: null,
      flag: null,
      absent: 'too-few',
    });
  });

  test('compare a median with that of exactly the other areas, ties among them', () => {
    const areas = [
      [3, 3, 5, 8, 8, 9, 1, 2, 8, 4, 7, 3],
      [3, 8, 8, 1, 6, 5, 2, 3, 3, 9, 4],
      [8, 3, 3, 1, 2, 7, 9, 9, 4, 8],
    ];
    const rest = medianDifference(sortValues(areas[0] ?? []), sortValues(areas.slice(1).flat()), 0.95);
    expect(flagDurationAreas(areas, 0.95)[0]).toMatchObject({
      estimate: rest.difference,
      lower: rest.lower,
      upper: rest.upper,
    });
  });

  test('give no estimate without cases or without other areas', () => {
    expect(flagProportionAreas([{ numerator: 3, denominator: 5 }])[0]?.absent).toBe('no-other-areas');
    expect(flagDurationAreas([[], [1, 2]])[0]).toMatchObject({ estimate: null, absent: 'no-cases' });
    expect(
      flagRateAreas([
        { events: 0, exposure: 0 },
        { events: 1, exposure: 9 },
      ])[0]?.absent,
    ).toBe('no-cases');
  });
});
