import type { Cube } from '../../metrics/cubes.ts';
import type { Part } from '../../metrics/definition.ts';
import { countWithin } from '../runs.ts';
import type { TupleTable } from '../tuple-table.ts';

/** Seconds allowed to a grade and setting in a month (by index); null where no threshold applies. */
export type Threshold = (month: number, grade: string, priorityArea: string) => number | null;

/** Reads one part's number from a row of a table. */
export function amountOf(
  part: Part,
  cube: Cube,
  table: TupleTable,
  threshold: Threshold,
): (row: number) => number {
  const of = part.of;
  if ('count' in of) {
    const counts = table.counts[cube.counts.indexOf(of.count)];
    return (row) => counts[row];
  }
  const runs = table.runs[cube.runs.indexOf(of.run)];
  if ('withinSeconds' in of) return (row) => countWithin(runs[row], of.withinSeconds);
  const gradeAt = table.columns.indexOf('grade');
  const settingAt = table.columns.indexOf('priorityArea');
  return (row) => {
    const grade = table.members[gradeAt][table.codes[gradeAt][row]];
    const setting = table.members[settingAt][table.codes[settingAt][row]];
    const seconds = threshold(table.cellMonths[row], grade, setting);
    if (seconds === null) return 0;
    return of.threshold === 'exists' ? runs[row].length : countWithin(runs[row], seconds);
  };
}
