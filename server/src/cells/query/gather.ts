import { type CubeId, cubes, END_MONTH } from '../../metrics/cubes.ts';
import type { Part, Where } from '../../metrics/definition.ts';
import { type Month, monthIndex } from '../../metrics/periods.ts';
import type { PinnedAreaSet } from '../../metrics/pinned.ts';
import type { Thresholds } from '../../metrics/targets.ts';
import { allOf, columnsOf, compileWhere } from '../row-test.ts';
import { amountOf } from './amount.ts';
import type { ReleaseData } from './reading.ts';
import { rowKeys } from './row-keys.ts';

/** What to add up: parts of one cube, by month, node and members. */
export interface GatherRequest {
  readonly cube: CubeId;
  readonly parts: readonly Part[];
  /** Held by every part. */
  readonly filter: Where;
  /** Held by the first part alone: numerator-only filters. */
  readonly firstFilter: Where;
  readonly byColumns: readonly string[];
  /** Months are those of a span's end. */
  readonly byEnd: boolean;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly nodeCount: number;
  /** Nodes an area code counts in. */
  readonly place: (areaCode: string) => readonly number[];
  /** Set in which areas are rolled up to the children of the force first; null where they must not be. */
  readonly rollUp: PinnedAreaSet | null;
  readonly thresholds: Thresholds;
  /** Run whose values are collected whole. */
  readonly run: string | null;
}

/** Sums of one combination of members: `[node][month]`. */
export interface Slots {
  readonly members: readonly string[];
  /** Per part: an array over node × month. */
  readonly amounts: readonly Float64Array[];
  /** Collected runs per node × month. */
  readonly runs: Int32Array[][];
}

/** Adds up every row between two months. Cost: groups of the smallest table that answers, and rows taken. */
export function gather(release: ReleaseData, request: GatherRequest): Slots[] {
  const { table, filter } = release.tableFor({ ...request, columns: columnsNeeded(request) });
  const cube = cubes[request.cube];
  const first = monthIndex(request.firstMonth);
  const monthCount = monthIndex(request.lastMonth) - first + 1;
  const common = compileWhere(filter, table);
  const alone = compileWhere(request.firstFilter, table);
  const takes = request.parts.map((part, i) =>
    allOf([compileWhere(part.where, table), ...(i === 0 ? [alone] : [])]),
  );
  const amounts = request.parts.map((part) => amountOf(part, cube, table, request.thresholds));
  const { keyOf, membersOf } = rowKeys(table, request.byColumns);
  const nodesOf = table.areaCodes.map(request.place);
  const runs = request.run === null ? null : table.runs[cube.runs.indexOf(request.run)];
  const found = new Map<number, Slots>();

  for (const { start, from, to } of table.groupsBetween(first, first + monthCount)) {
    if (!common(start)) continue;
    const key = keyOf(start);
    const taken = amounts.flatMap((of, part) => (takes[part](start) ? [{ part, of }] : []));
    const isCounted = taken.length > 0 || runs !== null;
    let slots = found.get(key);
    for (let row = from; row < to; row++) {
      const nodes = nodesOf[table.areas[row]];
      if (nodes.length === 0) continue;
      if (!slots) {
        slots = emptySlots(membersOf(start), request, monthCount);
        found.set(key, slots);
      }
      if (!isCounted) break;
      const month = table.months[row] - first;
      for (const { part, of } of taken) {
        const amount = of(row);
        for (const node of nodes) slots.amounts[part][node * monthCount + month] += amount;
      }
      if (runs && runs.lengthAt(row) > 0)
        for (const node of nodes) pushRun(slots, node * monthCount + month, runs.at(row));
    }
  }
  return [...found.values()];
}

/** The runs collected at some of the places. */
export function runsAt(slots: Slots, at: readonly number[]): readonly Int32Array[] {
  if (at.length === 1) return slots.runs[at[0]] ?? [];
  const found: Int32Array[] = [];
  for (const index of at) for (const run of slots.runs[index] ?? []) found.push(run);
  return found;
}

function pushRun(slots: Slots, at: number, run: Int32Array): void {
  slots.runs[at] ??= [];
  slots.runs[at].push(run);
}

function columnsNeeded(request: GatherRequest): string[] {
  return [
    ...columnsOf(request.firstFilter),
    ...request.parts.flatMap((part) => columnsOf(part.where)),
    ...request.byColumns,
    ...(request.byEnd ? [END_MONTH] : []),
    ...request.parts.flatMap(({ of }) => ('threshold' in of ? [of.gradeColumn, 'priorityArea'] : [])),
  ];
}

function emptySlots(members: readonly string[], request: GatherRequest, monthCount: number): Slots {
  const size = request.nodeCount * monthCount;
  return {
    members,
    amounts: request.parts.map(() => new Float64Array(size)),
    runs: [],
  };
}
