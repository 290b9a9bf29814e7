import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cubes, END_MONTH } from '../metrics/cubes.ts';
import { dayNumber, monthAt, monthIndex } from '../metrics/periods.ts';
import { encodeCell } from './encode.ts';
import { LoadedCell } from './loaded-cell.ts';
import { quantileOfRuns } from './runs.ts';
import { OPEN, type Tuple } from './tuple.ts';
import { type Kept, TupleTable } from './tuple-table.ts';

const cube = cubes.incident;
const grade = cube.dimensions.indexOf('grade');
const abuse = cube.dimensions.indexOf('domesticAbuse');
const run = fc.array(fc.nat(100_000), { maxLength: 8 }).map((values) => Int32Array.from(values).sort());

const tuple = fc
  .record({
    members: fc.tuple(...cube.dimensions.map(() => fc.constantFrom('1', '2', 'not-recorded'))),
    counts: fc.tuple(...cube.counts.map(() => fc.nat(1000))),
    runs: fc.tuple(...cube.runs.map(() => run)),
  })
  .map((parts): Tuple => ({ ...parts, spans: null }));
const tuples = fc.uniqueArray(tuple, { maxLength: 10, selector: ({ members }) => members.join() });
const places = ['N 2023-01', 'N 2023-02', 'S 2023-01', 'S 2023-03'];
/** Tuples of a few areas and months. */
const anyCells = fc
  .tuple(...places.map(() => tuples))
  .map((lists) =>
    lists.map((list, i) => ({ area: places[i].slice(0, 1), month: places[i].slice(2), tuples: list })),
  );
type Cells = typeof anyCells extends fc.Arbitrary<infer T> ? T : never;

const someColumns = fc.constantFrom([], ['grade'], ['domesticAbuse', 'grade'], [...cube.dimensions].sort());

const tableOf = (cells: Cells, columns: readonly string[], kept?: Kept) =>
  new TupleTable(
    'incident',
    columns,
    cells.map(
      ({ area, month, tuples: own }) => new LoadedCell('incident', area, month, encodeCell(cube, own)),
    ),
    kept,
  );

/** Row numbers, with what each is of. */
const rowsOf = (table: TupleTable) =>
  Array.from(table.months, (month, row) => ({
    row,
    members: table.codes.map((codes, c) => table.members[c][codes[row]]),
    month: monthAt(month),
    area: table.areaCodes[table.areas[row]],
  }));

