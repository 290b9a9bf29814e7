import { describe, expect, test } from 'vitest';
import type { BoardRow } from '../../api/types.ts';
import { board, point, row } from '../../testing/board-fixture.ts';
import { distinctAnnotations, judgedWords, neighbourMonths, shapeBoard } from './board-model.ts';
import type { RowModel } from './board-row.ts';

function shaped(rest: Partial<BoardRow> = {}): RowModel {
  const [only] = shapeBoard(board([row(rest)])).groups.flatMap((group) => group.rows);
  if (!only) throw new Error('The board has no row.');
  return only;
}

describe('shapeBoard', () => {
  test('prints the value as a number beside its unit and reads it out with its marks', () => {
    expect(shaped().value).toMatchObject({ text: '61.4', words: '61.4 minutes, provisional' });
    expect(shaped().unit).toBe('min');
  });

  test('says provisional once, in the column head, when every figure of the month is', () => {
    expect(shapeBoard(board()).provisional).toBe(true);
    expect(shaped().value.marks).toBe('');
  });

  test('marks each provisional figure when others of the month are settled', () => {
    const model = shapeBoard(board([row(), row({ id: 'settled', latest: point('2023-11', 3600) })]));
    expect(model.provisional).toBe(false);
    expect(model.groups.flatMap((group) => group.rows.map(({ value }) => value.marks))).toEqual(['[p]', '']);
  });

  test("keeps the force's own order of areas whatever their values", () => {
    expect(shapeBoard(board()).areas.map(({ name }) => name)).toEqual([
      'Herefordshire',
      'North Worcestershire',
    ]);
    expect(shaped().areas.map(({ text }) => text)).toEqual([null, '60.0']);
  });

  test('says why an area has no value', () => {
    expect(shaped().areas[0]).toMatchObject({ text: null, absent: 'no-cases', words: 'No cases' });
  });

  test('says not collected for an area the reply leaves out', () => {
    expect(shaped({ areas: [] }).areas[1]).toMatchObject({ text: null, absent: 'not-collected' });
  });

  test('prints a change in plain figures and names the month it is against', () => {
    expect(shaped().onMonth).toEqual({
      text: '−2.5',
      words: '−2.5 minutes on October 2023',
      against: 'Oct 2023',
    });
  });

  test('compares nothing across a break', () => {
    expect(shaped().onYear).toMatchObject({
      text: 'not comparable',
      words: 'not comparable with November 2022',
    });
  });

  test('says that there is no earlier figure rather than printing nothing', () => {
    const onYear = shaped({
      changeOnYear: { against: '2022-11', value: null, from: null, comparable: true },
    }).onYear;
    expect(onYear).toMatchObject({ text: '–', words: 'no figure for November 2022 to compare with' });
  });

  test('prints the latest complete month of a lagged row and what its areas cover', () => {
    expect(shaped({ lagMonths: 3, period: '2023-08', areaGrain: 'rolling-12' }).note).toBe(
      'Latest complete month: August 2023. Areas: 12 months to then.',
    );
    expect(shaped().note).toBe('');
  });

  test('prints a target with its side and reads it out', () => {
    const target = {
      comparison: '>=',
      value: 0.8,
      validFrom: '2022-01-01',
      validTo: null,
      provenance: 'own',
      source: 'minutes',
    } as const;
    expect(shaped({ unit: 'fraction', target }).target).toEqual({
      text: '≥ 80%',
      words: 'target at least 80%',
    });
  });

  test('links to the measure page that shows the same figure', () => {
    expect(shaped().search).toEqual({ grade: '2', domesticAbuse: 'true', statistic: 'median' });
  });

  test('ends the measure page at the month shown when the board is of an earlier one', () => {
    const earlier = shapeBoard(board([row({ period: '2023-10' })], { month: '2023-10' }));
    expect(earlier.groups[0]?.rows[0]?.search).toMatchObject({ to: '2023-10' });
  });

  test('ends the measure page at the latest complete month of a lagged row', () => {
    expect(shaped({ lagMonths: 3, period: '2023-08' }).search).toMatchObject({ to: '2023-08' });
  });

  test('reads the line out by its lowest and highest months', () => {
    expect(shaped().spark.words).toBe('Lowest 61.4 minutes in Nov 2023, highest 63.9 minutes in Oct 2023');
  });
});

describe('neighbourMonths', () => {
  const months = ['2023-09', '2023-10', '2023-11'];
  test('names the months beside the one shown', () => {
    expect(neighbourMonths(months, '2023-10')).toEqual({ previous: '2023-09', next: '2023-11' });
  });
  test('has no next month at the end and no previous one at the start', () => {
    expect(neighbourMonths(months, '2023-11').next).toBeUndefined();
    expect(neighbourMonths(months, '2023-09').previous).toBeUndefined();
  });
  test('has neither for a month the release does not show', () => {
    expect(neighbourMonths(months, '2030-01')).toEqual({ previous: undefined, next: undefined });
  });
});

describe('distinctAnnotations', () => {
  const review = {
    kind: 'break',
    date: '2023-04-01',
    text: 'Grading review',
    source: 'minutes',
    illustrative: true,
    area: null,
  } as const;
  test('tells once what is recorded for several measures', () => {
    expect(distinctAnnotations([review, review, { ...review, date: '2023-05-01' }])).toHaveLength(2);
  });
  test('keeps the same event of two areas apart', () => {
    expect(distinctAnnotations([review, { ...review, area: 'WM18-SHR' }])).toHaveLength(2);
  });
});

describe('judgedWords', () => {
  const judgedAt = (id: string, at: string, rest: Partial<BoardRow> = {}) =>
    row({ id, ...rest, variation: { ...row().variation, at } });

  test('names the month judged where it is not the month of the board', () => {
    const rows = [judgedAt('a', '2023-10'), judgedAt('b', '2023-08', { lagMonths: 3 })];
    expect(judgedWords(board(rows))).toBe('Judged on October 2023: November 2023 is provisional.');
  });

  test.each([
    ['the month of the board itself is judged', [judgedAt('a', '2023-11')]],
    ['rows are judged on different months', [judgedAt('a', '2023-10'), judgedAt('b', '2023-09')]],
  ])('says nothing where %s', (_, rows) => {
    expect(judgedWords(board(rows))).toBe('');
  });
});
