import { describe, expect, it } from 'vitest';
import { Random, shareBelow, weighted } from './random.ts';

const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('random', () => {
  it('gives a thing the same draws whatever was drawn before it', () => {
    const one = new Random(7, 'calls');
    const other = new Random(7, 'calls');
    other.at(1);
    draws(100, () => other.next());
    one.at(42);
    other.at(42);
    expect(draws(5, () => one.next())).toEqual(draws(5, () => other.next()));
  });

  it.each([
    ['another seed', new Random(8, 'calls'), 42],
    ['another stream', new Random(7, 'crimes'), 42],
    ['another index', new Random(7, 'calls'), 43],
  ])('gives other draws for %s', (_, random, index) => {
    const first = new Random(7, 'calls').at(42).next();
    expect(random.at(index).next()).not.toBe(first);
  });

  it('is uniform over neighbouring things, first draw by first draw', () => {
    const random = new Random(1, 'uniform');
    const tenths = new Array<number>(10).fill(0);
    for (let index = 0; index < 100_000; index++) tenths[Math.floor(random.at(index).next() * 10)]++;
    // Four standard deviations of a binomial count around 10,000.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(380);
  });

  it('draws normal, lognormal and Poisson values around their centres', () => {
    const random = new Random(1, 'shapes').at(0);
    expect(mean(draws(50_000, () => random.normal()))).toBeCloseTo(0, 1);
    expect(mean(draws(50_000, () => random.normal() ** 2))).toBeCloseTo(1, 1);
    expect(draws(50_001, () => random.lognormal(20, 0.8)).sort((a, b) => a - b)[25_000]).toBeCloseTo(20, 0);
    expect(mean(draws(50_000, () => random.poisson(2.5)))).toBeCloseTo(2.5, 1);
    expect(mean(draws(50_000, () => random.poisson(330)))).toBeCloseTo(330, 0);
  });

  it('knows the share of the normal distribution below a value', () => {
    // Tables of the standard normal distribution.
    expect(shareBelow(0)).toBe(0.5);
    expect(shareBelow(1)).toBeCloseTo(0.8413, 3);
    expect(shareBelow(-1.96)).toBeCloseTo(0.025, 3);
  });

  it('picks members by weight', () => {
    const pick = weighted([
      ['a', 1],
      ['b', 3],
    ]);
    expect([0, 0.249, 0.25, 0.999].map(pick)).toEqual(['a', 'a', 'b', 'b']);
  });
});
