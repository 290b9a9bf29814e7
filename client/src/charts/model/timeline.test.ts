import { describe, expect, test } from 'vitest';
import { monthName, monthNumber } from '../../format/periods.ts';
import { monthStartX, periodX, timeTicks } from './timeline.ts';

const months = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => monthName(monthNumber(first) + index));
const years = (first: number, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `${first + index}/${String((first + index + 1) % 100).padStart(2, '0')}`,
  );
const quarters = (first: number, count: number) =>
  years(first, count).flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));
const text = (periods: string[], width: number) =>
  timeTicks(periods, width).map(({ label, year }) => (year ? `${label} ${year}` : label));

describe('periodX', () => {
  test('is the middle of a period, or the last month of a window', () => {
    const november = monthNumber('2023-11');
    expect(periodX('2023-11')).toBe(november);
    expect(periodX('2023/24-Q3')).toBe(november);
    expect(periodX('2023/24')).toBe(monthNumber('2023-09') + 0.5);
    expect(periodX('P12M/2023-11')).toBe(november);
    expect(periodX('YTD/2023-11')).toBe(november);
  });

  test('puts the start of a month between two months', () => {
    expect(monthStartX('2023-04-17')).toBe((monthNumber('2023-03') + monthNumber('2023-04')) / 2);
  });
});

describe('timeTicks', () => {
  test('marks each quarter, with the year under January and under the first tick', () => {
    expect(text(months('2021-04', 14), 846)).toEqual(['Apr 2021', 'Jul', 'Oct', 'Jan 2022', 'Apr']);
  });

  test.each([
    ['each half-year', 32, 400, ['Jul 2021', 'Jan 2022', 'Jul', 'Jan 2023', 'Jul']],
    ['each year', 56, 240, ['2022', '2023', '2024', '2025']],
    ['each second year', 120, 300, ['2022', '2024', '2026', '2028', '2030']],
  ])('marks %s as room shrinks', (_step, count, width, expected) => {
    expect(text(months('2021-04', count), width)).toEqual(expected);
  });

  test('names single months on a short axis', () => {
    expect(text(months('2023-09', 4), 400)).toEqual(['Sep 2023', 'Oct', 'Nov', 'Dec']);
  });

  test('names the first month where no quarter starts', () => {
    expect(text(months('2023-11', 2), 60)).toEqual(['Nov 2023']);
  });

  test('marks quarters, with the financial year under the first', () => {
    expect(text(quarters(2021, 2), 600)).toEqual([
      'Q1 2021/22',
      'Q2',
      'Q3',
      'Q4',
      'Q1 2022/23',
      'Q2',
      'Q3',
      'Q4',
    ]);
    expect(text(quarters(2012, 12), 600)).toEqual([
      '2013/14',
      '2015/16',
      '2017/18',
      '2019/20',
      '2021/22',
      '2023/24',
    ]);
  });

  test('names financial years back from the newest', () => {
    expect(text(years(2014, 8), 900)).toHaveLength(8);
    expect(text(years(2014, 8), 280)).toEqual(['2015/16', '2017/18', '2019/20', '2021/22']);
  });

  test('is empty without periods', () => {
    expect(timeTicks([], 400)).toEqual([]);
  });
});
