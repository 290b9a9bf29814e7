import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Board } from '../../server/src/contract/board.ts';
import type { Comparison } from '../../server/src/contract/comparison.ts';
import type { MeasurePage } from '../../server/src/contract/measure.ts';
import type { Point } from '../../server/src/contract/series.ts';
import { inPageUnit } from '../../server/src/exports/page-unit.ts';
import { metricIds } from '../../server/src/metrics/registry.ts';
import { force, openTestApi, type TestApi } from '../support/api.ts';

const release = '/api/v1/releases/1';
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi([14]);
});
afterAll(() => api.close());

const readCsv = async (url: string): Promise<Record<string, string>[]> =>
  parse((await api.app.inject(url)).body, { columns: true });

/** Every reply here is also held against the contract by the server itself (`checkReplies`). */
describe('the API', () => {
  test.each([
    '/api/v1/metrics',
    '/api/v1/metrics/response.time',
    '/api/v1/areas',
    '/api/v1/releases',
    release,
    `${release}/state`,
    `${release}/board/2023-11`,
    `${release}/board/latest`,
    `${release}/measures/response.time?grade=2&domesticAbuse=true`,
    `${release}/series?metric=response.time&by=area&grain=quarter`,
    `${release}/cohorts?domesticAbuse=true`,
    `${release}/cohorts?basis=closed&show=number&area=WM18-SHR`,
  ])('answers %s as the contract says', async (url) => {
    const reply = await api.app.inject(url);
    expect(reply.json()).not.toHaveProperty('code');
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
  });

  test.each(metricIds)('has a measure page and a series for %s', async (id) => {
    const [page, series] = await Promise.all([
      api.app.inject(`${release}/measures/${id}`),
      api.app.inject(`${release}/series?metric=${id}`),
    ]);
    expect(page.json()).not.toHaveProperty('code');
    expect(series.json()).toMatchObject({ release: 1, metric: id });
  });

  test.each(['/health/live', '/health/ready', '/api/v1/health/live', '/api/v1/health/ready'])(
    'tells its state at %s',
    async (url) => {
      const reply = await api.app.inject(url);
      expect(reply.json()).toEqual({ status: url.split('/').at(-1), release: 1 });
      expect(reply.headers['cache-control']).toBe('no-store');
    },
  );

  test('describes itself at /api/docs', async () => {
    const page = await api.app.inject('/api/docs/');
    expect(page.statusCode).toBe(200);
    const document = (await api.app.inject('/api/docs/json')).json();
    expect(document.paths).toHaveProperty('/api/v1/releases/{n}/series');
  });
});

describe('CSV of a measure page', () => {
  const address = `${release}/measures/response.time`;
  const query = '?grade=2&domesticAbuse=true&statistic=median';

  test('holds every point of every panel, with the value in minutes', async () => {
    const measure = (await api.app.inject(`${address}${query}`)).json<MeasurePage>();
    const rows = await readCsv(`${address}.csv${query}`);
    const points = Object.values(measure.panels).flatMap(({ series }) =>
      series.flatMap(({ points: all }) => all),
    );
    expect(rows).toHaveLength(points.length);
    expect(rows.map(({ period }) => period)).toEqual(points.map(({ period }) => period));
    expect(rows.map(({ value }) => value)).toEqual(
      points.map(({ value }) => String(inPageUnit(value, 'seconds') ?? '')),
    );
    expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(['minutes']));
  });

  test('says on every row which release it was read from, and that it is synthetic', async () => {
    const { sha256 } = (await api.app.inject(release)).json();
    const rows = await readCsv(`${address}.csv${query}`);
    const origins = new Set(rows.map((row) => [row.release, row.release_sha256, row.notice].join(' ')));
    expect([...origins]).toEqual([expect.stringMatching(`^1 ${sha256} Synthetic`)]);
  });

  test('is named after the metric and the release', async () => {
    const { headers } = await api.app.inject(`${address}.csv`);
    expect(headers['content-disposition']).toBe('attachment; filename="response.time-release-1.csv"');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  });
});

