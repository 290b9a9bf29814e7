import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateDemo, usualSeed } from '../../seeds/demo/generate.ts';
import type { AreaPage } from '../../server/src/contract/area-page.ts';
import type { Board } from '../../server/src/contract/board.ts';
import type { Comparison } from '../../server/src/contract/comparison.ts';
import type { Methods } from '../../server/src/contract/methods.ts';
import { importFile } from '../../server/src/ingest/import-file.ts';
import { getAreaPage } from '../../server/src/read-models/get-area-page.ts';
import { getComparison } from '../../server/src/read-models/get-comparison.ts';
import { unfitNumbers } from '../../server/src/read-models/testing/area-release.ts';
import { publishRelease } from '../../server/src/releases/publish.ts';
import { openReleaseStore } from '../../server/src/releases/store.ts';
import { force, openTestApi, type TestApi } from '../support/api.ts';
import { createTestDatabase } from '../support/database.ts';

/** A fifth of the force over two years: enough for some areas to be told apart. */
const size = { from: '2021-12', to: '2023-11', scale: 0.2 };
const lpas = ['WM18-HFD', 'WM18-SHR', 'WM18-TEL', 'WM18-NWO', 'WM18-SWO'];
const month = '2023-11';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi([14], size);
}, 180_000);
afterAll(() => api.close());

const get = async <T>(address: string): Promise<T> => (await api.app.inject(`/api/v1${address}`)).json<T>();
const compare = (query: Record<string, string>): Promise<Comparison> =>
  get(`/releases/1/comparison?${new URLSearchParams(query)}`);

describe('one release, one flag', () => {
  test('the board, the page of each area and the comparison flag alike', async () => {
    const board = await get<Board>(`/releases/1/board/${month}`);
    const pages = await Promise.all(
      lpas.map((code) => get<AreaPage>(`/releases/1/areas/${code}?month=${month}`)),
    );
    const rows = board.groups
      .flatMap((group) => group.rows)
      .filter(({ areas }) => areas.some(({ flag }) => flag));
    const compared = await Promise.all(
      rows.map(({ metric, filter, areaGrain }) =>
        compare({ metric, ...filter, grain: areaGrain, to: month, second: 'none' }),
      ),
    );
    const onBoard = rows.map(({ areas }) => areas.map(({ flag }) => flag));
    const onPages = rows.map(({ id }) =>
      pages.map((page) => page.groups.flatMap((group) => group.rows).find((row) => row.id === id)?.flag),
    );
    expect(onPages).toEqual(onBoard);
    expect(compared.map(({ main }) => main.areas.map(({ flag }) => flag))).toEqual(onBoard);
    expect(compared.map(({ main }) => main.areas.map(({ point }) => point))).toEqual(
      rows.map(({ areas }) => areas.map(({ point }) => point)),
    );
    expect(onBoard.flat().some((flag) => flag?.side)).toBe(true);
  }, 120_000);

  test('a strip is drawn outside its range exactly where the comparison over twelve months flags', async () => {
    const { strips } = await compare({ to: month, second: 'none' });
    const rows = strips.groups.flatMap((group) => group.rows);
    const compared = await Promise.all(
      rows.map(({ metric, parameters }) => {
        const { to: _, ...members } = parameters;
        return compare({ metric, ...members, to: month, second: 'none' });
      }),
    );
    const cells = rows.map((row) => row.cells);
    expect(cells.map((row) => row.map(({ flag }) => flag))).toEqual(
      compared.map(({ main }) => main.areas.map(({ flag }) => flag)),
    );
    const placed = cells.flat().filter(({ position }) => position !== null);
    expect(placed.map(({ beyond }) => beyond === 0.998)).toEqual(
      placed.map(({ flag }) => flag.side !== null),
    );
    expect(strips.beyond998).toBe(placed.filter(({ beyond }) => beyond === 0.998).length);
  }, 120_000);

  test('the page of the force shows the figures of the board', async () => {
    const [board, page] = await Promise.all([
      get<Board>(`/releases/1/board/${month}`),
      get<AreaPage>(`/releases/1/areas/${force}?month=${month}`),
    ]);
    expect(page.groups.flatMap(({ rows }) => rows.map(({ point }) => point))).toEqual(
      board.groups.flatMap(({ rows }) => rows.map(({ latest }) => latest)),
    );
  });
});

describe('area sets', () => {
  const query = { metric: 'response.seen-within-hour', grain: 'rolling-12', to: month, second: 'none' };

  test('the two areas of 2026 hold exactly the areas of 2018', async () => {
    const [five, two] = await Promise.all([compare(query), compare({ ...query, areaSet: 'WM26' })]);
    const counted = (reply: Comparison, codes: readonly string[]) => {
      const points = reply.main.areas.filter(({ area }) => codes.includes(area)).map(({ point }) => point);
      const sum = (part: 'numerator' | 'denominator') =>
        points.reduce((total, point) => total + (point[part] ?? 0), 0);
      return [sum('numerator'), sum('denominator')];
    };
    expect(counted(two, ['WM26-SHT'])).toEqual(counted(five, ['WM18-SHR', 'WM18-TEL']));
    expect(counted(two, ['WM26-HWO'])).toEqual(counted(five, ['WM18-HFD', 'WM18-NWO', 'WM18-SWO']));
    expect(two.main.whole).toEqual(five.main.whole);
    expect(two.areaSets.map(({ label }) => label)).toEqual([
      'Five local policing areas',
      'Two local policing areas',
    ]);
  });

  test('are shown in the order of the force, whatever the values', async () => {
    const { areas, main } = await compare(query);
    expect(areas.map(({ code }) => code)).toEqual(lpas);
    expect(main.areas.map(({ area }) => area)).toEqual(lpas);
    expect(main.toldApart.places.map(({ area }) => area)).toEqual(lpas);
  });

  test('a single district has nothing to be compared with, and says so', async () => {
    const { main } = await compare({ ...query, area: 'WM18-SHR' });
    expect(main.areas.map(({ flag }) => flag.absent)).toEqual(['no-other-areas']);
    expect(main.toldApart.statement).toContain('cannot be said');
  });
});

