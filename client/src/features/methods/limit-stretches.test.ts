import { expect, test } from 'vitest';
import { limitStretches } from './limit-stretches.ts';

const point = (period: string, mean: number | null) => ({
  period,
  mean,
  lower: mean === null ? null : mean - 1,
  upper: mean === null ? null : mean + 1,
  signals: [],
  agrees: true,
});

test('joins neighbouring months of the same limits and leaves out those without', () => {
  const points = [point('2023-01', null), point('2023-02', 4), point('2023-03', 4), point('2023-04', 6)];
  expect(limitStretches(points)).toEqual([
    { from: '2023-02', to: '2023-03', mean: 4, lower: 3, upper: 5 },
    { from: '2023-04', to: '2023-04', mean: 6, lower: 5, upper: 7 },
  ]);
});
