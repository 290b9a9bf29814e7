import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countInterval, exactCountInterval, rateInterval } from './poisson.ts';
import { rateRatioInterval } from './rate-ratio.ts';

describe('countInterval', () => {
  // Garwood (1936), as tabled by Altman, Statistics with Confidence (2000), table 18.3.
  test('is exact below ten events', () => {
    const limits = [0, 1, 5, 9].map((events) => {
      const { lower, upper, method } = countInterval(events, 0.95);
      return [lower.toFixed(3), upper.toFixed(3), method];
    });
    expect(limits).toEqual([
      ['0.000', '3.689', 'exact'],
      ['0.025', '5.572', 'exact'],
      ['1.623', '11.668', 'exact'],
      ['4.115', '17.085', 'exact'],
    ]);
  });

  // PHEindicatormethods 2.1.0: phe_rate of 10 in 2,000 per 1,000 is 2.39372495698378 to 9.19572930287824.
  test("is Byar's from ten events", () => {
    const { lower, upper, method } = rateInterval(10, 2, 0.95);
    expect(lower).toBeCloseTo(2.39372495698378, 12);
    expect(upper).toBeCloseTo(9.19572930287824, 12);
    expect(method).toBe('byar');
  });

  test("Byar's limits stay within 1.5% of the exact ones", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 5000 }), (events) => {
        const exact = exactCountInterval(events, 0.95);
        const byar = countInterval(events, 0.95);
        expect(Math.abs(byar.lower / exact.lower - 1)).toBeLessThan(0.015);
        expect(Math.abs(byar.upper / exact.upper - 1)).toBeLessThan(0.015);
      }),
    );
  });

  test('refuses a negative count and an exposure of nothing', () => {
    expect(() => countInterval(-1, 0.95)).toThrow(/0 or more/);
    expect(() => countInterval(Number.NaN, 0.95)).toThrow(/0 or more/);
    expect(() => rateInterval(3, 0, 0.95)).toThrow(/above 0/);
  });

  test('scales with the exposure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 9999 }), (events, exposure) => {
        const one = rateInterval(events, exposure, 0.998);
        const ten = rateInterval(events, exposure * 10, 0.998);
        expect(ten.upper * 10).toBeCloseTo(one.upper, 9);
        expect(ten.lower * 10).toBeCloseTo(one.lower, 9);
      }),
    );
  });
});

describe('rateRatioInterval', () => {
  // R 4.5.0 help page: poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)).
  test('agrees with R', () => {
    const { ratio, lower, upper } = rateRatioInterval(11, 800, 21, 3011, 0.95);
    expect(ratio).toBeCloseTo(1.971488, 6);
    expect(lower).toBeCloseTo(0.8584264, 6);
    expect(upper).toBeCloseTo(4.2772659, 6);
  });

  test('leaves the sides open that no events can bound', () => {
    expect(rateRatioInterval(0, 10, 0, 10, 0.95)).toEqual({ ratio: null, lower: 0, upper: null });
    expect(rateRatioInterval(5, 10, 0, 10, 0.95)).toMatchObject({ ratio: null, upper: null });
    expect(rateRatioInterval(0, 10, 5, 10, 0.95)).toMatchObject({ ratio: 0, lower: 0 });
  });

  test('refuses a count that is not whole', () => {
    expect(() => rateRatioInterval(1.5, 10, 2, 10, 0.95)).toThrow(/whole number/);
  });

  test('turns over when the rates change places', () => {
    const events = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(events, events, (x1, x2) => {
        const there = rateRatioInterval(x1, 700, x2, 1300, 0.998);
        const back = rateRatioInterval(x2, 1300, x1, 700, 0.998);
        expect(back.lower * (there.upper ?? 0)).toBeCloseTo(1, 8);
        expect(there.lower * (back.upper ?? 0)).toBeCloseTo(1, 8);
      }),
    );
  });
});
