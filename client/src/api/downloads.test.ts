import { expect, test } from 'vitest';
import { boardCsvHref, comparisonCsvHref, measureCsvHref } from './downloads.ts';

test('boardCsvHref names the release and the month', () => {
  expect(boardCsvHref(14, '2023-11')).toBe('/api/v1/releases/14/board/2023-11.csv');
});

test('comparisonCsvHref asks what the page asked', () => {
  expect(comparisonCsvHref(14, { metric: 'response.time', grain: 'month' })).toBe(
    '/api/v1/releases/14/comparison.csv?metric=response.time&grain=month',
  );
  expect(comparisonCsvHref(14, {})).toBe('/api/v1/releases/14/comparison.csv');
});

test('measureCsvHref asks what the page asked', () => {
  expect(measureCsvHref(14, 'response.time', { grade: '2', domesticAbuse: 'true' })).toBe(
    '/api/v1/releases/14/measures/response.time.csv?grade=2&domesticAbuse=true',
  );
});
