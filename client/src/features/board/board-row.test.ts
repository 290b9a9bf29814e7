import { expect, test } from 'vitest';
import type { Point } from '../../api/types.ts';
import { valueFormat } from '../../format/values.ts';
import { sparkWords } from './board-row.ts';

test('names the extremes of a line of rolling periods', () => {
  const points = [
    { period: 'P12M/2023-07', value: 0.7, n: 100, status: [] },
    { period: 'P12M/2023-08', value: 0.8, n: 100, status: [] },
  ] as Point[];
  expect(sparkWords(points, valueFormat('fraction', 1))).toBe(
    'Lowest 70.0% in 12 months to Jul 2023, highest 80.0% in 12 months to Aug 2023',
  );
});
