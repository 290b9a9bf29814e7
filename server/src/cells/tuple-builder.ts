import type { Cube } from '../metrics/cubes.ts';
import { OPEN, type Spans, type Tuple, tupleKey } from './tuple.ts';

interface Draft {
  members: readonly string[];
  counts: number[];
  runs: number[][];
  spans: [startDay: number, lengthDays: number][];
}

/** Gathers rows into tuples: one `at(members)` per row, then add to what it returns. */
export class TupleBuilder {
  readonly #cube: Cube;
  readonly #drafts = new Map<string, Draft>();

  constructor(cube: Cube) {
    this.#cube = cube;
  }

  /** The tuple of these members, in the cube's dimension order. */
  at(members: readonly string[]): Draft {
    const key = tupleKey(members);
    let draft = this.#drafts.get(key);
    if (!draft) {
      draft = {
        members,
        counts: this.#cube.counts.map(() => 0),
        runs: this.#cube.runs.map(() => []),
        spans: [],
      };
      this.#drafts.set(key, draft);
    }
    return draft;
  }

  finish(): Tuple[] {
    const sorted = [...this.#drafts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return sorted.map(([, draft]) => ({
      members: draft.members,
      counts: draft.counts,
      runs: draft.runs.map((run) => Int32Array.from(run).sort()),
      spans: this.#cube.spans ? sortedSpans(draft.spans) : null,
    }));
  }
}

/** Spans in payload order: by start, then by length, open ones first. */
function sortedSpans(pairs: readonly (readonly [number, number])[]): Spans {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    startDay: Int32Array.from(sorted, ([start]) => start),
    lengthDays: Int32Array.from(sorted, ([, length]) => length),
  };
}

/** Length of a span in whole days, or `OPEN`. */
export function spanLength(startDay: number, endDay: number | null): number {
  return endDay === null ? OPEN : endDay - startDay;
}
