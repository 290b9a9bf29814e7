import { dayNumber } from '../../stats/time/calendar.ts';
import { localMsToUtc } from '../../stats/time/london.ts';
import type { ColumnType } from '../definition.ts';
import { quoted, type Row } from '../row.ts';
import { isDate } from './dates.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Offsets in use anywhere, in minutes: −12:00 to +14:00. Postgres refuses a whole COPY over one that is far out. */
const [leastOffset, mostOffset] = [-12 * 60, 14 * 60];
const shape =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(Z|[+-]\d{2}(?::?[0-5]\d)?)?$/i;

/**
 * An instant, cut to the second, so that every wait is whole seconds. Without an offset it is wall time in
 * Europe/London: an hour that does not exist is refused; one that exists twice is read as the earlier, and
 * `settleRepeatedHours` may take the later.
 */
export function timestamp(): ColumnType {
  return {
    words: 'a timestamp, ISO 8601; without an offset it is Europe/London wall time; cut to the second',
    compile: (_, column) => {
      const days = new Map<string, number>();
      return (value, row, slot) => {
        const parts = shape.exec(value);
        const dayStart = parts ? dayStartMs(parts[1], days) : Number.NaN;
        if (!parts || Number.isNaN(dayStart)) {
          const message = `${column} cannot be ${quoted(value)}: write it as 2023-11-30T14:05:00Z, or without the Z in local time.`;
          return row.refuse(column, 'bad-timestamp', message);
        }
        const [, , hour, minute, second = '00', offset] = parts;
        const local = dayStart + (Number(hour) * 60 + Number(minute)) * minuteMs + Number(second) * 1000;
        const reading = `${parts[1]} ${hour}:${minute}:${second}`;
        if (offset === undefined) return settleLocal(reading, local, column, row, slot);
        const ahead = offsetMinutes(offset);
        if (ahead < leastOffset || ahead > mostOffset) {
          const message = `${column} ${quoted(value)} is ${offset} from UTC, and no place is: offsets run from -12:00 to +14:00.`;
          return row.refuse(column, 'bad-timestamp', message);
        }
        row.times[slot] = local - ahead * minuteMs;
        return `${reading}${offset.toUpperCase() === 'Z' ? '+00' : offset}`;
      };
    },
  };
}

/** COPY text of an instant. */
export function copyInstant(utcMs: number): string {
  return new Date(utcMs).toISOString();
}

function settleLocal(
  reading: string,
  localMs: number,
  column: string,
  row: Row,
  slot: number,
): string | null {
  const [first, later] = localMsToUtc(localMs);
  if (first === undefined) {
    const message = `${column} ${reading} does not exist: clocks went forward over that hour. Check the export's time zone.`;
    return row.refuse(column, 'missing-hour', message);
  }
  row.times[slot] = first;
  if (later !== undefined) row.laterTimes[slot] = later;
  return `${reading}${localMs === first ? '+00' : '+01'}`;
}

function dayStartMs(date: string, days: Map<string, number>): number {
  const known = days.get(date);
  if (known !== undefined) return known;
  const start = isDate(date) ? dayNumber(date) * dayMs : Number.NaN;
  days.set(date, start);
  return start;
}

function offsetMinutes(offset: string): number {
  if (offset.length === 1) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.length > 3 ? offset.slice(-2) : 0);
  return offset.startsWith('-') ? -minutes : minutes;
}
