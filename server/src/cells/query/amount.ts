import type { Cube } from '../../metrics/cubes.ts';
import type { Part } from '../../metrics/definition.ts';
import type { Thresholds } from '../../metrics/targets.ts';
import { countWithin } from '../runs.ts';
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
  const runs = table.runs[cube.runs.indexOf(of.run)];
  if ('withinSeconds' in of) return (row) => countWithin(runs[row], of.withinSeconds);
  const gradeAt = table.columns.indexOf(of.gradeColumn);
  const settingAt = table.columns.indexOf('priorityArea');
  return (row) => {
    const grade = table.members[gradeAt][table.codes[gradeAt][row]];
    const setting = table.members[settingAt][table.codes[settingAt][row]];
    const area = table.areaCodes[table.areas[row]];
    const seconds = thresholds(table.cellMonths[row], grade, setting, area);
    if (seconds === null) return 0;
    return of.threshold === 'exists' ? runs[row].length : countWithin(runs[row], seconds);
  };
}
