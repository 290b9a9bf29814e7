/** Dated spans of a tuple; of a stored one, sorted by start. Days count from 1970-01-01. */
export interface Spans {
  readonly startDay: Int32Array;
  /** Days from start to end; `OPEN` where there is no end yet. Negative where the source ends before it starts. */
  readonly lengthDays: Int32Array;
}

/** Length of a span that has not ended. */
export const OPEN = -2_147_483_648;

/** What a cell holds for one combination of members: everything in it adds. */
export interface Tuple {
  readonly members: readonly string[];
  readonly counts: readonly number[];
  /** One sorted run of seconds per stage. */
  readonly runs: readonly Int32Array[];
  readonly spans: Spans | null;
}

const SEPARATOR = '\u0001';

export function tupleKey(members: readonly string[]): string {
  return members.join(SEPARATOR);
}

/** Tuples in code-unit order of their members: the order of a payload, the same on every machine. */
export function sortTuples(tuples: readonly Tuple[]): Tuple[] {
  return tuples
    .map((tuple) => ({ tuple, key: tupleKey(tuple.members) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ tuple }) => tuple);
}
