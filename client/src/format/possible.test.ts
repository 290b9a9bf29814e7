import { expect, test } from 'vitest';
import { cutRange, possibleValues } from './possible.ts';

const range = { mean: 0.5, lower: -0.2, upper: 1.3 };

test.each([
  ['fraction', false, 0, 1],
  ['count', false, 0, 1.3],
  ['seconds', true, -0.2, 1.3],
])('cuts the usual range of a %s at what is possible', (unit, isDifference, lower, upper) => {
  expect(cutRange(range, possibleValues(unit, isDifference))).toEqual({ mean: 0.5, lower, upper });
});

test('leaves a range without limits as it is', () => {
  const none = { lower: null, upper: null };
  expect(cutRange(none, possibleValues('count'))).toEqual(none);
});
