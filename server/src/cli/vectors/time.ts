import { financialYear, isoWeekday } from '../../stats/time/calendar.ts';
import {
  dayBounds,
  elapsedSeconds,
  localToUtc,
  londonDate,
  londonHour,
  londonMonth,
  londonOffsetMinutes,
  londonReading,
  monthBounds,
} from '../../stats/time/london.ts';
import type { VectorCase } from './vector-case.ts';

/** Section G: months, dates, spans and clock changes in Europe/London. */
export function runTime({ kind, input }: VectorCase): unknown {
  if (kind === 'stamps') return runStamps(input.utc as string[]);
  if (kind === 'months') return runBounds((input.month as string[]).map(monthBounds));
  if (kind === 'days') return runBounds((input.date as string[]).map(dayBounds));
  if (kind === 'spans') return runSpans(input.start_utc as string[], input.end_utc as string[]);
  if (kind === 'local_to_utc') {
    return { candidates_utc: (input.local as string[]).map((local) => localToUtc(local).map(formatUtc)) };
  }
  throw new Error(`Time cases of kind "${kind}" are not known.`);
}

function runStamps(utc: string[]): unknown {
  const instants = utc.map((text) => Date.parse(text));
  const dates = instants.map(londonDate);
  return {
    epoch_s: instants.map((ms) => ms / 1000),
    local: instants.map(londonReading),
    offset_minutes: instants.map(londonOffsetMinutes),
    local_date: dates,
    local_month: instants.map(londonMonth),
    local_hour: instants.map(londonHour),
    iso_weekday: dates.map(isoWeekday),
    financial_year: dates.map(financialYear),
  };
}

function runBounds(bounds: { startUtcMs: number; endUtcMs: number }[]): unknown {
  return {
    start_utc: bounds.map(({ startUtcMs }) => formatUtc(startUtcMs)),
    end_utc_exclusive: bounds.map(({ endUtcMs }) => formatUtc(endUtcMs)),
    seconds: bounds.map(({ startUtcMs, endUtcMs }) => elapsedSeconds(startUtcMs, endUtcMs)),
  };
}

function runSpans(starts: string[], ends: string[]): unknown {
  return {
    elapsed_seconds: starts.map((start, i) => elapsedSeconds(Date.parse(start), Date.parse(ends[i] ?? ''))),
  };
}

function formatUtc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
