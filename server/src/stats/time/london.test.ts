import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayBounds,
  elapsedSeconds,
  localToUtc,
  londonDate,
  londonDayNumber,
  londonHour,
  londonMonth,
  londonOffsetMinutes,
  londonReading,
  monthBounds,
} from './london.ts';

const utc = (text: string) => Date.parse(text);
const instants = fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(2100, 11, 30) });

describe('local readings', () => {
  test('an hour before midnight in June belongs to July', () => {
    const instant = utc('2023-06-30T23:30:00Z');
    expect(londonMonth(instant)).toBe('2023-07');
    expect(londonDate(instant)).toBe('2023-07-01');
    expect(londonHour(instant)).toBe(0);
    expect(londonReading(instant)).toBe('2023-07-01T00:30:00');
  });

  test('summer time runs from the last Sunday of March to the last Sunday of October', () => {
    const readings = [
      '2024-03-31T00:59:59Z',
      '2024-03-31T01:00:00Z',
      '2024-10-27T00:59:59Z',
      '2024-10-27T01:00:00Z',
    ];
    expect(readings.map((at) => londonOffsetMinutes(utc(at)))).toEqual([0, 60, 60, 0]);
  });

  test('British Standard Time (1968 to 1971) and double summer time (1941) come from the tz database', () => {
    expect(londonOffsetMinutes(utc('1970-01-01T00:00:00Z'))).toBe(60);
    expect(londonOffsetMinutes(utc('1941-07-01T00:00:00Z'))).toBe(120);
  });

  test('dates before 1970 floor towards the past', () => {
    expect(londonDate(utc('1965-12-31T23:59:00Z'))).toBe('1965-12-31');
    expect(londonHour(utc('1965-12-31T23:59:00Z'))).toBe(23);
    expect(londonDayNumber(utc('1965-12-31T23:59:00Z'))).toBe(-1462);
  });

  test('an instant outside 1900 to 2100 is refused', () => {
    expect(() => londonMonth(utc('1899-12-31T00:00:00Z'))).toThrow(/1900 to 2100/);
    expect(() => londonMonth(Number.NaN)).toThrow(/1900 to 2100/);
  });

  test('agrees with Intl at any instant', () => {
    const intl = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(instants, (at) => londonReading(at) === intl.format(at).replace(' ', 'T')),
      { numRuns: 2000 },
    );
  });
});

describe('localToUtc', () => {
  test('the hour missing in March has no instant, the hour repeated in October two', () => {
    expect(localToUtc('2024-03-31T01:30:00')).toEqual([]);
    expect(localToUtc('2024-10-27T01:30:00')).toEqual([
      utc('2024-10-27T00:30:00Z'),
      utc('2024-10-27T01:30:00Z'),
    ]);
    expect(localToUtc('2024-07-01 09:15')).toEqual([utc('2024-07-01T08:15:00Z')]);
  });

  test('refuses a reading that is no date and time', () => {
    expect(() => localToUtc('01/07/2024 09:15')).toThrow(/2023-11-30T14:05:00/);
    expect(() => localToUtc('2024-02-30T09:15:00')).toThrow(/not a date/);
  });

  test('every instant is among the candidates of its own reading', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const second = Math.floor(at / 1000) * 1000;
        return localToUtc(londonReading(second)).includes(second);
      }),
    );
  });
});

describe('bounds', () => {
  test('March is an hour short and October an hour long', () => {
    const seconds = (month: string) => {
      const { startUtcMs, endUtcMs } = monthBounds(month);
      return elapsedSeconds(startUtcMs, endUtcMs);
    };
    expect([seconds('2023-03'), seconds('2023-10'), seconds('2024-02')]).toEqual([
      2_674_800, 2_682_000, 2_505_600,
    ]);
  });

  test('a day of the clock change lasts 23 or 25 hours', () => {
    const hours = (date: string) =>
      elapsedSeconds(dayBounds(date).startUtcMs, dayBounds(date).endUtcMs) / 3600;
    expect([hours('2023-03-26'), hours('2023-10-29'), hours('2023-06-01')]).toEqual([23, 25, 24]);
  });

  test('an instant lies within the bounds of its own month', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const { startUtcMs, endUtcMs } = monthBounds(londonMonth(at));
        return startUtcMs <= at && at < endUtcMs;
      }),
    );
  });
});
