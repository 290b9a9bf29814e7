import { expect, test } from 'vitest';
import { monthsToCheck } from './check-quality.ts';

test('checks the month of a page and the months that verdicts on checked measures are about', () => {
  const row = (metric: string, at: string | null) => ({ metric, variation: at === null ? null : { at } });
  const months = monthsToCheck('2023-10', [
    row('response.seen-within-hour', '2023-09'),
    row('response.time', '2023-09'),
    row('response.travel', null),
    row('satisfaction.overall', '2023-07'),
  ]);
  expect(months).toEqual([
    { name: '2023-09', months: ['2023-09'] },
    { name: '2023-10', months: ['2023-10'] },
  ]);
});
