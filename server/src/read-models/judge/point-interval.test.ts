import { describe, expect, test } from 'vitest';
import { findMetric } from '../../metrics/registry.ts';
import { statedInterval } from './point-interval.ts';

const metric = (id: string) =>
  findMetric(id) ??
  (() => {
    throw new Error(id);
  })();
const run = (n: number) => Int32Array.from({ length: n }, (_, i) => (i + 1) * 60);

describe('statedInterval', () => {
  test('gives a share Wilson’s interval (Newcombe 1998: 81 of 263)', () => {
    const point = { value: 81 / 263, n: 263, numerator: 81, denominator: 263 };
    const { interval } = statedInterval(metric('satisfaction.overall'), 'share', point);
    expect(interval).toMatchObject({ method: 'wilson', confidence: 0.95, absent: null });
    expect(interval?.lower).toBeCloseTo(0.2553, 4);
    expect(interval?.upper).toBeCloseTo(0.3662, 4);
  });

  test('gives a count the exact interval below 10 and Byar’s from there', () => {
    const five = statedInterval(metric('orders.issued'), 'count', { value: 5, n: 5 }).interval;
    expect(five?.method).toBe('exact');
    expect([five?.lower, five?.upper].map((limit) => limit?.toFixed(4))).toEqual(['1.6235', '11.6683']);
    expect(statedInterval(metric('orders.issued'), 'count', { value: 10, n: 10 }).interval?.method).toBe(
      'byar',
    );
  });

  test('gives a median order statistics of the parts together', () => {
    const point = { value: 630, n: 20, runs: [run(20).subarray(0, 7), run(20).subarray(7)] };
    expect(statedInterval(metric('response.time'), 'median', point).interval).toEqual({
      lower: 360,
      upper: 900,
      confidence: 0.95,
      method: 'order-statistic',
      absent: null,
    });
  });

  test('says which side too few cases leave open', () => {
    const point = { value: 1000, n: 20, runs: [run(20)] };
    const { interval } = statedInterval(metric('response.time'), 'p90', point);
    expect(interval).toMatchObject({ upper: null, absent: 'too-few' });
    expect(interval?.lower).not.toBeNull();
    const four = { value: 150, n: 4, runs: [run(4)] };
    expect(statedInterval(metric('response.time'), 'median', four)).toEqual({ intervalAbsent: 'too-few' });
  });

  test.each([
    ['response.time', 'mean', { value: 600, n: 5, runs: [run(5)] }],
    ['cps.overdue', 'count', { value: 3, n: 3 }],
    ['published.outcome-share', 'share', { value: -0.1, n: 10, numerator: -1, denominator: 10 }],
  ])('has no method for %s, %s', (id, statistic, point) => {
    expect(statedInterval(metric(id), statistic, point)).toEqual({ intervalAbsent: 'not-applicable' });
  });

  test('says nothing where there is no value', () => {
    expect(statedInterval(metric('orders.issued'), 'count', { value: null, n: 0 })).toEqual({});
  });
});
