import { describe, expect, test } from 'vitest';
import { periodNames } from './period-options.ts';

describe('periodNames', () => {
  test.each([
    ['month', ['2023-02', '2023-03', '2023-04', '2023-05', '2023-06', '2023-07']],
    ['quarter', ['2023/24-Q1']],
    ['financial-year', []],
    [
      'financial-year-to-date',
      ['YTD/2023-02', 'YTD/2023-03', 'YTD/2023-04', 'YTD/2023-05', 'YTD/2023-06', 'YTD/2023-07'],
    ],
    ['rolling-3', ['P3M/2023-04', 'P3M/2023-05', 'P3M/2023-06', 'P3M/2023-07']],
    ['rolling-12', []],
  ])('names every whole %s between two months', (grain, names) => {
    expect(periodNames(grain, '2023-02', '2023-07')).toEqual(names);
  });

  test('ends quarters and years as the financial year does', () => {
    expect(periodNames('quarter', '2022-04', '2023-03')).toEqual([
      '2022/23-Q1',
      '2022/23-Q2',
      '2022/23-Q3',
      '2022/23-Q4',
    ]);
    expect(periodNames('financial-year', '2021-01', '2023-11')).toEqual(['2021/22', '2022/23']);
    expect(periodNames('rolling-12', '2022-12', '2023-12')).toEqual(['P12M/2023-11', 'P12M/2023-12']);
  });

  test('is empty for what it cannot read', () => {
    expect(periodNames('month', '', '2023-07')).toEqual([]);
    expect(periodNames('week', '2023-02', '2023-07')).toEqual([]);
  });
});