describe('what has no figure', () => {
  test.each([
    ['a period before the data', { to: '2021-12', grain: 'rolling-12' }, 'not-collected'],
    [
      'a measure published for forces',
      { metric: 'published.outcome-share', grain: 'financial-year' },
      'not-collected',
    ],
  ])('%s says why', async (_, query, reason) => {
    const { main } = await compare({ metric: 'response.time', second: 'none', ...query });
    expect(main.absent?.reason).toBe(reason);
    expect(main.toldApart.answer).toBe('no-answer');
  });

  test.each([
    ['an unknown area', '/areas/NOPE', 404, 'unknown-area'],
    ['an unknown month', `/areas/${lpas[1]}?month=1999-01`, 400, 'unknown-month'],
    ['an unknown metric', '/comparison?metric=response.nothing', 400, 'unknown-metric'],
    ['an unknown second metric', '/comparison?second=response.nothing', 400, 'unknown-metric'],
    ['a grain that is not compared', '/comparison?grain=financial-year-to-date', 400, 'unknown-member'],
    ['an area without parts', '/comparison?area=E06000019', 400, 'no-parts'],
  ])('%s is a problem that names what would be accepted', async (_, address, status, code) => {
    const reply = await api.app.inject(`/api/v1/releases/1${address}`);
    expect(reply.statusCode).toBe(status);
    expect(reply.json()).toMatchObject({ code });
    expect(reply.json().valid.length).toBeGreaterThan(1);
  });

  test('never is a number that is none', () => {
    const release = api.store.get(1);
    if (!release) throw new Error('Release 1 is not loaded.');
    const answers = [
      getComparison(release, { to: '2021-12' }),
      getComparison(release, { grain: 'month', to: '2022-02', second: 'cps.overdue' }),
      getComparison(release, { metric: 'orders.issued', orderType: 'SPO', grain: 'month' }),
      getAreaPage(release, 'WM18-HFD', { month: '2021-12' }),
      getAreaPage(release, 'WM26-SHT', {}),
    ];
    expect(answers.flatMap((answer) => unfitNumbers(answer))).toEqual([]);
  });
});

describe('/methods', () => {
  test('reads its examples from the live release, each rule set on each series', async () => {
    const methods = await get<Methods>('/methods');
    expect(methods).toMatchObject({ release: 1, synthetic: true });
    expect(methods.examples.map(({ metric }) => metric)).toEqual([
      'orders.issued',
      'response.time',
      'satisfaction.stage',
      null,
    ]);
    expect(new Set(methods.examples.map(({ readings }) => readings.length))).toEqual(new Set([4]));
    const given = methods.examples.flatMap(({ points, readings }) =>
      readings
        .filter(({ outcome }) => outcome === 'judged')
        .map(
          (reading) =>
            reading.points.map(({ period }) => period).join() === points.map(({ period }) => period).join(),
        ),
    );
    expect(new Set(given)).toEqual(new Set([true]));
  });
});

describe('row order', () => {
  test('does not matter to a comparison or a page', async () => {
    const [forwards, backwards] = await Promise.all([answersOf(false), answersOf(true)]);
    expect(backwards).toEqual(forwards);
  }, 240_000);
});

/** A small demonstration imported as written, or with the rows of every file the other way round. */
async function answersOf(reversed: boolean): Promise<unknown[]> {
  const database = await createTestDatabase();
  const out = await mkdtemp(path.join(tmpdir(), 'vawg-order-'));
  try {
    const { reference, releases } = await generateDemo({
      from: '2022-12',
      to: '2023-11',
      scale: 0.02,
      seed: usualSeed,
      out,
    });
    const load = (feed: string, file: string, covers?: string) =>
      importFile(
        { pool: database.pool, force, hmacKey: Buffer.alloc(32, 7) },
        { feed, path: path.join(out, file), covers, synthetic: true },
      );
    for (const { feed, path: file } of reference) await load(feed, file);
    for (const file of releases.flatMap(({ files }) => files)) {
      if (reversed) await reverseRows(path.join(out, file.path));
      await load(file.feed, file.path, file.covers);
    }
    await publishRelease({ db: database.db, force });
    const store = await openReleaseStore({ ...database, force, notify: () => undefined });
    const release = store.live();
    if (!release) throw new Error('Nothing was published.');
    const answers = [
      getComparison(release, {}),
      getComparison(release, { metric: 'response.time', grade: '2', domesticAbuse: 'true' }),
      getAreaPage(release, 'WM18-SHR', {}),
    ].map(({ release: _, ...figures }) => figures);
    await store.close();
    return answers;
  } finally {
    await database.drop();
    await rm(out, { recursive: true });
  }
}

async function reverseRows(file: string): Promise<void> {
  const [header = '', ...rows] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  await writeFile(file, `${[header, ...rows.toReversed()].join('\n')}\n`);
}
