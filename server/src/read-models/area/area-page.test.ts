import { describe, expect, test } from 'vitest';
import { getAreaPage } from '../get-area-page.ts';
import { getBoard } from '../get-board.ts';
import { QueryProblem } from '../query-problem.ts';
import { areaRelease, noCases, type TestArea } from '../testing/area-release.ts';

const waitsAbout = (seconds: number): TestArea => ({
  ...noCases,
  waits: Array.from({ length: 80 }, (_, i) => Math.round(seconds * (0.5 + i / 80))),
  dvpns: 4,
  crimes: 300,
});
const areas = [waitsAbout(3600), waitsAbout(9000), waitsAbout(3600), waitsAbout(3500), waitsAbout(3700)];
const release = areaRelease(areas, areas);
const rowOf = (page: ReturnType<typeof getAreaPage>, id: string) =>
  page.groups.flatMap(({ rows }) => rows).find((row) => row.id === id);

describe('the page of one area', () => {
  const page = getAreaPage(release, 'B', { month: '2023-11' });

  test('shows every board measure, with the flags of the board', () => {
    const board = getBoard(release, '2023-11');
    const ofBoard = board.groups.flatMap(({ rows }) => rows);
    const rows = page.groups.flatMap((group) => group.rows);
    expect(rows.map(({ id }) => id)).toEqual(ofBoard.map(({ id }) => id));
    const onBoard = ofBoard.map((row) => row.areas.find(({ area }) => area === 'B'));
    expect(rows.map(({ point }) => point)).toEqual(onBoard.map((one) => one?.point));
    // The board leaves a flag out where no area has a figure; the page says why there is none.
    const flagged = rows.filter((_, i) => onBoard[i]?.flag !== undefined);
    expect(flagged.map(({ flag }) => flag)).toEqual(onBoard.flatMap((one) => one?.flag ?? []));
    const bare = rows.filter((_, i) => onBoard[i]?.flag === undefined);
    expect(bare.filter(({ flag }) => flag.absent === null)).toEqual([]);
  });

  test('sets the area beside the others and the whole', () => {
    const row = rowOf(page, 'response-grade-2');
    expect(row).toMatchObject({ period: '2023-11', grain: 'month', parameters: { area: 'B' } });
    expect(row?.flag).toMatchObject({ side: 'higher', word: 'worse' });
    expect(row?.others).toBeLessThan(row?.point.value ?? 0);
    expect(row?.point.value).not.toBe(row?.whole.value);
  });

  test('gives a count what it would be at the rate of the others', () => {
    expect(rowOf(page, 'dvpn')?.others).toBeCloseTo((16 / 1200) * 300, 12);
  });

  test('reads measures with small months over twelve, and says why they have no limits', () => {
    const row = rowOf(page, 'satisfied-overall');
    expect(row).toMatchObject({ grain: 'rolling-12', variation: null, outlook: null });
    expect(row?.spcAbsent?.text).toContain('too few cases');
  });

  test('divides the wait into parts whose means add up', () => {
    const parts = page.timeParts.find(({ row }) => row === 'response-grade-2');
    const seconds = areas[1]?.waits ?? [];
    const mean = seconds.reduce((sum, one) => sum + one, 0) / seconds.length;
    const sum = parts?.parts.reduce((total, { meanSeconds }) => total + (meanSeconds ?? 0), 0);
    expect(sum).toBeCloseTo(mean, 9);
    expect(parts).toMatchObject({ n: 80, othersN: 320 });
    expect(parts?.finding.statement).toContain('dispatch and travel are slower');
  });

  test('keeps the areas beside it in the order of the force', () => {
    expect(page.areas.map(({ code }) => code)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(page.finding.statement).toMatch(/^Area B: /);
  });
});

describe('the page of the force', () => {
  const page = getAreaPage(release, 'E23000016', {});

  test('compares it with nothing, and says why', () => {
    const rows = page.groups.flatMap((group) => group.rows);
    expect(new Set(rows.map(({ flag }) => flag.absent))).toEqual(new Set(['not-applicable']));
    expect(page.timeParts).toEqual([]);
    expect(page.standing).toEqual([]);
  });

  test('shows the figures of the board, by month', () => {
    const board = getBoard(release, '2023-11');
    expect(page.groups.flatMap(({ rows }) => rows.map(({ point }) => point))).toEqual(
      board.groups.flatMap(({ rows }) => rows.map(({ latest }) => latest)),
    );
  });
});

describe('what the page of an area refuses', () => {
  test.each([
    ['an unknown area', 'NOPE', {}, { status: 404, code: 'unknown-area' }],
    ['an unknown month', 'A', { month: '2030-01' }, { status: 400, code: 'unknown-month' }],
    [
      'another parameter',
      'A',
      { grade: '2' },
      { status: 400, code: 'unknown-parameter', parameter: 'grade' },
    ],
  ])('%s, saying what would be accepted', (_, code, query, fault) => {
    const ask = () => getAreaPage(release, code, query);
    expect(ask).toThrow(QueryProblem);
    expect(ask).toThrow(expect.objectContaining(fault));
    expect(ask).toThrow(expect.objectContaining({ valid: expect.arrayContaining([expect.any(String)]) }));
  });

  test('an area of another set is found in it', () => {
    expect(getAreaPage(release, 'L', {})).toMatchObject({ areaSet: 'TWO', area: { name: 'Left' } });
  });
});
