import { describe, expect, test } from 'vitest';
import { formatDay, formatPeriod, grainLabel, monthName, monthNumber, parsePeriod } from './periods.ts';

describe('formatPeriod', () => {
  test.each([
    ['2023-11', 'November 2023', 'Nov 2023'],
    ['2023/24-Q3', 'October to December 2023', 'Q3 2023/24'],
    ['2023/24-Q4', 'January to March 2024', 'Q4 2023/24'],
    ['2023/24', '2023/24', '2023/24'],
    ['P12M/2023-11', '12 months to November 2023', '12 months to Nov 2023'],
    ['P3M/2023-01', '3 months to January 2023', '3 months to Jan 2023'],
    ['YTD/2023-11', 'April to November 2023', 'Apr to Nov 2023'],
    ['YTD/2024-02', 'April 2023 to February 2024', 'Apr 2023 to Feb 2024'],
    ['YTD/2023-04', 'April 2023', 'Apr 2023'],
  ])('writes %s as "%s", or "%s" in short', (name, long, short) => {
    expect(formatPeriod(name)).toBe(long);
    expect(formatPeriod(name, 'short')).toBe(short);
  });

  test.each(['2023-13', '2023', 'P12M/2023', 'November', ''])('refuses "%s"', (name) => {
    expect(() => formatPeriod(name)).toThrow(RangeError);
  });
});

describe('parsePeriod', () => {
  test('gives the months a period spans', () => {
    const months = (name: string) =>
      [parsePeriod(name).firstMonth, parsePeriod(name).lastMonth].map(monthName);
    expect(months('2023-11')).toEqual(['2023-11', '2023-11']);
    expect(months('2023/24-Q1')).toEqual(['2023-04', '2023-06']);
    expect(months('2023/24')).toEqual(['2023-04', '2024-03']);
    expect(months('P12M/2023-11')).toEqual(['2022-12', '2023-11']);
    expect(months('YTD/2024-02')).toEqual(['2023-04', '2024-02']);
  });
});

test('numbers a month from January of year 0', () => {
  expect(monthNumber('2023-11')).toBe(2023 * 12 + 10);
});

test('writes a day', () => {
  expect(formatDay('2023-12-05')).toBe('5 December 2023');
  expect(formatDay('2023-12-05', 'short')).toBe('5 Dec 2023');
});

test('names a grain for a control', () => {
  expect(['month', 'rolling-12', 'financial-year-to-date'].map(grainLabel)).toEqual([
    'Month',
    '12 months',
    'Year to date',
  ]);
});
