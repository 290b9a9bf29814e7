import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { END_MONTH } from '../metrics/cubes.ts';
import { dayNumber } from '../metrics/periods.ts';
import { projectTuples } from './project.ts';
import { quantileOfRuns } from './runs.ts';
import { anyTuples, testCube } from './testing/tuples.ts';
import { OPEN, type Tuple } from './tuple.ts';

const columns = fc.constantFrom([], ['flag'], ['flag', 'grade'], ['flag', 'grade', 'setting']);
const valuesOf = (tuples: readonly Tuple[], run: number) => tuples.flatMap((tuple) => [...tuple.runs[run]]);
const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

describe('projectTuples', () => {
  test('keeps every count, value and span', () => {
    fc.assert(
      fc.property(anyTuples, columns, (tuples, wanted) => {
        const projected = projectTuples(testCube, tuples, wanted);
        const balance = (list: readonly Tuple[]) => list.reduce((sum, tuple) => sum + tuple.counts[1], 0);
        const starts = (list: readonly Tuple[]) =>
          list.flatMap((tuple) => [...(tuple.spans?.startDay ?? [])]);
        expect(balance(projected)).toBe(balance(tuples));
        expect(ascending(valuesOf(projected, 0))).toEqual(ascending(valuesOf(tuples, 0)));
        expect(ascending(starts(projected))).toEqual(ascending(starts(tuples)));
      }),
    );
  });

  test('merges runs so that a quantile is that of all the rows', () => {
    fc.assert(
      fc.property(anyTuples, fc.constantFrom(0.5, 0.9), (tuples, p) => {
        const projected = projectTuples(testCube, tuples, ['flag']);
        const all = [Int32Array.from(valuesOf(tuples, 1)).sort()];
        expect(
          quantileOfRuns(
            projected.map((tuple) => tuple.runs[1]),
            p,
          ),
        ).toBe(quantileOfRuns(all, p));
      }),
    );
  });

  test('has each combination of members once, in the order of the columns asked for', () => {
    const tuples = [
      tuple(['2', 'rural', 'true']),
      tuple(['2', 'urban', 'true']),
      tuple(['1', 'urban', 'false']),
    ];
    const projected = projectTuples(testCube, tuples, ['flag', 'grade']);
    expect(projected.map(({ members, counts }) => [members, counts[0]])).toEqual([
      [['true', '2'], 2],
      [['false', '1'], 1],
    ]);
  });

  test('counts spans by the month they end in, also before they start, and keeps open ones apart', () => {
    const cube = { ...testCube, counts: ['rows'], runs: [] };
    const start = dayNumber('2023-03-31');
    const spans = {
      startDay: Int32Array.of(start, start, start, start),
      lengthDays: Int32Array.of(OPEN, -31, 0, 1),
    };
    const rows = [{ members: ['1', 'urban', 'true'], counts: [4], runs: [], spans }];
    expect(projectTuples(cube, rows, [END_MONTH, 'flag'])).toEqual([
      { members: ['open', 'true'], counts: [1], runs: [], spans: null },
      { members: ['2023-02', 'true'], counts: [1], runs: [], spans: null },
      { members: ['2023-03', 'true'], counts: [1], runs: [], spans: null },
      { members: ['2023-04', 'true'], counts: [1], runs: [], spans: null },
    ]);
  });
});

function tuple(members: readonly string[]): Tuple {
  const none = new Int32Array(0);
  return { members, counts: [1, 0], runs: [none, none], spans: { startDay: none, lengthDays: none } };
}
