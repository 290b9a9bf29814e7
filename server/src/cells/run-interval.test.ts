import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderInterval } from '../stats/quantiles/order-interval.ts';
import { poolValues, quantileSorted } from '../stats/quantiles/quantile.ts';
import { quantileIntervalOfRuns } from './run-interval.ts';

const runOf = (least: number) =>
  fc.array(fc.nat(500), { minLength: least, maxLength: 20 }).map((values) => Int32Array.from(values).sort());
const someRuns = fc
  .tuple(runOf(1), fc.array(runOf(0), { maxLength: 5 }))
  .map(([one, more]) => [one, ...more]);
const quantile = fc.constantFrom(0.5, 0.9);
const confidence = fc.constantFrom(0.95, 0.998);

test('a quantile of several runs and its limits equal those of all their values', () => {
  const property = fc.property(someRuns, quantile, confidence, (runs, p, level) => {
    const pooled = poolValues(runs);
    const { lower, upper } = orderInterval(pooled, p, level);
    const found = quantileIntervalOfRuns(runs, p, level);
    expect(found).toMatchObject({ lower, upper });
    expect(found?.value).toBeCloseTo(quantileSorted(pooled, p), 9);
  });
  fc.assert(property, { numRuns: 300 });
});

test('there is no quantile of no values', () => {
  expect(quantileIntervalOfRuns([new Int32Array(0)], 0.5, 0.95)).toBeNull();
});
