import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Board, BoardRow } from '../../server/src/contract/board.ts';
import type { MeasurePage } from '../../server/src/contract/measure.ts';
import type { Series } from '../../server/src/contract/series.ts';
import { filterText } from '../../server/src/exports/measure-csv.ts';
import { grains } from '../../server/src/metrics/periods.ts';
import { families } from '../../server/src/metrics/registry.ts';
import { boardMonths, getBoard } from '../../server/src/read-models/get-board.ts';
import { getMeasure } from '../../server/src/read-models/get-measure.ts';
import type { LoadedRelease } from '../../server/src/releases/loaded-release.ts';
import { openTestApi, type TestApi } from '../support/api.ts';

const address = '/api/v1/releases/1';
let api: TestApi;
let release: LoadedRelease;
let board: Board;
let rows: BoardRow[];
beforeAll(async () => {
  api = await openTestApi([14]);
  release = api.store.get(1) as LoadedRelease;
  board = await read<Board>(`${address}/board/2023-11`);
  rows = board.groups.flatMap((group) => group.rows);
});
afterAll(() => api.close());

const read = async <T>(url: string): Promise<T> => (await api.app.inject(url)).json<T>();
const readCsv = async (url: string): Promise<Record<string, string>[]> =>
  parse((await api.app.inject(url)).body, { columns: true });
const query = (parts: Record<string, string>) => new URLSearchParams(parts).toString();

describe('one verdict', () => {
  test('stands on the board, the measure page and in both tables, for every row', async () => {
    const boardRows = await readCsv(`${address}/board/2023-11.csv`);
    const found = await Promise.all(
      rows.map(async ({ id, metric, filter, period, variation, outlook }) => {
        const asked = query({ ...filter, grain: 'month', to: period });
        const page = await read<MeasurePage>(`${address}/measures/${metric}?${asked}`);
        const [line] = page.panels.main.series;
        const table = await readCsv(`${address}/measures/${metric}.csv?${asked}`);
        const inBoardTable = boardRows.find(
          (one) =>
            one.metric === metric &&
            one.filter === filterText(filter) &&
            one.area === board.release.force.code,
        );
        const inTable = table.find((one) => one.panel === 'main');
        return {
          id,
          board: [variation.word, variation.at, outlook.word],
          page: [page.variation?.word, page.variation?.at, page.outlook?.word],
          line: [line.variation?.word, line.variation?.at, line.outlook?.word],
          boardTable: [inBoardTable?.variation, inBoardTable?.variation_month, inBoardTable?.target_outlook],
          table: [inTable?.variation, inTable?.variation_month, inTable?.target_outlook],
        };
      }),
    );
    const expected = found.map(({ id, board: words }) => ({
      ...{ id, board: words, page: words, line: words },
      ...{ boardTable: words.map((word) => word ?? ''), table: words.map((word) => word ?? '') },
    }));
    expect(found).toEqual(expected);
  });

  test('is the same whatever span is asked for, point by point', async () => {
    const asked = { metric: 'response.seen-within-hour', grain: 'month' };
    const whole = await read<Series>(`${address}/series?${query(asked)}`);
    const span = { ...asked, from: '2022-09', to: '2023-06' };
    const cropped = await read<Series>(`${address}/series?${query(span)}`);
    const [all, part] = [whole.series[0], cropped.series[0]];
    const start = all.points.findIndex(({ period }) => period === '2022-09');
    expect(part.spc?.points).toEqual(all.spc?.points.slice(start, start + 10));
    expect(part.spc?.segments).toEqual(all.spc?.segments);
    expect(part.points).toEqual(all.points.slice(start, start + 10));
    const page = await read<MeasurePage>(
      `${address}/measures/response.seen-within-hour?${query({ grain: 'rolling-12', to: '2023-06' })}`,
    );
    expect(page.variation).toEqual(part.variation);
  });
});

