import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialCdf, binomialMass, binomialTerm } from './binomial.ts';
import { createDraw } from './draw.ts';
import { gammaQuantile, lowerGamma, upperGamma } from './gamma.ts';
import { criticalValue, normalQuantile } from './normal.ts';
import { normalCdf } from './normal-cdf.ts';
import { poissonMass, poissonTerm } from './poisson.ts';
import { createNormal, createRandom } from './random.ts';
import { logGamma } from './stirling.ts';

// Reference values to 15 digits: SciPy 1.17.1 (scipy.special, scipy.stats) and mpmath 1.3.0.
describe('normal distribution', () => {
  test('gives the quantiles of the two confidence levels', () => {
    expect(criticalValue(0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(criticalValue(0.998)).toBeCloseTo(3.090232306167813, 14);
  });

  test('agrees with SciPy in the centre and far in the tail', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(1e-12)).toBeCloseTo(-7.034483825301132, 12);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalCdf(1.96)).toBeCloseTo(0.9750021048517795, 14);
    expect(normalCdf(-8) / 6.220960574271786e-16).toBeCloseTo(1, 12);
  });

  test('quantile and distribution function are inverse', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
      }),
    );
  });
});

describe('gamma distribution', () => {
  test('agrees with SciPy', () => {
    expect(lowerGamma(3, 2.5)).toBeCloseTo(0.4561868841166703, 14);
    expect(upperGamma(1e5, 1.01e5) / 0.0008084215129255896).toBeCloseTo(1, 11);
    expect(2 * gammaQuantile(0.95, 1)).toBeCloseTo(5.991464547107979, 13);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  });

  test('has no quantile beyond its ends', () => {
    expect([gammaQuantile(0, 3), gammaQuantile(1, 3)]).toEqual([0, Infinity]);
  });

  test('quantile and distribution function are inverse for any shape', () => {
    const shapes = fc.double({ min: 0.1, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(shapes, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (shape, p) => {
        expect(lowerGamma(shape, gammaQuantile(p, shape))).toBeCloseTo(p, 11);
      }),
    );
  });
});

describe('binomial distribution', () => {
  test('agrees with exact arithmetic on small cases', () => {
    expect(binomialTerm(2, 4, 0.5)).toBeCloseTo(0.375, 13);
    expect(binomialCdf(1, 4, 0.5)).toBeCloseTo(0.3125, 13);
    expect([
      binomialCdf(-1, 4, 0.5),
      binomialCdf(4, 4, 0.5),
      binomialCdf(2, 4, 0),
      binomialCdf(2, 4, 1),
    ]).toEqual([0, 1, 1, 0]);
  });

  test('agrees with SciPy for a hundred thousand trials', () => {
    expect(binomialCdf(49526, 100_000, 0.5) / 0.0013735887218921).toBeCloseTo(1, 11);
  });

  test('masses sum to one', () => {
    const trials = fc.integer({ min: 1, max: 50_000 });
    fc.assert(
      fc.property(trials, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (n, p) => {
        const { first, mass } = binomialMass(n, p);
        expect(mass.reduce((sum, term) => sum + term, 0)).toBeCloseTo(1, 11);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first + mass.length).toBeLessThanOrEqual(n + 1);
      }),
    );
  });
});

describe('Poisson distribution', () => {
  test('agrees with exact arithmetic, and masses sum to one', () => {
    expect(poissonTerm(2, 3)).toBeCloseTo(4.5 * Math.exp(-3), 14);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20_000, noNaN: true }), (mean) => {
        expect(poissonMass(mean).mass.reduce((sum, term) => sum + term, 0)).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('createDraw', () => {
  test('draws each number as often as its probability says', () => {
    const draw = createDraw({ first: 5, mass: Float64Array.of(0.1, 0, 0.6, 0.3) }, createRandom(1));
    const drawn = Array.from({ length: 20_000 }, draw);
    const share = (value: number) => drawn.filter((one) => one === value).length / drawn.length;
    expect([5, 6, 7, 8].map((value) => Number(share(value).toFixed(2)))).toEqual([0.1, 0, 0.6, 0.3]);
  });
});

describe('random numbers', () => {
  test('one seed gives one sequence', () => {
    const draw = () => Array.from({ length: 5 }, createRandom(42));
    expect(draw()).toEqual(draw());
  });

  test('normal values have mean 0 and variance 1', () => {
    const values = Array.from({ length: 50_000 }, createNormal(createRandom(7)));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });
});
