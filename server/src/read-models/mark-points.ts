import type { Reading, ReadPoint } from '../cells/query/reading.ts';
import type { StatusName } from '../contract/common.ts';
import type { Point } from '../contract/series.ts';
import { type Covered, heldTo } from '../metrics/coverage.ts';
import { cubes } from '../metrics/cubes.ts';
import { dayNumber, lastDayOf, monthIndex, type Period } from '../metrics/periods.ts';
import type { Pinned } from '../metrics/pinned.ts';

const NOT_COLLECTED = { value: null, n: 0, status: [], absent: 'not-collected' as const };

/** Puts the marks on the values of one line: not collected, provisional with its reason, immature. */
export function markPoints(
  pinned: Pinned,
  reading: Reading,
  covered: Covered,
  points: readonly ReadPoint[],
): Point[] {
  const unknownThen = pinned.definitions[reading.metric.id] === undefined;
  const mark = marker(pinned, reading, covered);
  return reading.periods.map((period, i) => {
    const outside = period.months.some((month) => !covered.months.has(month));
    if (unknownThen || outside) return { period: period.name, ...NOT_COLLECTED };
    return {
      period: period.name,
      ...points[i],
      ...(points[i].value === null ? { status: [] } : mark(period)),
    };
  });
}

function marker(pinned: Pinned, reading: Reading, covered: Covered) {
  const { metric, choices, filters } = reading;
  const held = heldTo(pinned, cubes[metric.cube].feed);
  const matureDays = metric.maturesAfterDays?.(choices, filters) ?? null;
  return (period: Period): Pick<Point, 'status' | 'provisional'> => {
    const month = period.months[period.months.length - 1];
    const status: StatusName[] = [];
    const reason = provisionalReason(reading, covered, month);
    if (reason) status.push('provisional');
    if (matureDays !== null && held !== null && dayNumber(lastDayOf(month)) + matureDays > dayNumber(held))
      status.push('immature');
    return reason ? { status, provisional: reason } : { status };
  };
}

function provisionalReason({ metric }: Reading, covered: Covered, month: string): Point['provisional'] {
  if (covered.inProgress.has(month)) return 'in-progress';
  if (covered.lastMonth === null) return undefined;
  return monthIndex(covered.lastMonth) - monthIndex(month) < metric.settles.afterMonths
    ? metric.settles.reason
    : undefined;
}
