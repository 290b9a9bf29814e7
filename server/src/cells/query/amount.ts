import type { Cube } from '../../metrics/cubes.ts';
import type { Part } from '../../metrics/definition.ts';
import type { Month } from '../../metrics/periods.ts';
import { countWithin } from '../runs.ts';
import type { Tuple } from '../tuple.ts';

/** Seconds allowed to a grade and setting in a month; null where no threshold applies. */
export type Threshold = (month: Month, grade: string, priorityArea: string) => number | null;

/** Reads one part's number from a tuple of the given month. */
export function amountOf(
  part: Part,
  cube: Cube,
  columns: readonly string[],
  threshold: Threshold,
): (tuple: Tuple, month: Month) => number {
  const of = part.of;
  if ('count' in of) {
    const at = cube.counts.indexOf(of.count);
    return (tuple) => tuple.counts[at];
  }
  const run = cube.runs.indexOf(of.run);
  if ('withinSeconds' in of) return (tuple) => countWithin(tuple.runs[run], of.withinSeconds);
  const gradeAt = columns.indexOf('grade');
  const settingAt = columns.indexOf('priorityArea');
  return (tuple, month) => {
    const seconds = threshold(month, tuple.members[gradeAt], tuple.members[settingAt]);
    if (seconds === null) return 0;
    return of.threshold === 'exists' ? tuple.runs[run].length : countWithin(tuple.runs[run], seconds);
  };
}
