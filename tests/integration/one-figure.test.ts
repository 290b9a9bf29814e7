import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Board, BoardRow } from '../../server/src/contract/board.ts';
import type { MeasurePage } from '../../server/src/contract/measure.ts';
import type { Point, Series } from '../../server/src/contract/series.ts';
import { inPageUnit } from '../../server/src/exports/page-unit.ts';
import { boardGroups } from '../../server/src/metrics/board.ts';
import { force, openTestApi, type TestApi } from '../support/api.ts';
import { askByHand, boardRowSql } from '../support/hand-sql.ts';
import { spansOf } from '../support/named-spans.ts';

/** Release 1 knows October 2023; release 2, November, with late and corrected rows of the months before. */
const months: Readonly<Record<number, string>> = { 1: '2023-10', 2: '2023-11' };
const spans = spansOf('2021-08', '2023-11');
const ids = boardGroups.flatMap(({ rows }) => rows.map(({ id }) => id));
type CsvRow = Record<string, string>;

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi([13, 14], { from: '2021-08', to: '2023-11', scale: 0.1 });
}, 180_000);
afterAll(() => api.close());

async function get(path: string, query: Record<string, string> = {}) {
  const reply = await api.app.inject(`/api/v1/releases/${path}?${new URLSearchParams(query)}`);
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200);
  return reply;
}
const getJson = async <Reply>(path: string, query?: Record<string, string>): Promise<Reply> =>
  (await get(path, query)).json<Reply>();
const getCsv = async (path: string, query?: Record<string, string>): Promise<CsvRow[]> =>
  parse((await get(path, query)).body, { columns: true });

const getBoard = (release: number): Promise<Board> => getJson(`${release}/board/${months[release]}`);
function rowOf({ groups }: Board, id: string): BoardRow {
  const row = groups.flatMap(({ rows }) => rows).find((one) => one.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

/** What a point is as cells of a CSV, and the same cells of a row. */
const cellsOf = ({ value, n, absent }: Point, { unit }: BoardRow): string[] => [
  String(inPageUnit(value, unit) ?? ''),
  String(n),
  absent ?? '',
];
const cellsIn = ({ value, n, absent }: CsvRow): string[] => [value, n, absent];

describe.each([1, 2])('every number of the board of release %d', (release) => {
  describe.each(ids)('%s', (id) => {
    test('of the force is that of the measure page, the series and both tables', async () => {
      const row = rowOf(await getBoard(release), id);
      const { metric, statistic, filter, period, latest } = row;
      const query = { ...filter, statistic, grain: 'month', to: period };

      const page = await getJson<MeasurePage>(`${release}/measures/${metric}`, query);
      expect(page.latest).toEqual(latest);
      const { series } = await getJson<Series>(`${release}/series`, { metric, ...query, from: period });
      expect(series.map(({ points }) => points)).toEqual([[latest]]);

      const table = await getCsv(`${release}/measures/${metric}.csv`, query);
      const shown = table.filter((one) => one.panel === 'main' && one.period === period);
      expect(shown.map(cellsIn)).toEqual([cellsOf(latest, row)]);
      expect((await boardLines(release, row)).filter(({ area }) => area === force).map(cellsIn)).toEqual([
        cellsOf(latest, row),
      ]);
    });

    test('of the areas is that of the measure page, the series and both tables', async () => {
      const row = rowOf(await getBoard(release), id);
      const { metric, statistic, filter, areaGrain, areas } = row;
      const { period } = areas[0].point;
      const query = { ...filter, statistic, grain: areaGrain, from: period, to: period };
      const expected = areas.map(({ area, point }) => [area, point]);
      expect(expected).toHaveLength(5);

      const { panels } = await getJson<MeasurePage>(`${release}/measures/${metric}`, query);
      expect(pointsByArea(panels.areas).slice(0, 5)).toEqual(expected);
      const series = await getJson<Series>(`${release}/series`, { metric, ...query, by: 'area' });
      expect(pointsByArea(series).slice(0, 5)).toEqual(expected);

      const cells = areas.map(({ area, point }) => [area, ...cellsOf(point, row)]);
      const table = await getCsv(`${release}/measures/${metric}.csv`, query);
      const shown = table.filter(({ panel }) => panel === 'areas');
      expect(shown.map((one) => [one.by_area, ...cellsIn(one)]).slice(0, 5)).toEqual(cells);
      const lines = (await boardLines(release, row)).filter(({ area }) => area !== force);
      expect(lines.map((one) => [one.area, ...cellsIn(one)])).toEqual(cells);
    });

    test('is what a query over the rows as at the release gives', async () => {
      const board = await getBoard(release);
      const row = rowOf(board, id);
      const shown = [
        ...[row.latest, ...row.spark].map((point) => ({ area: force, point })),
        ...row.areas.map(({ area, point }) => ({ area, point })),
      ];
      const wanted = new Set(shown.map(({ point }) => point.period));
      const figures = await askByHand(
        api.pool,
        asAt(boardRowSql(id), release),
        Object.values(spans)
          .flat()
          .filter(({ name }) => wanted.has(name)),
        board.areaSet,
        [force, ...row.areas.map(({ area }) => area)],
      );
      const byHand = shown.map(({ area, point }) => {
        const found = figures.find(({ node, span }) => node === area && span === point.period);
        const { value = row.unit === 'count' ? 0 : null, n = 0 } = found ?? {};
        return { area, value: isTooSmall(id, area) ? null : value, n };
      });
      expect(shown.map(({ area, point: { value, n } }) => ({ area, value, n }))).toEqual(byHand);
      expect(figures.length).toBeGreaterThan(0);
    });

    test('carries the verdict of the measure page, in the same words in both tables', async () => {
      const row = rowOf(await getBoard(release), id);
      const { metric, statistic, filter, period, variation, outlook } = row;
      const query = { ...filter, statistic, grain: 'month', to: period };
      const page = await getJson<MeasurePage>(`${release}/measures/${metric}`, query);
      expect([page.variation, page.outlook]).toEqual([variation, outlook]);

      const words = [variation.word, variation.at ?? '', outlook.word];
      const wordsIn = (one: CsvRow) => [one.variation, one.variation_month, one.target_outlook];
      const table = await getCsv(`${release}/measures/${metric}.csv`, query);
      const main = table.filter(({ panel }) => panel === 'main').map(wordsIn);
      expect(main.filter((one) => one.join() !== words.join())).toEqual([]);
      expect(main.length).toBeGreaterThan(0);
      expect((await boardLines(release, row)).filter(({ area }) => area === force).map(wordsIn)).toEqual([
        words,
      ]);
    });
  });
});

/** Lines of the board's table that are of a row. */
async function boardLines(release: number, { label }: BoardRow): Promise<CsvRow[]> {
  return (await getCsv(`${release}/board/${months[release]}.csv`)).filter(({ measure }) => measure === label);
}

const pointsByArea = ({ series }: Series) => series.map(({ key, points }) => [key.area, points[0]]);

/** The gap is not read from fewer than 30 incidents on a side: an area's month, at a tenth of the volumes. */
const isTooSmall = (id: string, area: string): boolean => id === 'domestic-gap' && area !== force;

/** A statement over the newest rows as one over those that a release was made from. */
function asAt(sql: string, release: number): string {
  const batch = api.store.get(release)?.record.asAtBatch;
  if (batch === undefined) throw new Error(`no release ${release}`);
  return sql.replaceAll(
    /(\w+\.)?to_batch is null/g,
    (_, of = '') => `(${of}from_batch <= ${batch} and (${of}to_batch is null or ${of}to_batch > ${batch}))`,
  );
}
