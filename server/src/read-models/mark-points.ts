import type { Reading, ReadLine } from '../cells/query/reading.ts';
import type { StatusName } from '../contract/common.ts';
import type { Point } from '../contract/series.ts';
import type { Covered } from '../metrics/coverage.ts';
import type { MetricDefinition } from '../metrics/definition.ts';
import { addMonths, dayNumber, lastDayOf, type Period } from '../metrics/periods.ts';
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
  const isCollected = collectedIn(pinned, metric, covered);
  const mark = marksOf(reading, covered, line);
  return periods.map((period, i) => {
    if (!isCollected(period)) return { period: period.name, ...NOT_COLLECTED };
    const { runs, interval, intervalAbsent, ...point } = line.points[i];
    const marks = point.value === null ? NO_MARKS : mark(period);
    if (isTooYoung(metric, marks))
      return { period: period.name, n: point.n, denominator: point.denominator, ...TOO_YOUNG };
    const bounds = withIntervals ? statedInterval(metric, reading.statistic, line.points[i]) : {};
    return { period: period.name, ...point, ...marks, ...bounds };
  });
}

/** A value as `markPoints` gives it, and whether its period carries a mark, with a value or without. */
export interface MarkedValue {
  readonly period: string;
  readonly value: number | null;
  readonly isSettled: boolean;
}

/** The values of one line alone, for what is worked out from them. */
export function markValues(
  pinned: Pinned,
  reading: Reading,
  covered: Covered,
  line: ReadLine,
): MarkedValue[] {
  const { metric, periods } = reading;
  const isCollected = collectedIn(pinned, metric, covered);
  const mark = marksOf(reading, covered, line);
  return periods.map((period, i) => {
    const marks = mark(period);
    const isShown = isCollected(period) && !isTooYoung(metric, marks);
    const value = isShown ? line.points[i].value : null;
    return { period: period.name, value, isSettled: marks.status.length === 0 };
  });
}

function collectedIn(pinned: Pinned, metric: MetricDefinition, { months }: Covered) {
  if (pinned.definitions[metric.id] === undefined) return () => false;
  // What was published says itself what was not.
  if (metric.noRowsMeansAbsent) return () => true;
  return (period: Period) => period.months.every((month) => months.has(month));
}

function isTooYoung(metric: MetricDefinition, { status }: Marks): boolean {
  return metric.absentUntilMature === true && status.includes('immature');
}

type Marks = Pick<Point, 'status' | 'provisional'>;
const NO_MARKS: Marks = { status: [] };

/** Marks of a period of a line, whether or not it has a value: provisional, immature. */
export function marksOf({ metric, choices, filters }: Reading, covered: Covered, { key }: ReadLine) {
  const split = Object.entries(key);
  const matureDays =
    metric.maturesAfterDays?.(
      { ...choices, ...key },
      { ...filters, ...Object.fromEntries(split.map(([id, member]) => [id, [member]])) },
    ) ?? null;
  const reasonIn = provisionalReasons(metric, covered);
  return (period: Period): Marks => {
    const month = period.months[period.months.length - 1];
    const reason = reasonIn(month);
    const isYoung = matureDays !== null && isYounger(month, matureDays, covered);
    if (!reason && !isYoung) return NO_MARKS;
    const status: StatusName[] = reason ? ['provisional'] : [];
    if (isYoung) status.push('immature');
    return reason ? { status, provisional: reason } : { status };
  };
}

/** Whether the youngest case of a month, one of its last day, is not yet so many days old. */
function isYounger(month: string, days: number, { heldTo }: Covered): boolean {
  return heldTo !== null && dayNumber(lastDayOf(month)) + days > dayNumber(heldTo);
}

function provisionalReasons({ settles, noRowsMeansAbsent }: MetricDefinition, covered: Covered) {
  const { inProgress, lastMonth } = covered;
  const settledTo =
    lastMonth === null || noRowsMeansAbsent ? null : addMonths(lastMonth, -settles.afterMonths);
  return (month: string): Point['provisional'] => {
    if (inProgress === month) return 'in-progress';
    return settledTo !== null && month > settledTo ? settles.reason : undefined;
  };
}
