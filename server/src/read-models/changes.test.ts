import { describe, expect, test } from 'vitest';
import type { Point } from '../contract/series.ts';
import { type Period, parsePeriod } from '../metrics/periods.ts';
import type { PinnedAnnotation } from '../metrics/pinned.ts';
import { changeFrom, comparedPeriods } from './changes.ts';

const period = (grain: Parameters<typeof parsePeriod>[0], name: string): Period => {
  const found = parsePeriod(grain, name);
  if (!found) throw new Error(`${name} is no ${grain}`);
  return found;
};
const point = (value: number | null): Point => ({ period: '', value, n: 1, status: [] });
const breakOn = (date: string): PinnedAnnotation => ({
  kind: 'break',
  date,
  metric: '*',
  areaCode: '',
  text: 'A break',
  source: 'A test',
  illustrative: false,
});

describe('comparedPeriods', () => {
  test.each([
    ['month', '2023-11', ['2023-10', '2022-11']],
    ['quarter', '2023/24-Q3', ['2023/24-Q2', '2022/23-Q3']],
    ['financial-year', '2023/24', ['2022/23']],
    ['financial-year-to-date', 'YTD/2023-11', ['YTD/2022-11']],
    ['rolling-3', 'P3M/2023-11', ['P3M/2023-08', 'P3M/2022-11']],
    ['rolling-12', 'P12M/2023-11', ['P12M/2022-11']],
  ] as const)('of a %s are those before it that do not overlap it', (grain, name, expected) => {
    expect(comparedPeriods(grain, period(grain, name)).map((one) => one.name)).toEqual(expected);
  });
});

describe('changeFrom', () => {
  const months = [period('month', '2023-03'), period('month', '2023-04')] as const;

  test('is the difference, unrounded', () => {
    const change = changeFrom([], months, [point(0.1), point(0.3)]);
    expect(change).toEqual({ against: '2023-03', value: 0.3 - 0.1, from: 0.1, comparable: true });
  });

  test('is none across a break, and says so', () => {
    const change = changeFrom([breakOn('2023-04-01')], months, [point(5), point(7)]);
    expect(change).toEqual({ against: '2023-03', value: null, from: 5, comparable: false });
  });

  test('of longer periods is none where a break lies within either', () => {
    const years = [period('rolling-12', 'P12M/2022-11'), period('rolling-12', 'P12M/2023-11')] as const;
    const comparable = (date: string) => changeFrom([breakOn(date)], years, [point(5), point(7)]).comparable;
    expect(['2021-12-01', '2022-06-01', '2023-11-01', '2023-12-01'].map(comparable)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test('is none where either value is absent', () => {
    expect(changeFrom([], months, [point(null), point(7)])).toMatchObject({ value: null, comparable: true });
    expect(changeFrom([], months, [point(5), point(null)])).toMatchObject({ value: null, from: 5 });
  });
});
