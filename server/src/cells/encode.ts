import type { Cube } from '../metrics/cubes.ts';
import type { CellColumns } from './cell-columns.ts';
import { RaggedBuilder } from './ragged.ts';
import { OPEN, type Spans, sortTuples, type Tuple } from './tuple.ts';
import { VarintReader, VarintWriter } from './varint.ts';

/** Layout of the payload itself, apart from the cube's own version. */
const LAYOUT = 1;

/**
 * The payload of a cell: member lists per dimension, then one record per tuple holding its member
 * numbers, its counts, its runs (count, then differences) and its spans (count, then start differences
 * and lengths). The same tuples give the same bytes in whatever order they come.
 */
export function encodeCell(cube: Cube, tuples: readonly Tuple[]): Buffer {
  const sorted = sortTuples(tuples);
  const members = cube.dimensions.map((_, d) => [...new Set(sorted.map((tuple) => tuple.members[d]))].sort());
  const numbers = members.map((list) => new Map(list.map((member, i) => [member, i])));
  const out = new VarintWriter();
  out.unsigned(LAYOUT);
  out.unsigned(cube.version);
  for (const list of members) {
    out.unsigned(list.length);
    for (const member of list) out.text(member);
  }
  out.unsigned(sorted.length);
  for (const tuple of sorted) {
    tuple.members.forEach((member, d) => {
      out.unsigned(numbers[d].get(member) ?? 0);
    });
    for (const count of tuple.counts) out.signed(count);
    for (const run of tuple.runs) writeRun(out, run);
    if (tuple.spans) writeSpans(out, tuple.spans);
  }
  return out.finish();
}

/** What `encodeCell` wrote, by column. Throws when the payload is of another layout or cube version, or is damaged. */
export function decodeCell(cube: Cube, payload: Uint8Array): CellColumns {
  const input = new VarintReader(payload);
  const layout = input.unsigned();
  const version = input.unsigned();
  if (layout !== LAYOUT || version !== cube.version)
    throw new Error(
      `A ${cube.id} cell has layout ${layout}, version ${version}; this engine reads ${LAYOUT}, ${cube.version}.`,
    );
  const members = cube.dimensions.map(() => times(input.count(), () => input.text()));
  const rows = input.count();
  const codes = members.map(() => new Uint16Array(rows));
  const counts = cube.counts.map(() => new Float64Array(rows));
  const runs = cube.runs.map(() => new RaggedBuilder());
  const spans = cube.spans ? { startDay: new RaggedBuilder(), lengthDays: new RaggedBuilder() } : null;
  for (let row = 0; row < rows; row++) {
    for (let d = 0; d < codes.length; d++) codes[d][row] = memberNumber(members[d], input.unsigned());
    for (let i = 0; i < counts.length; i++) counts[i][row] = input.signed();
    for (const run of runs) readRun(input, run);
    if (spans) readSpans(input, spans.startDay, spans.lengthDays);
  }
  if (!input.done) throw new Error(`A ${cube.id} cell has bytes after its last tuple.`);
  return {
    rows,
    members,
    codes,
    counts,
    runs: runs.map((run) => run.finish()),
    spans: spans && { startDay: spans.startDay.finish(), lengthDays: spans.lengthDays.finish() },
  };
}

function memberNumber(list: readonly string[], number: number): number {
  if (number >= list.length) throw new RangeError(`The payload names member ${number} of ${list.length}.`);
  return number;
}

function times<T>(count: number, make: () => T): T[] {
  const list: T[] = [];
  for (let i = 0; i < count; i++) list.push(make());
  return list;
}

function writeRun(out: VarintWriter, run: Int32Array): void {
  out.unsigned(run.length);
  let last = 0;
  for (const value of run) {
    out.unsigned(value - last);
    last = value;
  }
}

function readRun(input: VarintReader, run: RaggedBuilder): void {
  let last = 0;
  for (let left = input.count(); left > 0; left--) {
    last += input.unsigned();
    run.push(last);
  }
  run.endRow();
}

function writeSpans(out: VarintWriter, spans: Spans): void {
  out.unsigned(spans.startDay.length);
  let last = 0;
  for (let i = 0; i < spans.startDay.length; i++) {
    out.unsigned(spans.startDay[i] - last);
    last = spans.startDay[i];
    const length = spans.lengthDays[i];
    if (length === OPEN) out.unsigned(0);
    else out.unsigned((length >= 0 ? length * 2 : -length * 2 - 1) + 1);
  }
}

function readSpans(input: VarintReader, startDay: RaggedBuilder, lengthDays: RaggedBuilder): void {
  let last = 0;
  for (let left = input.count(); left > 0; left--) {
    last += input.unsigned();
    startDay.push(last);
    const coded = input.unsigned();
    if (coded === 0) lengthDays.push(OPEN);
    else lengthDays.push(coded % 2 === 1 ? (coded - 1) / 2 : -coded / 2);
  }
  startDay.endRow();
  lengthDays.endRow();
}
