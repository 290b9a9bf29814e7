import { dayName, dayNumber, monthName } from '../../server/src/stats/time/calendar.ts';
import { dayBounds, londonOffsetMinutes, monthBounds } from '../../server/src/stats/time/london.ts';
import type { Random } from './random.ts';

const two = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
const daySeconds = 86_400;

/** An instant in seconds since 1970 as London wall time with its offset, `2023-11-05T22:14:09+00:00`. */
export function formatInstant(utcSeconds: number): string {
  const offsetMinutes = londonOffsetMinutes(utcSeconds * 1000);
  const local = utcSeconds + offsetMinutes * 60;
  const day = Math.floor(local / daySeconds);
  const second = local - day * daySeconds;
  const time = `${two[(second / 3600) | 0]}:${two[((second / 60) | 0) % 60]}:${two[second % 60]}`;
  return `${dayName(day)}T${time}${offsetMinutes === 60 ? '+01:00' : '+00:00'}`;
}

/** The month number in which a day (days since 1970) falls. */
export function monthOfDay(day: number): number {
  const date = new Date(day * daySeconds * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** First day of a month number, in days since 1970. */
export function firstDayOf(month: number): number {
  return dayNumber(`${monthName(month)}-01`);
}

/** Days in a month number. */
export function daysIn(month: number): number {
  return firstDayOf(month + 1) - firstDayOf(month);
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: number): number {
  return (day + 3) % 7;
}

/** Draws instants within one month: days by weekday weight in reference order, hours by their own weights. */
export class MonthClock {
  private readonly dayStarts: number[] = [];
  private readonly dayEnds: number[] = [];
  private readonly lastSecond: number;

  constructor(month: number, weekdayWeights: readonly number[]) {
    let running = 0;
    for (let day = firstDayOf(month); day < firstDayOf(month + 1); day++) {
      this.dayStarts.push(dayBounds(dayName(day)).startUtcMs / 1000);
      running += weekdayWeights[weekdayOf(day)];
      this.dayEnds.push(running);
    }
    this.dayEnds = this.dayEnds.map((end) => end / running);
    this.lastSecond = monthBounds(monthName(month)).endUtcMs / 1000 - 1;
  }

  /** The start (UTC seconds) of the day in which a share of the month, 0 to 1, falls. */
  dayStart(share: number): number {
    let index = 0;
    while (index < this.dayEnds.length - 1 && share >= this.dayEnds[index]) index++;
    return this.dayStarts[index];
  }

  /** An instant in that hour of that day, kept inside the month where the clocks change on its last day. */
  instant(dayStart: number, hour: number, random: Random): number {
    return Math.min(this.lastSecond, dayStart + hour * 3600 + random.below(3600));
  }
}
