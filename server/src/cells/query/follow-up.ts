import { coverageOf } from '../../metrics/coverage.ts';
import { cubes } from '../../metrics/cubes.ts';
import type { CohortMetric } from '../../metrics/definition.ts';
import { dayNumber, lastDayOf, monthIndex, type Period } from '../../metrics/periods.ts';
import type { FollowUp } from '../../stats/survival/follow-up.ts';
import { compileWhere } from '../row-test.ts';
import { OPEN, type Spans, tupleKey } from '../tuple.ts';
import type { TupleTable } from '../tuple-table.ts';
import { partOf } from './part-of.ts';
import type { Reading, ReleaseData } from './reading.ts';
import { requestFor } from './request-for.ts';
import { rowKeys } from './row-keys.ts';

/** Follow-ups of one combination of members; they add, over months as over members. */
export interface FollowedGroup {
  readonly members: readonly string[];
  /** `[node][month]`, where there are cases. */
  readonly months: readonly (readonly (FollowUp | undefined)[])[];
}

/** Day the cases are followed to, from 1970-01-01; nothing is known of later days. */
export function heldDay(release: ReleaseData, { metric, areaSet, area }: Reading): number {
  const { heldTo } = coverageOf(release.pinned, cubes[metric.cube].feed, areaSet, area);
  return heldTo === null ? Number.NEGATIVE_INFINITY : dayNumber(heldTo);
}

/** Age in days of the youngest case a period can hold, one of its last day; 0 while the period is in progress. */
export function ageOf({ months }: Period, held: number): number {
  return Math.max(0, held - dayNumber(lastDayOf(months[months.length - 1])));
}

/**
 * Follows every case of the months of a reading from its start to its end, or to the last day held. A case that
 * ended before it started counts on day 0. Cases followed beyond the horizon are censored on the day after it.
 */
export function followUp(
  release: ReleaseData,
  reading: Reading,
  metric: CohortMetric,
  horizonDays: number,
): FollowedGroup[] {
  const request = requestFor(release, reading, metric.cube, []);
  const columns = [metric.column, ...request.byColumns];
  const { table, filter } = release.tableFor({ ...request, columns });
  const takes = compileWhere(filter, table);
  const causes = causeOfRow(table, metric);
  const { membersOf } = rowKeys(table, request.byColumns);
  const nodesOf = table.areaCodes.map(request.place);
  const held = heldDay(release, reading);
  const first = monthIndex(request.firstMonth);
  const end = monthIndex(request.lastMonth) + 1;
  const found = new Map<string, { members: string[]; months: (FollowUp | undefined)[][] }>();
  for (const { start, from, to } of table.groupsBetween(first, end)) {
    if (!takes(start)) continue;
    const members = membersOf(start);
    for (let row = from; row < to; row++) {
      const nodes = nodesOf[table.areas[row]];
      if (nodes.length === 0) continue;
      const group = found.get(tupleKey(members)) ?? { members, months: reading.nodes.map(() => []) };
      found.set(tupleKey(members), group);
      const month = table.months[row] - first;
      for (const node of nodes) {
        const into = group.months[node][month] ?? noFollowUp(metric.causes.length, horizonDays);
        group.months[node][month] = into;
        count(into, table.spansAt(row), causes(row), held, horizonDays);
      }
    }
  }
  return [...found.values()];
}

/** Follow-ups added up; none gives a follow-up of nobody. */
export function addFollowUps(
  parts: readonly (FollowUp | undefined)[],
  causes: number,
  horizonDays: number,
): FollowUp {
  const total = noFollowUp(causes, horizonDays);
  for (const part of parts) {
    if (!part) continue;
    addInto(total.censored, part.censored);
    part.events.forEach((events, cause) => {
      addInto(total.events[cause], events);
    });
  }
  return total;
}

function addInto(total: Float64Array, part: Float64Array): void {
  for (let day = 0; day < part.length; day++) total[day] += part[day];
}

function noFollowUp(causes: number, horizonDays: number): FollowUp {
  const days = () => new Float64Array(horizonDays + 2);
  return { censored: days(), events: Array.from({ length: causes }, days) };
}

function causeOfRow(table: TupleTable, metric: CohortMetric): (row: number) => number {
  const at = table.columns.indexOf(metric.column);
  const causes = table.members[at].map((member) => partOf(metric.causes, member));
  return (row) => causes[table.codes[at][row]];
}

function count(into: FollowUp, spans: Spans, cause: number, held: number, horizonDays: number): void {
  const events = into.events[cause];
  const { startDay, lengthDays } = spans;
  for (let i = 0; i < startDay.length; i++) {
    const age = Math.max(0, held - startDay[i]);
    const length = lengthDays[i];
    const ended = length !== OPEN && length <= age && length <= horizonDays;
    if (ended) events[Math.max(0, length)] += 1;
    else into.censored[Math.min(age, horizonDays + 1)] += 1;
  }
}
