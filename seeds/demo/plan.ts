import { dayName, monthName, monthNumber } from '../../server/src/stats/time/calendar.ts';
import { firstDayOf } from './clock.ts';

const releaseCount = 14;
const firstMonth = '2018-01';

/** The months a demonstration spans and the releases that show it growing. Month numbers, both ends included. */
export interface Plan {
  from: number;
  to: number;
  /** Last month of data in each release, oldest first. */
  releaseMonths: readonly number[];
}

/** Fourteen monthly releases ending at `to`, fewer where the span is shorter. @throws RangeError, CalendarError. */
export function planReleases(from: string, to: string): Plan {
  const first = monthNumber(from);
  const last = monthNumber(to);
  if (last < first) throw new RangeError(`--to ${to} is before --from ${from}.`);
  if (from < firstMonth)
    throw new RangeError(`--from ${from} is before ${firstMonth}, when its areas begin.`);
  const count = Math.min(releaseCount, last - first + 1);
  const releaseMonths = Array.from({ length: count }, (_, index) => last - count + 1 + index);
  return { from: first, to: last, releaseMonths };
}

/** The release (0 = first) in which something known in a month first shows; -1 when it is after the last. */
export function releaseOf(plan: Plan, knownMonth: number): number {
  if (knownMonth > plan.to) return -1;
  return Math.max(0, knownMonth - plan.releaseMonths[0]);
}

/** Dates a release prints: its last day of data, and its publication on the fifth of the month after. */
export function releaseDates(month: number): { dataTo: string; publishedOn: string } {
  return { dataTo: dayName(firstDayOf(month + 1) - 1), publishedOn: `${monthName(month + 1)}-05` };
}
