import { type CubeId, cubes, END_MONTH } from '../../metrics/cubes.ts';
import type { Part, Where } from '../../metrics/definition.ts';
import { type Month, monthIndex } from '../../metrics/periods.ts';
import { NOT_ENDED } from '../project.ts';
import { type Tuple, tupleKey } from '../tuple.ts';
import { amountOf, type Threshold } from './amount.ts';
import { both, columnsOf, compileWhere, memberReader } from './matcher.ts';
import type { ReleaseData } from './reading.ts';

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
  readonly threshold: Threshold;
  /** Run whose values are collected whole. */
  readonly run: string | null;
}

/** Sums of one combination of members: `[node][month]`. */
export interface Slots {
  readonly members: readonly string[];
  /** Per part: an array over node × month. */
  readonly amounts: readonly Float64Array[];
  /** Tuples that came, per node × month. */
  readonly rows: Float64Array;
  /** Collected runs per node × month. */
  readonly runs: Int32Array[][];
}

/** Adds up every cell between two months. Cost: tuples of the smallest projection that answers. */
export function gather(release: ReleaseData, request: GatherRequest): Slots[] {
  const cube = cubes[request.cube];
  const columns = columnsNeeded(request);
  const monthCount = monthIndex(request.lastMonth) - monthIndex(request.firstMonth) + 1;
  const first = monthIndex(request.firstMonth);
  const common = compileWhere(request.filter, columns);
  const tests = request.parts.map((part, i) => {
    const own = both(common, compileWhere(part.where, columns));
    return i === 0 ? both(own, compileWhere(request.firstFilter, columns)) : own;
  });
  const amounts = request.parts.map((part) => amountOf(part, cube, columns, request.threshold));
  const keyOf = memberReader(request.byColumns, columns);
  const endAt = columns.indexOf(END_MONTH);
  const runAt = request.run === null ? -1 : cube.runs.indexOf(request.run);
  const groups = new Map<string, Slots>();

  const add = (tuple: Tuple, month: number, nodes: readonly number[], cellMonth: Month) => {
    const members = keyOf(tuple);
    const key = tupleKey(members);
    let slots = groups.get(key);
    if (!slots) {
      slots = emptySlots(members, request, monthCount);
      groups.set(key, slots);
    }
    for (let i = 0; i < tests.length; i++) {
      if (!tests[i](tuple.members)) continue;
      const amount = amounts[i](tuple, cellMonth);
      for (const node of nodes) slots.amounts[i][node * monthCount + month] += amount;
    }
    for (const node of nodes) {
      slots.rows[node * monthCount + month] += 1;
      if (runAt >= 0 && tuple.runs[runAt].length > 0) {
        const at = node * monthCount + month;
        slots.runs[at] ??= [];
        slots.runs[at].push(tuple.runs[runAt]);
      }
    }
  };

  for (const cell of release.cellsOf(request.cube)) {
    const cellMonth = cell.monthIndex - first;
    if (cellMonth >= monthCount || (cellMonth < 0 && !request.byEnd)) continue;
    const nodes = request.place(cell.areaCode);
    if (nodes.length === 0) continue;
    for (const tuple of cell.project(columns)) {
      if (!common(tuple.members)) continue;
      const month = request.byEnd ? endMonth(tuple.members[endAt], first) : cellMonth;
      if (month >= 0 && month < monthCount) add(tuple, month, nodes, cell.month);
    }
  }
  return [...groups.values()];
}

function columnsNeeded(request: GatherRequest): string[] {
  const columns = new Set([
    ...columnsOf(request.filter),
    ...columnsOf(request.firstFilter),
    ...request.parts.flatMap((part) => columnsOf(part.where)),
    ...request.byColumns,
    ...(request.byEnd ? [END_MONTH] : []),
    ...(request.parts.some((part) => 'threshold' in part.of) ? ['grade', 'priorityArea'] : []),
  ]);
  const wanted = [...columns].sort();
  const covering = cubes[request.cube].prebuilt
    .filter(
      (built) =>
        built.includes(END_MONTH) === request.byEnd && wanted.every((column) => built.includes(column)),
    )
    .sort((a, b) => a.length - b.length)[0];
  return [...(covering ?? wanted)];
}

function endMonth(member: string, first: number): number {
  return member === NOT_ENDED ? -1 : monthIndex(member) - first;
}

function emptySlots(members: readonly string[], request: GatherRequest, monthCount: number): Slots {
  const size = request.nodeCount * monthCount;
  return {
    members,
    amounts: request.parts.map(() => new Float64Array(size)),
    rows: new Float64Array(size),
    runs: [],
  };
}
