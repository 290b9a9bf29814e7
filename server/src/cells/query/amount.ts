import type { Cube } from '../../metrics/cubes.ts';
import type { Part } from '../../metrics/definition.ts';
import type { Thresholds } from '../../metrics/targets.ts';
import type { TupleTable } from '../tuple-table.ts';

/** Reads one part's number from a row of a table. */
export function amountOf(
  part: Part,
  cube: Cube,
  table: TupleTable,
  thresholds: Thresholds,
): (row: number) => number {
  const of = part.of;
  if ('rows' in of) return () => 1;
  if ('count' in of) {
    const counts = table.counts[cube.counts.indexOf(of.count)];
    return (row) => counts[row];
  }
  if ('endedWithinDays' in of || 'notEndedWithinDays' in of) return endedOf(table, of);
  const runs = table.runs[cube.runs.indexOf(of.run)];
  if ('withinSeconds' in of) return (row) => runs.countWithin(row, of.withinSeconds);
  const gradeAt = table.columns.indexOf(of.gradeColumn);
  const settingAt = table.columns.indexOf('priorityArea');
  return (row) => {
    const grade = table.members[gradeAt][table.codes[gradeAt][row]];
    const setting = table.members[settingAt][table.codes[settingAt][row]];
    const area = table.areaCodes[table.areas[row]];
    const seconds = thresholds(table.months[row], grade, setting, area);
    if (seconds === null) return 0;
    return of.threshold === 'exists' ? runs.lengthAt(row) : runs.countWithin(row, seconds);
  };
}

/** Spans that ended at most so many days after their start, or all others; one that ended before it is among the first. */
function endedOf(
  { spans }: TupleTable,
  of: { readonly endedWithinDays: number } | { readonly notEndedWithinDays: number },
): (row: number) => number {
  if (!spans) return () => 0;
  const { endedDays, lengthDays } = spans;
  if ('endedWithinDays' in of) return (row) => endedDays.countWithin(row, of.endedWithinDays);
  return (row) => lengthDays.lengthAt(row) - endedDays.countWithin(row, of.notEndedWithinDays);
}
