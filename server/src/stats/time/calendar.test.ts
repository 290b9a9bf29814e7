import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  CalendarError,
  dayName,
  dayNumber,
  daysBetween,
  daysInMonth,
  financialYear,
  isoWeekday,
  monthName,
  monthNumber,
  monthRange,
} from './calendar.ts';

describe('days', () => {
  test('counts across a leap day', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2023-02-28', '2023-03-01')).toBe(1);
  });

  test('refuses a date that does not exist', () => {
    expect(() => dayNumber('2023-02-29')).toThrow(CalendarError);
    expect(() => dayNumber('29/02/2024')).toThrow(/YYYY-MM-DD/);
  });

  test('names and numbers are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 47_000 }), (day) => dayNumber(dayName(day)) === day),
    );
  });

  test('Monday is 1 and Sunday 7, before 1970 too', () => {
    expect(['2023-11-27', '2023-12-03', '1969-12-29'].map(isoWeekday)).toEqual([1, 7, 1]);
  });
});

describe('months', () => {
  test('adds over a year end', () => {
    expect(addMonths('2023-11', 3)).toBe('2024-02');
    expect(addMonths('2024-02', -3)).toBe('2023-11');
  });

  test('lists a range with both ends, and nothing when it is backwards', () => {
    expect(monthRange('2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(monthRange('2024-02', '2023-11')).toEqual([]);
  });

  test('refuses a thirteenth month', () => {
    expect(() => monthNumber('2023-13')).toThrow(CalendarError);
  });

  test('names and numbers are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (month) => monthNumber(monthName(month)) === month),
    );
  });

  test('knows the length of February', () => {
    expect(['2023-02', '2024-02', '2023-10'].map(daysInMonth)).toEqual([28, 29, 31]);
  });
});

describe('financialYear', () => {
  test('runs from April to March', () => {
    expect(['2024-03-31', '2024-04', '1999-04-01'].map(financialYear)).toEqual([
      '2023/24',
      '2024/25',
      '1999/00',
    ]);
  });
});
