import type { Cube } from '../../metrics/cubes.ts';
import type { Part } from '../../metrics/definition.ts';
import type { Thresholds } from '../../metrics/targets.ts';
import { countWithin } from '../runs.ts';
import { OPEN, type Spans } from '../tuple.ts';
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
  if ('endedWithinDays' in of) return (row) => endedWithin(table.spans[row], of.endedWithinDays);
  if ('notEndedWithinDays' in of) {
    return (row) =>
      (table.spans[row]?.startDay.length ?? 0) - endedWithin(table.spans[row], of.notEndedWithinDays);
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

/** Spans that ended at most so many days after their start; one that ended before it is among them. */
function endedWithin(spans: Spans | null, days: number): number {
  if (spans === null) return 0;
  const lengths = spans.lengthDays;
  let ended = 0;
  for (let i = 0; i < lengths.length; i++) if (lengths[i] !== OPEN && lengths[i] <= days) ended += 1;
  return ended;
}