describe('a table', () => {
  test('holds every count and value where its members, month and area say, once', () => {
    fc.assert(
      fc.property(anyCells, someColumns, (cells, columns) => {
        const table = tableOf(cells, columns);
        const rows = rowsOf(table);
        expect(new Set(rows.map(({ row, ...of }) => JSON.stringify(of))).size).toBe(rows.length);
        for (const { row, members, month, area } of rows) {
          const own = cells
            .filter((cell) => cell.month === month && cell.area === area)
            .flatMap((cell) => cell.tuples)
            .filter((one) =>
              columns.every((column, c) => one.members[cube.dimensions.indexOf(column)] === members[c]),
            );
          expect(table.counts[5][row]).toBe(own.reduce((sum, one) => sum + one.counts[5], 0));
          expect([...table.runs[2].at(row)]).toEqual(
            own.flatMap((one) => [...one.runs[2]]).sort((a, b) => a - b),
          );
        }
        const held = table.counts[0].reduce((a, b) => a + b, 0);
        const given = cells.flatMap((cell) => cell.tuples.map((one) => one.counts[0]));
        expect(held).toBe(given.reduce((a, b) => a + b, 0));
      }),
    );
  });

  test('keeps rows of the same members together, in the order of their months', () => {
    fc.assert(
      fc.property(anyCells, someColumns, (cells, columns) => {
        const table = tableOf(cells, columns);
        const rows = rowsOf(table);
        const groups = table.groupsBetween(monthIndex('2022-01'), monthIndex('2024-01'));
        expect(groups.flatMap(({ from, to }) => rows.slice(from, to).map(({ row }) => row))).toEqual(
          rows.map(({ row }) => row),
        );
        for (const { start, from, to } of groups) {
          const group = rows.slice(from, to);
          expect(new Set(group.map(({ members }) => members.join()))).toEqual(
            new Set([rows[start].members.join()]),
          );
          expect(group.map(({ month }) => month)).toEqual(group.map(({ month }) => month).sort());
        }
      }),
    );
  });

  test('gives the rows of the months asked for', () => {
    fc.assert(
      fc.property(anyCells, fc.nat(4), fc.nat(4), (cells, first, length) => {
        const table = tableOf(cells, ['domesticAbuse', 'grade']);
        const start = monthIndex('2022-12') + first;
        const found = table
          .groupsBetween(start, start + length)
          .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
        const inside = Array.from(table.months.keys()).filter(
          (row) => table.months[row] >= start && table.months[row] < start + length,
        );
        expect(found).toEqual(inside);
      }),
    );
  });

  test('answers the quantile of all rows of some members', () => {
    fc.assert(
      fc.property(anyCells, fc.constantFrom(0.5, 0.9), (cells, p) => {
        const table = tableOf(cells, ['domesticAbuse', 'grade']);
        const runs = rowsOf(table)
          .filter(({ members }) => members.join() === '1,2')
          .map(({ row }) => table.runs[0].at(row));
        const values = cells
          .flatMap((cell) => cell.tuples)
          .filter(({ members }) => members[abuse] === '1' && members[grade] === '2')
          .flatMap((one) => [...one.runs[0]]);
        expect(quantileOfRuns(runs, p)).toBe(quantileOfRuns([Int32Array.from(values).sort()], p));
      }),
    );
  });

  test('of some rows is the one of all rows with the others left out', () => {
    const where = [{ domesticAbuse: ['1', '2'], grade: ['1'] }];
    fc.assert(
      fc.property(anyCells, (cells) => {
        const part = tableOf(cells, ['risk'], { where });
        const all = tableOf(cells, ['domesticAbuse', 'grade', 'risk']);
        const kept = rowsOf(all).filter(({ members }) => members[0] !== 'not-recorded' && members[1] === '1');
        const sumOf = (table: TupleTable, rows: { row: number }[]) =>
          rows.reduce((sum, { row }) => sum + table.counts[0][row], 0);
        for (const { row, members, month, area } of rowsOf(part)) {
          const same = kept.filter(
            (one) => one.members[2] === members[0] && one.month === month && one.area === area,
          );
          expect(part.counts[0][row]).toBe(sumOf(all, same));
          expect([...part.runs[1].at(row)]).toEqual(
            same.flatMap((one) => [...all.runs[1].at(one.row)]).sort((a, b) => a - b),
          );
        }
        expect(sumOf(part, rowsOf(part))).toBe(sumOf(all, kept));
      }),
    );
  });

  test('with areas put into another adds them up', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const table = tableOf(cells, ['grade'], { areasOf: () => ['ALL'] });
        const rows = rowsOf(table);
        const where = rows.map(({ members, month }) => `${members} ${month}`);
        expect(new Set(where).size).toBe(rows.length);
        const given = cells.flatMap((cell) => cell.tuples.map((one) => one.counts[0]));
        expect(table.counts[0].reduce((a, b) => a + b, 0)).toBe(given.reduce((a, b) => a + b, 0));
        expect(table.areaCodes).toEqual(['ALL']);
      }),
    );
  });

  test('of no cells is empty', () => {
    const table = new TupleTable('incident', ['grade'], []);
    expect(table.groupsBetween(0, 99_999)).toEqual([]);
  });
});

describe('a table of spans', () => {
  const start = dayNumber('2023-03-31');
  const crime = (outcome: string, lengths: number[]): Tuple => ({
    members: cubes.crime.dimensions.map((name) => (name === 'outcome' ? outcome : 'x')),
    counts: [lengths.length],
    runs: [],
    spans: {
      startDay: Int32Array.from(lengths, () => start),
      lengthDays: Int32Array.from(lengths),
    },
  });
  const cells = [
    new LoadedCell(
      'crime',
      'N',
      '2023-03',
      encodeCell(cubes.crime, [crime('15', [-31, 0, 1]), crime('16', [1])]),
    ),
    new LoadedCell('crime', 'S', '2023-03', encodeCell(cubes.crime, [crime('15', [OPEN, 1])])),
  ];

  test('placed by end counts them in the month they end in, also before they start, and no open ones', () => {
    const table = new TupleTable('crime', [END_MONTH, 'outcome'], cells);
    const found = rowsOf(table).map(({ row, members, month, area }) => [
      ...members,
      month,
      area,
      table.counts[0][row],
    ]);
    expect(found).toEqual([
      ['15', '2023-02', 'N', 1],
      ['15', '2023-03', 'N', 1],
      ['15', '2023-04', 'N', 1],
      ['15', '2023-04', 'S', 1],
      ['16', '2023-04', 'N', 1],
    ]);
  });

  test('placed by start keeps each, and the lengths of those that ended in order', () => {
    const table = new TupleTable('crime', [], cells);
    expect([...table.spansAt(0).lengthDays].sort((a, b) => a - b)).toEqual([-31, 0, 1, 1]);
    expect([...table.spansAt(1).startDay]).toEqual([start, start]);
    expect([...(table.spans?.endedDays.at(0) ?? [])]).toEqual([-31, 0, 1, 1]);
    expect([...(table.spans?.endedDays.at(1) ?? [])]).toEqual([1]);
  });
});
