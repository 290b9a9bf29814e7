import type { GrainName } from '../contract/common.ts';
import type { Change } from '../contract/measure.ts';
import type { Point } from '../contract/series.ts';
import { breakBetween } from '../metrics/annotations.ts';
import { addMonths, type Period, periodEnding } from '../metrics/periods.ts';
import type { PinnedAnnotation } from '../metrics/pinned.ts';

const BACK: Readonly<Record<GrainName, readonly number[]>> = {
  month: [1, 12],
  quarter: [3, 12],
  'financial-year': [12],
  'financial-year-to-date': [12],
  'rolling-3': [3, 12],
  'rolling-12': [12],
};

/** Periods a period is compared with: the one before that does not overlap it, and the same one last year. */
export function comparedPeriods(grain: GrainName, period: Period): Period[] {
  const last = period.months[period.months.length - 1];
  return BACK[grain].flatMap((months) => periodEnding(grain, addMonths(last, -months)) ?? []);
}

/** Difference of two values, unrounded; none across a break, nor where either value is absent. */
export function changeFrom(
  notes: readonly PinnedAnnotation[],
  [earlier, later]: readonly [Period, Period],
  [before, now]: readonly [Point, Point],
): Change {
  const comparable = !breakBetween(notes, earlier.months[0], later.months[later.months.length - 1]);
  const value = comparable && before.value !== null && now.value !== null ? now.value - before.value : null;
  return { against: earlier.name, value, from: before.value, comparable };
}
