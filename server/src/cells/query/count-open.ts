import type { AgeBand } from '../../metrics/definition.ts';
import { OPEN, type Spans } from '../tuple.ts';

/** Last day of a period, counted from 1970-01-01, and its place among the periods asked for. */
export interface PeriodEnd {
  readonly day: number;
  readonly period: number;
}

/**
 * Calls back for every span and period end at which it is open and its age in days lies in one of the bands.
 * What ends on a day is no longer open on it.
 * @param ends in time order
 */
export function countOpen(
  spans: Spans,
  ends: readonly PeriodEnd[],
  bands: readonly AgeBand[],
  found: (period: number) => void,
): void {
  const youngest = Math.min(...bands.map((band) => band.fromDays));
  for (let i = 0; i < spans.startDay.length; i++) {
    const length = spans.lengthDays[i];
    if (length !== OPEN && length <= youngest) continue;
    const start = spans.startDay[i];
    for (let at = firstFrom(ends, start + youngest); at < ends.length; at++) {
      const age = ends[at].day - start;
      if (length !== OPEN && length <= age) break;
      if (bands.some((band) => age >= band.fromDays && (band.toDays === null || age <= band.toDays)))
        found(ends[at].period);
    }
  }
}

/** First of the ends that is on `day` or later. */
function firstFrom(ends: readonly PeriodEnd[], day: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle].day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
