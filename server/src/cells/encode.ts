import type { Cube } from '../metrics/cubes.ts';
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

/** Inverse of `encodeCell`. Throws when the payload is of another layout or cube version, or is damaged. */
export function decodeCell(cube: Cube, payload: Uint8Array): Tuple[] {
  const input = new VarintReader(payload);
  const layout = input.unsigned();
  const version = input.unsigned();
  if (layout !== LAYOUT || version !== cube.version)
    throw new Error(
      `A ${cube.id} cell has layout ${layout}, version ${version}; this engine reads ${LAYOUT}, ${cube.version}.`,
    );
  const members = cube.dimensions.map(() => times(input.count(), () => input.text()));
  const tuples = times(input.count(), () => ({
    members: members.map((list) => memberAt(list, input.unsigned())),
    counts: cube.counts.map(() => input.signed()),
    runs: cube.runs.map(() => readRun(input)),
    spans: cube.spans ? readSpans(input) : null,
  }));
  if (!input.done) throw new Error(`A ${cube.id} cell has bytes after its last tuple.`);
  return tuples;
}

function memberAt(list: readonly string[], number: number): string {
  if (number >= list.length) throw new RangeError(`The payload names member ${number} of ${list.length}.`);
  return list[number];
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

function readRun(input: VarintReader): Int32Array {
  const run = new Int32Array(input.count());
  let last = 0;
  for (let i = 0; i < run.length; i++) {
    last += input.unsigned();
    run[i] = last;
  }
  return run;
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

function readSpans(input: VarintReader): Spans {
  const count = input.count();
  const startDay = new Int32Array(count);
  const lengthDays = new Int32Array(count);
  let last = 0;
  for (let i = 0; i < count; i++) {
    last += input.unsigned();
    startDay[i] = last;
    const coded = input.unsigned();
    if (coded === 0) lengthDays[i] = OPEN;
    else lengthDays[i] = coded % 2 === 1 ? (coded - 1) / 2 : -coded / 2;
  }
  return { startDay, lengthDays };
}
