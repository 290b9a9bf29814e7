import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Board } from '../../server/src/contract/board.ts';
import type { MeasurePage } from '../../server/src/contract/measure.ts';
import { inPageUnit } from '../../server/src/exports/page-unit.ts';
import { metricIds } from '../../server/src/metrics/registry.ts';
import { openTestApi, type TestApi } from '../support/api.ts';

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
