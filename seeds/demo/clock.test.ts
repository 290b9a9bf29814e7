import { describe, expect, it } from 'vitest';
import { monthNumber } from '../../server/src/stats/time/calendar.ts';
import { londonMonth } from '../../server/src/stats/time/london.ts';
import { daysIn, formatInstant, MonthClock, monthOfDay } from './clock.ts';
import { Random } from './random.ts';

describe('clock', () => {
  it('writes an instant as London wall time with its offset', () => {
    expect(formatInstant(Date.UTC(2023, 6, 1, 22, 5, 9) / 1000)).toBe('2023-07-01T23:05:09+01:00');
    expect(formatInstant(Date.UTC(2023, 10, 30, 23, 59, 59) / 1000)).toBe('2023-11-30T23:59:59+00:00');
  });

  it('tells the two hours of a repeated October hour apart', () => {
    expect(formatInstant(Date.UTC(2023, 9, 29, 0, 30) / 1000)).toBe('2023-10-29T01:30:00+01:00');
    expect(formatInstant(Date.UTC(2023, 9, 29, 1, 30) / 1000)).toBe('2023-10-29T01:30:00+00:00');
  });

  it('keeps instants inside a month whose last day is an hour short', () => {
    const clock = new MonthClock(monthNumber('2024-03'), [1, 1, 1, 1, 1, 1, 1]);
    const lastDay = clock.dayStart(0.999);
    expect(londonMonth(clock.instant(lastDay, 23, new Random(1, 'x').at(0)) * 1000)).toBe('2024-03');
    expect(formatInstant(lastDay)).toBe('2024-03-31T00:00:00+00:00');
  });

  it('counts the days of a month and finds the month of a day', () => {
    expect(daysIn(monthNumber('2020-02'))).toBe(29);
    expect(monthOfDay(Date.UTC(2023, 10, 30) / 86_400_000)).toBe(monthNumber('2023-11'));
  });
});
