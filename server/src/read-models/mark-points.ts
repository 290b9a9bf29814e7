import type { Reading, ReadLine } from '../cells/query/reading.ts';
import type { StatusName } from '../contract/common.ts';
import type { Point } from '../contract/series.ts';
import type { Covered } from '../metrics/coverage.ts';
import type { MetricDefinition } from '../metrics/definition.ts';
import { dayNumber, lastDayOf, monthIndex, type Period } from '../metrics/periods.ts';
import type { Pinned } from '../metrics/pinned.ts';
import { statedInterval } from './judge/point-interval.ts';

/** A cohort whose age has not come: no value yet, rather than one that is still rising. */
const TOO_YOUNG = { value: null, status: ['immature' as const], absent: 'not-applicable' as const };
const NOT_COLLECTED = { value: null, n: 0, status: [], absent: 'not-collected' as const };

/**
 * Puts the marks on the values of one line: not collected, provisional with its reason, immature; and their
 * intervals, unless only the values matter.
 */
export function markPoints(
  pinned: Pinned,
  reading: Reading,
  covered: Covered,
  line: ReadLine,
  withIntervals = true,
): Point[] {
  const { metric, periods } = reading;
  const unknownThen = pinned.definitions[metric.id] === undefined;
  // What was published says itself what was not.
  const isOutside = (month: string) => !metric.noRowsMeansAbsent && !covered.months.has(month);
  const mark = marksOf(reading, covered, line);
  return periods.map((period, i) => {
    if (unknownThen || period.months.some(isOutside)) return { period: period.name, ...NOT_COLLECTED };
    const { runs, interval, intervalAbsent, ...point } = line.points[i];
    const marks = point.value === null ? { status: [] } : mark(period);
    if (metric.absentUntilMature && marks.status.includes('immature'))
      return { period: period.name, n: point.n, denominator: point.denominator, ...TOO_YOUNG };
    const bounds = withIntervals ? statedInterval(metric, reading.statistic, line.points[i]) : {};
    return { period: period.name, ...point, ...marks, ...bounds };
  });
}

/** Marks of a period of a line, whether or not it has a value: provisional, immature. */
export function marksOf({ metric, choices, filters }: Reading, covered: Covered, { key }: ReadLine) {
  const split = Object.entries(key);
  const matureDays =
    metric.maturesAfterDays?.(
      { ...choices, ...key },
      { ...filters, ...Object.fromEntries(split.map(([id, member]) => [id, [member]])) },
    ) ?? null;
  return (period: Period): Pick<Point, 'status' | 'provisional'> => {
    const month = period.months[period.months.length - 1];
    const status: StatusName[] = [];
    const reason = provisionalReason(metric, covered, month);
    if (reason) status.push('provisional');
    if (matureDays !== null && isYounger(month, matureDays, covered)) status.push('immature');
    return reason ? { status, provisional: reason } : { status };
  };
}

/** Whether the youngest case of a month, one of its last day, is not yet so many days old. */
function isYounger(month: string, days: number, { heldTo }: Covered): boolean {
  return heldTo !== null && dayNumber(lastDayOf(month)) + days > dayNumber(heldTo);
}

function provisionalReason(metric: MetricDefinition, covered: Covered, month: string): Point['provisional'] {
  if (covered.inProgress === month) return 'in-progress';
  if (covered.lastMonth === null || metric.noRowsMeansAbsent) return undefined;
  return monthIndex(covered.lastMonth) - monthIndex(month) < metric.settles.afterMonths
    ? metric.settles.reason
    : undefined;
}