describe('one flag', () => {
  test('stands on the board, in its table and in a series by area, for every area of every row', async () => {
    const table = await readCsv(`${address}/board/2023-11.csv`);
    const found = await Promise.all(
      rows.map(async ({ metric, filter, areaGrain, period, areas }) => {
        const asked = query({ metric, ...filter, grain: areaGrain, from: period, to: period, by: 'area' });
        const { series } = await read<Series>(`${address}/series?${asked}`);
        return areas.map(({ area, flag }) => ({
          flag: flag ?? null,
          series: series.find(({ key }) => key.area === area)?.flag ?? null,
        }));
      }),
    );
    expect(found.flat().map(({ series }) => series)).toEqual(found.flat().map(({ flag }) => flag));
    const words = found
      .flat()
      .map(({ flag }) => (flag ? (flag.word ?? flag.absent ?? 'not told apart') : ''));
    const inTable = table.filter((row) => row.area !== board.release.force.code);
    expect(inTable.map((row) => row.area_flag)).toEqual(words);
  });

  test('is the same with more periods before it', async () => {
    const asked = { metric: 'satisfaction.overall', grain: 'rolling-12', by: 'area', to: '2023-08' };
    const alone = await read<Series>(`${address}/series?${query({ ...asked, from: '2023-08' })}`);
    const longer = await read<Series>(`${address}/series?${query(asked)}`);
    const flags = ({ series }: Series) => series.flatMap(({ key, flag }) => (flag ? [[key.area, flag]] : []));
    expect(flags(alone)).toHaveLength(5);
    expect(flags(longer)).toEqual(flags(alone));
  });
});

describe('the board', () => {
  test('puts every row in one cell of the glance grid', () => {
    expect(board.glance).toHaveLength(35);
    expect(board.glance.flatMap((cell) => cell.rows).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  });

  test('selects what stands out from its exceptions, five at most, one per measure', () => {
    expect(board.standsOut.length).toBeLessThanOrEqual(5);
    expect(board.exceptions).toEqual(expect.arrayContaining(board.standsOut));
    const named = board.standsOut.map(({ row, id }) => row ?? id);
    expect(new Set(named).size).toBe(named.length);
  });

  test('lists each area and row once as standing, and never as news as well', () => {
    const name = ({ row, area }: { row: string | null; area: string | null }) => `${row} ${area}`;
    const standing = board.standing.map(name);
    expect(new Set(standing).size).toBe(standing.length);
    const news = board.exceptions.filter(({ reason }) => reason === 'area-outlier').map(name);
    expect(news.filter((one) => standing.includes(one))).toEqual([]);
  });

  test('counts the signals it shows as the rows show them', () => {
    const changed = rows.filter(({ variation }) =>
      ['improvement', 'concern', 'shift'].includes(variation.kind),
    );
    expect(board.falseAlarm.shown).toBe(changed.length);
    expect(board.falseAlarm.expected).toBeGreaterThan(0);
  });

  test('holds a break against the median it cuts, and not against the share regrading cannot move', () => {
    const row = (id: string) => rows.find((one) => one.id === id);
    expect(row('response-grade-2')?.variation.sentence).toMatch(
      /^Not comparable across the April 2023 grading review/,
    );
    expect(row('seen-within-hour')?.variation.kind).not.toBe('not-comparable');
  });

  test('sets limits on the baseline that is pinned', () => {
    const baselines = rows.flatMap(({ spc }) => spc?.segments[0].baseline ?? []);
    expect(new Set(baselines.map(({ to }) => to <= '2023-03'))).toEqual(new Set([true]));
    expect(baselines.map(({ to }) => to)).toContain('2023-03');
  });
});

describe('what cannot be judged', () => {
  test.each(['rolling-3', 'rolling-12', 'quarter', 'financial-year-to-date'])(
    'says why a line by %s has no limits',
    async (grain) => {
      const { series } = await read<Series>(`${address}/series?metric=outcomes.volume&grain=${grain}`);
      expect(series[0].spc).toBeUndefined();
      expect(series[0].spcAbsent?.text).toMatch(/Ask for months\.$/);
    },
  );

  test('has a reason and never a number that is none, on every board and measure page', () => {
    const months = boardMonths(release);
    const boards = [months[0], months[12], months[months.length - 1]].map((month) =>
      getBoard(release, month),
    );
    const pages = families.flatMap(({ metrics }) =>
      metrics.flatMap((metric) =>
        (metric.grains ?? grains).map((grain) => getMeasure(release, metric.id, { grain })),
      ),
    );
    expect([...boards, ...pages].flatMap((reply) => faultsIn(reply, ''))).toEqual([]);
  });
});

/** Places of numbers that are none, of undefined values, and of texts that say nothing. */
function faultsIn(value: unknown, place: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${place}: ${value}`];
  if (typeof value === 'string')
    return /NaN|undefined|null|Infinity/.test(value) ? [`${place}: ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => faultsIn(part, `${place}/${name}`));
}
