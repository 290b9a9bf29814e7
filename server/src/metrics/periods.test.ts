import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  dayNumber,
  grainOfPeriod,
  grains,
  lastDayOf,
  monthAt,
  monthIndex,
  monthRange,
  parsePeriod,
  periodEnding,
} from './periods.ts';

const month = fc.integer({ min: 1910 * 12, max: 2090 * 12 }).map(monthAt);
const grain = fc.constantFrom(...grains);

describe('months', () => {
  test('names and indexes are inverse, and sort alike', () => {
    fc.assert(
      fc.property(month, month, (a, b) => {
        expect(monthAt(monthIndex(a))).toBe(a);
        expect(Math.sign(monthIndex(a) - monthIndex(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  test('add over a year end, backwards too', () => {
    expect([addMonths('2023-11', 2), addMonths('2024-01', -1), addMonths('2023-11', 0)]).toEqual([
      '2024-01',
      '2023-12',
      '2023-11',
    ]);
  });

  test('run from first to last, and are none the other way round', () => {
    expect(monthRange('2023-12', '2024-02')).toEqual(['2023-12', '2024-01', '2024-02']);
    expect(monthRange('2024-01', '2023-12')).toEqual([]);
  });

  test('end on their last day, in leap years too', () => {
    expect(['2023-02', '2024-02', '2023-04', '2023-12'].map(lastDayOf)).toEqual([
      '2023-02-28',
      '2024-02-29',
      '2023-04-30',
      '2023-12-31',
    ]);
    expect(dayNumber('2024-03-01') - dayNumber(lastDayOf('2024-02'))).toBe(1);
  });
});

describe('periodEnding', () => {
  test.each([
    ['month', '2023-11', '2023-11', '2023-11'],
    ['quarter', '2023-12', '2023/24-Q3', '2023-10'],
    ['quarter', '2024-03', '2023/24-Q4', '2024-01'],
    ['quarter', '2023-06', '2023/24-Q1', '2023-04'],
    ['financial-year', '2024-03', '2023/24', '2023-04'],
    ['financial-year', '2000-03', '1999/00', '1999-04'],
    ['financial-year-to-date', '2023-11', 'YTD/2023-11', '2023-04'],
    ['financial-year-to-date', '2024-03', 'YTD/2024-03', '2023-04'],
    ['rolling-3', '2024-01', 'P3M/2024-01', '2023-11'],
    ['rolling-12', '2023-11', 'P12M/2023-11', '2022-12'],
  ] as const)('names a %s that ends in %s %s, from %s', (one, end, name, first) => {
    const period = periodEnding(one, end);
    expect(period).toMatchObject({ name });
    expect(period?.months[0]).toBe(first);
  });

  test.each([
    ['quarter', '2023-11'],
    ['financial-year', '2023-12'],
  ] as const)('has no %s that ends in %s', (one, end) => {
    expect(periodEnding(one, end)).toBeNull();
  });

  test('is made of unbroken months up to the one it ends in', () => {
    fc.assert(
      fc.property(grain, month, (one, end) => {
        const months = periodEnding(one, end)?.months ?? [end];
        expect(months).toEqual(monthRange(months[0], end));
      }),
    );
  });

  test('tiles time: every month is in one quarter and one financial year', () => {
    fc.assert(
      fc.property(month, (one) => {
        const ends = monthRange(addMonths(one, -12), addMonths(one, 12));
        const holding = (of: 'quarter' | 'financial-year') =>
          ends.filter((end) => periodEnding(of, end)?.months.includes(one));
        expect([holding('quarter').length, holding('financial-year').length]).toEqual([1, 1]);
      }),
    );
  });
});

describe('parsePeriod', () => {
  test('reads back every name', () => {
    fc.assert(
      fc.property(grain, month, (one, end) => {
        const period = periodEnding(one, end);
        expect(parsePeriod(one, period?.name ?? end)).toEqual(period ?? parsePeriod(one, end));
        expect(grainOfPeriod(period?.name ?? end)).toBe(period ? one : 'month');
      }),
    );
  });

  test('takes a month for the period that holds it, in every grain', () => {
    expect(grains.map((one) => parsePeriod(one, '2023-11')?.name)).toEqual([
      '2023-11',
      '2023/24-Q3',
      '2023/24',
      'YTD/2023-11',
      'P3M/2023-11',
      'P12M/2023-11',
    ]);
  });

  test('takes a dash for the slash of a year, as addresses have it', () => {
    expect(parsePeriod('financial-year', '2023-24')?.name).toBe('2023/24');
    expect(parsePeriod('quarter', '2023-24-Q4')?.name).toBe('2023/24-Q4');
    expect(parsePeriod('financial-year', '2011-12')?.name).toBe('2011/12');
  });

  test.each([
    ['financial-year', '2023/25'],
    ['financial-year', '2023-25'],
    ['quarter', '2023/24-Q5'],
    ['quarter', '2023-Q3'],
    ['month', '2023-13'],
    ['month', '2023-1'],
    ['month', '0001-01'],
    ['rolling-12', 'P3M/2023-11'],
    ['rolling-12', 'P12M/0000-01'],
    ['financial-year-to-date', 'YTD/2023'],
    ['month', 'constructor'],
    ['month', ''],
  ] as const)('finds no %s in "%s"', (one, text) => {
    expect(parsePeriod(one, text)).toBeNull();
  });
});
