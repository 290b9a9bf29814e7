import fc from 'fast-check';
import type { Cube } from '../../metrics/cubes.ts';
import type { CellColumns } from '../cell-columns.ts';
import { OPEN, type Spans, type Tuple, tupleKey } from '../tuple.ts';

/** A cube with something of everything, for tests. */
export const testCube: Cube = {
  id: 'crime',
  version: 3,
  feed: 'crimes',
  dimensions: ['grade', 'setting', 'flag'],
  counts: ['rows', 'balance'],
  runs: ['total', 'travel'],
  spans: true,
  prebuilt: [],
  endMonth: true,
};

const member = fc.oneof(
  fc.constantFrom('1', '2', 'not-recorded'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const run = fc.array(fc.nat(100_000), { maxLength: 12 }).map((values) => Int32Array.from(values).sort());
const pairs = fc.array(
  fc.tuple(fc.nat(30_000), fc.oneof(fc.constant(OPEN), fc.integer({ min: -400, max: 4000 }))),
  { maxLength: 6 },
);
const spans: fc.Arbitrary<Spans> = pairs.map((list) => {
  const sorted = list.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    startDay: Int32Array.from(sorted, ([start]) => start),
    lengthDays: Int32Array.from(sorted, ([, length]) => length),
  };
});

const tuple: fc.Arbitrary<Tuple> = fc.record({
  members: fc.tuple(member, member, fc.constantFrom('true', 'false')),
  counts: fc.tuple(fc.nat(1000), fc.integer({ min: -1000, max: 1000 })),
  runs: fc.tuple(run, run),
  spans,
});

/** Tuples of the test cube, as a cell holds them: no members twice. */
export const anyTuples = fc.uniqueArray(tuple, {
  maxLength: 12,
  selector: ({ members }) => tupleKey(members),
});

/** A decoded cell as tuples again. */
export function tuplesOf({ rows, members, codes, counts, runs, spans }: CellColumns): Tuple[] {
  return Array.from({ length: rows }, (_, row) => ({
    members: members.map((list, d) => list[codes[d][row]]),
    counts: counts.map((of) => of[row]),
    runs: runs.map((of) => of.at(row)),
    spans: spans && { startDay: spans.startDay.at(row), lengthDays: spans.lengthDays.at(row) },
  }));
}
