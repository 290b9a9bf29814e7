import { type Cube, END_MONTH } from '../metrics/cubes.ts';
import { monthOfDay } from './day-month.ts';
import { OPEN, type Spans, type Tuple, tupleKey } from './tuple.ts';

/** Month member of spans that have not ended. */
export const NOT_ENDED = 'open';

interface Gathered {
  members: string[];
  counts: number[];
  runs: Int32Array[][];
  spans: Spans[];
}

/**
 * The same cell keyed by fewer dimensions, in the order of `columns`: counts added, runs merged, spans
 * joined. With `endMonth` among the columns, spans are counted by the month they end in and not kept.
 */
export function projectTuples(cube: Cube, tuples: readonly Tuple[], columns: readonly string[]): Tuple[] {
  const byEnd = columns.includes(END_MONTH);
  const source = byEnd ? tuples.flatMap((tuple) => splitByEnd(cube, tuple)) : tuples;
  const at = columns.map((column) =>
    column === END_MONTH ? cube.dimensions.length : cube.dimensions.indexOf(column),
  );
  const groups = new Map<string, Gathered>();
  for (const tuple of source) {
    const members = at.map((d) => tuple.members[d]);
    const key = tupleKey(members);
    let group = groups.get(key);
    if (!group) {
      group = { members, counts: cube.counts.map(() => 0), runs: cube.runs.map(() => []), spans: [] };
      groups.set(key, group);
    }
    for (let i = 0; i < group.counts.length; i++) group.counts[i] += tuple.counts[i];
    for (let i = 0; i < group.runs.length; i++)
      if (tuple.runs[i].length > 0) group.runs[i].push(tuple.runs[i]);
    if (tuple.spans) group.spans.push(tuple.spans);
  }
  return [...groups.values()].map((group) => ({
    members: group.members,
    counts: group.counts,
    runs: group.runs.map(mergeRuns),
    spans: cube.spans && !byEnd ? joinSpans(group.spans) : null,
  }));
}

function splitByEnd(cube: Cube, tuple: Tuple): Tuple[] {
  const spans = tuple.spans;
  if (!spans) throw new Error(`Cube ${cube.id} has no spans to end.`);
  const counts = new Map<string, number>();
  for (let i = 0; i < spans.startDay.length; i++) {
    const length = spans.lengthDays[i];
    const month = length === OPEN ? NOT_ENDED : monthOfDay(spans.startDay[i] + length);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].map(([month, count]) => ({
    members: [...tuple.members, month],
    counts: [count],
    runs: [],
    spans: null,
  }));
}

function mergeRuns(runs: readonly Int32Array[]): Int32Array {
  if (runs.length === 1) return runs[0];
  const merged = new Int32Array(runs.reduce((size, run) => size + run.length, 0));
  let at = 0;
  for (const run of runs) {
    merged.set(run, at);
    at += run.length;
  }
  return merged.sort();
}

function joinSpans(parts: readonly Spans[]): Spans {
  if (parts.length === 1) return parts[0];
  const size = parts.reduce((sum, part) => sum + part.startDay.length, 0);
  const startDay = new Int32Array(size);
  const lengthDays = new Int32Array(size);
  let at = 0;
  for (const part of parts) {
    startDay.set(part.startDay, at);
    lengthDays.set(part.lengthDays, at);
    at += part.startDay.length;
  }
  return { startDay, lengthDays };
}