describe('CSV of the board', () => {
  test('holds the force and each area of every measure, as the board does', async () => {
    const board = (await api.app.inject(`${release}/board/2023-11`)).json<Board>();
    const rows = await readCsv(`${release}/board/2023-11.csv`);
    const expected = board.groups.flatMap(({ rows: measures }) =>
      measures.flatMap((measure) =>
        [measure.latest, ...measure.areas.map(({ point }) => point)].map(({ value, absent }) => [
          measure.label,
          String(inPageUnit(value, measure.unit) ?? ''),
          absent ?? '',
        ]),
      ),
    );
    expect(rows.map(({ measure, value, absent }) => [measure, value, absent])).toEqual(expected);
  });
});

describe('CSV of the areas page', () => {
  const query = '?metric=response.time&grade=2&second=orders.issued&grain=rolling-3';
  let shown: Comparison;
  let rows: Record<string, string>[];
  beforeAll(async () => {
    shown = (await api.app.inject(`${release}/comparison${query}`)).json<Comparison>();
    rows = await readCsv(`${release}/comparison.csv${query}`);
  });
  const rowsOf = (panel: string) => rows.filter((row) => row.panel === panel);

  test('holds the force and each area of a panel, now and a year before', () => {
    const expected = [
      [shown.parent.code, shown.main.whole],
      [shown.parent.code, shown.main.wholeEarlier],
      ...shown.main.areas.flatMap(({ area, point, earlier }) => [
        [area, point],
        [area, earlier],
      ]),
    ] as [string, Point][];
    expect(rowsOf('main').map(({ area, period, value, n }) => [area, period, value, n])).toEqual(
      expected.map(([area, { period, value, n }]) => [
        area,
        period,
        String(inPageUnit(value, 'seconds') ?? ''),
        String(n),
      ]),
    );
    expect(rowsOf('main')).toHaveLength(12);
  });

  test('sets the difference from the other areas and the change beside the value now', () => {
    const now = rowsOf('main').filter(({ period, area }) => period === shown.main.period && area !== force);
    const inMinutes = (value: number | null) => String(inPageUnit(value, 'seconds') ?? '');
    expect(
      now.map(({ others_estimate, others_lower, change_upper }) => [
        others_estimate,
        others_lower,
        change_upper,
      ]),
    ).toEqual(
      shown.main.areas.map(({ flag, change }) => [
        inMinutes(flag.estimate),
        inMinutes(flag.lower),
        inMinutes(change.upper),
      ]),
    );
    expect(new Set(now.map(({ others_confidence }) => others_confidence))).toEqual(new Set(['0.998']));
  });

  test('leaves a ratio as it is', () => {
    const flags = shown.strips.groups.flatMap((group) =>
      group.rows.flatMap(({ cells }) => cells.map(({ flag }) => flag)),
    );
    const ratios = flags.filter(({ comparison, estimate }) => comparison === 'ratio' && estimate !== null);
    const stated = rowsOf('strips').filter((row) => row.others_comparison === 'ratio' && row.others_estimate);
    expect(ratios.length).toBeGreaterThan(0);
    expect(stated.map((row) => row.others_estimate)).toEqual(ratios.map(({ estimate }) => String(estimate)));
  });

  test('holds every measure over every area', () => {
    const cells = shown.strips.groups.flatMap((group) =>
      group.rows.flatMap(({ label, unit, whole, cells: areas }) =>
        [whole, ...areas.map(({ point }) => point)].map(({ value }) => [
          group.label,
          label,
          String(inPageUnit(value, unit) ?? ''),
        ]),
      ),
    );
    expect(rowsOf('strips').map(({ group, measure, value }) => [group, measure, value])).toEqual(cells);
  });

  test('says on every row which release it was read from, and that it is synthetic', () => {
    const origins = new Set(rows.map((row) => [row.release, row.release_sha256, row.notice].join(' ')));
    expect([...origins]).toEqual([expect.stringMatching(`^1 ${shown.release.sha256} Synthetic`)]);
  });

  test('is refused as the page is', async () => {
    const reply = await api.app.inject(`${release}/comparison.csv?metric=nothing`);
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'unknown-metric']);
  });
});
