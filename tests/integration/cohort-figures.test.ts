import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Board, BoardRow } from '../../server/src/contract/board.ts';
import type { Cohorts } from '../../server/src/contract/cohort.ts';
import type { MeasurePage } from '../../server/src/contract/measure.ts';
import type { Series } from '../../server/src/contract/series.ts';
import { inPageUnit } from '../../server/src/exports/page-unit.ts';
import { boardGroups } from '../../server/src/metrics/board.ts';
import { openTestApi, type TestApi } from '../support/api.ts';

const release = '/api/v1/releases/1';
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi([14]);
});
afterAll(() => api.close());

async function get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
  const reply = await api.app.inject(`${release}/${path}?${new URLSearchParams(query)}`);
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200);
  return reply.json<T>();
}

describe('rows of the board', () => {
  const ids = boardGroups.flatMap(({ rows }) => rows.map(({ id }) => id));
  const rowOf = async (id: string): Promise<BoardRow> => {
    const { groups } = await get<Board>('board/2023-11');
    const row = groups.flatMap(({ rows }) => rows).find((one) => one.id === id);
    if (!row) throw new Error(`no row ${id}`);
    return row;
  };

  test.each(ids)('%s links to a measure page that shows its figure', async (id) => {
    const { metric, filter, period, latest } = await rowOf(id);
    const { panels } = await get<MeasurePage>(`measures/${metric}`, {
      ...filter,
      from: period,
      to: period,
      grain: 'month',
    });
    expect(panels.main.series[0].points).toEqual([latest]);
  });

  test.each([
    ['da-oc15', '2023-05', 'lower-is-better'],
    ['da-oc16', '2023-05', 'neutral'],
    ['da-charged', '2023-05', 'higher-is-better'],
    ['sexual-oc15', '2022-11', 'lower-is-better'],
    ['sexual-oc16', '2022-11', 'neutral'],
    ['sexual-charged', '2022-11', 'higher-is-better'],
  ])('%s shows the cohort of %s, %s', async (id, period, polarity) => {
    const row = await rowOf(id);
    expect(row).toMatchObject({ period, polarity });
    expect(row.latest).toMatchObject({ period, status: [] });
    expect(row.latest.n).toBeGreaterThan(0);
  });
});

describe('the cohorts', () => {
  test.each(['recorded', 'closed'])(
    'by month %s give the composition that the series gives',
    async (basis) => {
      const query = { domesticAbuse: 'true', basis };
      const { composition } = await get<Cohorts>('cohorts', query);
      const span = { from: '2021-12', to: '2023-11', by: 'part' };
      const series = await get<Series>('series', { metric: 'outcomes.mix', ...query, ...span });
      const values = ({ series: lines }: Series) =>
        lines.map(({ key, points }) => [key.part, points.map(({ period, value }) => [period, value])]);
      expect(values(composition)).toEqual(values(series));
    },
  );

  test('give the figures of the board at 180 days', async () => {
    const { atAge } = await get<Cohorts>('cohorts', { domesticAbuse: 'true' });
    const { groups } = await get<Board>('board/2023-11');
    const rows = groups
      .flatMap(({ rows: all }) => all)
      .filter(({ id }) => /^da-(oc15|oc16|charged)$/.test(id));
    const newest = (series: Series) => series.series[0].points.at(-1);
    expect(atAge.map((series) => [series.filter.cause, newest(series)])).toEqual(
      rows.map(({ filter, latest }) => [filter.cause, latest]),
    );
  });

  test('give the curves that the measure gives at 180 days', async () => {
    const { incidence } = await get<Cohorts>('cohorts', { domesticAbuse: 'true' });
    const [cohort] = incidence?.cohorts ?? [];
    for (const { cause, points } of cohort.curves) {
      const query = { domesticAbuse: 'true', cause, grain: 'rolling-12', from: '2023-05', to: '2023-05' };
      const { series } = await get<Series>('series', { metric: 'outcomes.by-age', ...query });
      expect(series[0].points[0]).toMatchObject({ period: cohort.period, n: cohort.crimes });
      expect(series[0].points[0].value).toBeCloseTo(points.find(({ day }) => day === 180)?.value ?? -1, 12);
    }
  });

  test('give tables whose rows add up to all of the crimes', async () => {
    const { groups, areas, incidence } = await get<Cohorts>('cohorts', { domesticAbuse: 'true' });
    for (const { rows } of [groups, areas]) {
      const [all, ...others] = rows;
      expect(all.crimes).toBe(incidence?.cohorts[0].crimes);
      expect(others.reduce((sum, { crimes }) => sum + crimes, 0)).toBe(all.crimes);
      for (const { shares, crimes } of rows)
        expect(shares.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(crimes);
    }
  });

  test('give a table row the share and interval that the series gives', async () => {
    const { groups } = await get<Cohorts>('cohorts', { domesticAbuse: 'true' });
    const span = { grain: 'rolling-12', from: '2023-05', to: '2023-05', by: 'part' };
    const query = { metric: 'outcomes.mix', domesticAbuse: 'true', offenceGroup: 'stalking', ...span };
    const { series } = await get<Series>('series', query);
    const row = groups.rows.find(({ code }) => code === 'stalking');
    expect(row?.shares.map(({ part, value, interval }) => [part, value, interval])).toEqual(
      series.map(({ key, points: [{ value, interval }] }) => [key.part, value, interval]),
    );
  });
});

describe('CSV of the cohorts', () => {
  test.each(['recorded', 'closed'])('by month %s holds every figure of the page', async (basis) => {
    const query = { domesticAbuse: 'true', basis };
    const page = await get<Cohorts>('cohorts', query);
    const { body } = await api.app.inject(`${release}/cohorts.csv?${new URLSearchParams(query)}`);
    const rows: Record<string, string>[] = parse(body, { columns: true });
    const series = [page.composition, ...page.atAge].flatMap(({ series: lines }) => lines);
    const values = [
      ...series.flatMap(({ points }) => points.map(({ value }) => value)),
      ...(page.incidence?.cohorts ?? []).flatMap(({ curves }) =>
        curves.flatMap(({ points }) => points.map(({ value }) => value)),
      ),
      ...[page.groups, page.areas].flatMap((table) =>
        table.rows.flatMap(({ shares }) => shares.map(({ value }) => value)),
      ),
    ];
    expect(rows.map(({ value }) => value)).toEqual(
      values.map((value) => String(inPageUnit(value, 'fraction') ?? '')),
    );
    expect(new Set(rows.map(({ basis: given }) => given))).toEqual(new Set([basis]));
    expect(rows[0].notice).toMatch(/^Synthetic/);
  });
});
