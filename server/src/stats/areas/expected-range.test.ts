import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantileSorted, sortValues } from '../quantiles/quantile.ts';
import { flagDurationAreas, flagProportionAreas, flagRateAreas } from './area-flags.ts';
import { expectedProportion, expectedQuantile, expectedRatio } from './expected-range.ts';

const level = fc.constantFrom(0.95, 0.998);
const sideOf = (value: number, range: { lower: number | null; upper: number | null }) => {
  if (range.upper !== null && value > range.upper) return 'higher';
  return range.lower !== null && value < range.lower ? 'lower' : null;
};

describe('expected range of a proportion', () => {
  test('holds the worked example', () => {
    const { lower, upper } = expectedProportion(100, { numerator: 80, denominator: 100 }, 0.998);
    expect([lower, upper]).toEqual([0.6, 0.94]);
  });

  test('leaves a value out exactly where the area is flagged', () => {
    const group = fc
      .integer({ min: 1, max: 400 })
      .chain((denominator) =>
        fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) }),
      );
    fc.assert(
      fc.property(group, group, level, (own, others, confidence) => {
        const [flag] = flagProportionAreas([own, others], confidence);
        const range = expectedProportion(own.denominator, others, confidence);
        expect(sideOf(own.numerator / own.denominator, range)).toBe(flag?.flag);
      }),
    );
  });
});

describe('expected range of a ratio', () => {
  test('holds the worked example', () => {
    const range = expectedRatio(100, { events: 20, exposure: 100 }, 0.95);
    expect([range?.lower, range?.upper]).toEqual([0.45, 1.75]);
  });

  test('leaves a ratio out exactly where the area is flagged', () => {
    const exposure = fc.integer({ min: 20, max: 3000 });
    fc.assert(
      fc.property(
        fc.record({ events: fc.nat(80), exposure }),
        fc.record({ events: fc.integer({ min: 1, max: 200 }), exposure }),
        level,
        (own, others, confidence) => {
          const [flag] = flagRateAreas([own, others], confidence);
          const range = expectedRatio(own.exposure, others, confidence);
          const ratio = own.events / ((others.events * own.exposure) / others.exposure);
          expect(sideOf(ratio, range ?? { lower: null, upper: null })).toBe(flag?.flag);
        },
      ),
    );
  });

  test('is none where the others have no events', () => {
    expect(expectedRatio(100, { events: 0, exposure: 50 }, 0.95)).toBeNull();
  });
});

describe('expected range of a median', () => {
  test('holds the worked example', () => {
    const [own, others] = [1, 11].map((from) => Array.from({ length: 9 }, (_, i) => from + i));
    const { lower, upper } = expectedQuantile(own ?? [], others ?? [], { p: 0.5, value: 15 }, 0.95);
    expect(lower).toBeCloseTo(15 - Math.sqrt(18), 12);
    expect(upper).toBeCloseTo(15 + Math.sqrt(18), 12);
  });

  test.each([0.5, 0.9])(
    'leaves the quantile %d out exactly where the area is flagged, and no side that is unbounded',
    (p) => {
      const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 120 });
      fc.assert(
        fc.property(values, values, level, (first, second, confidence) => {
          const [own, others] = [sortValues(first), sortValues(second)];
          const [flag] = flagDurationAreas([own, others], confidence, p);
          const value = quantileSorted(others, p);
          const range = expectedQuantile(own, others, { p, value }, confidence);
          expect(sideOf(quantileSorted(own, p), range)).toBe(flag?.flag);
        }),
      );
    },
  );
});
