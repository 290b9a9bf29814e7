import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateDemo, type Manifest, usualSeed } from '../../seeds/demo/generate.ts';
import { Random } from '../../seeds/demo/random.ts';
import { reportCutShort } from '../../server/src/ingest/attempts.ts';
import { verifyReleases } from '../../server/src/releases/verify.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** Imports alone are killed in `import-kills.test.ts`. */
const kills = process.env.LONG === '1' ? 100 : 8;
const seed = Number(process.env.SEED_KILLS ?? Date.now() % 1_000_000);
const moments = new Random(seed, 'publish kills').at(0);
const worker = fileURLToPath(new URL('publish-worker.ts', import.meta.url));
const kinds = ['import', 'draft', 'publish'] as const;

let folder: string;
let manifest: Manifest;
let untouched: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vawg-kills-'));
  manifest = await generateDemo({
    from: '2023-06',
    to: '2023-11',
    scale: 0.05,
    seed: usualSeed,
    out: folder,
  });
  untouched = await createTestDatabase();
});
afterAll(async () => {
  await untouched.drop();
  await rm(folder, { recursive: true });
});

test(`publishing killed ${kills} times at random moments (SEED_KILLS=${seed}) leaves no half release and ends as if never killed`, {
  timeout: 120_000 + kills * 30_000,
}, async () => {
  const usual = await runWorker(untouched);
  expect(usual.signal).toBeNull();
  const whole = await readKept(untouched);
  expect(whole.releases).toEqual(manifest.releases.map(({ number }) => number));

  let database = await createTestDatabase();
  let killed = 0;
  while (killed < kills) {
    const kind = kinds[killed % kinds.length];
    const nth = Math.floor(moments.next() * (usual.steps[kind].length / 2));
    const afterMs = moments.next() * Math.max(...usual.steps[kind]);
    const { signal } = await runWorker(database, [kind, String(nth), String(afterMs)]);
    if (signal === 'SIGKILL') killed += 1;
    await expectNothingHalf(database, whole);
    if (signal === null) {
      expect(await readKept(database)).toEqual(whole);
      await database.drop();
      database = await createTestDatabase();
    }
  }
  expect((await runWorker(database)).signal).toBeNull();
  await expectNothingHalf(database, whole);
  expect(await readKept(database)).toEqual(whole);
  await database.drop();
});

interface Run {
  signal: NodeJS.Signals | null;
  /** Milliseconds of each step by its kind, in order. */
  steps: Record<string, number[]>;
}

/** Runs the worker to its end, of whatever kind; one that fails on its own fails the test. */
async function runWorker({ url }: TestDatabase, kill: readonly string[] = []): Promise<Run> {
  const address = new URL(url);
  address.searchParams.set('application_name', 'publish-worker');
  const child = spawn(process.execPath, ['--import', 'tsx', worker, address.href, folder, ...kill], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  expect(code ?? signal).toBeOneOf([0, 'SIGKILL']);
  const lines = output.trim().split('\n');
  const timesOf = (kind: string) =>
    lines.filter((line) => line.startsWith(`${kind} `)).map((line) => Number(line.split(' ')[1]));
  return { signal, steps: Object.fromEntries(kinds.map((kind) => [kind, timesOf(kind)])) };
}

/** What is there once the server has let go of the dead: whole batches, whole releases and nothing between. */
async function expectNothingHalf(database: TestDatabase, whole: Kept): Promise<void> {
  await expect.poll(() => connections(database), { timeout: 30_000 }).toBe(0);
  const sentences = await reportCutShort(database.db);
  expect(sentences.filter((sentence) => !sentence.includes('import the same file again'))).toEqual([]);

  const kept = await readKept(database);
  expect(kept.batches).toEqual(whole.batches.slice(0, kept.batches.length));
  expect(kept.releases).toEqual(whole.releases.slice(0, kept.releases.length));
  expect(kept.strays).toEqual({ facts: 0, cells: 0, staging: 0 });
  const checked = await verifyReleases(database.db, manifest.force);
  expect(checked.map(({ number, difference }) => ({ number, difference }))).toEqual(
    kept.releases.map((number) => ({ number, difference: null })),
  );
}

/** The worker's server processes: each ends by itself once it finds its client gone. */
async function connections({ pool }: TestDatabase): Promise<number> {
  const { rows } = await pool.query<{ open: number }>(
    `select count(*)::int as open from pg_stat_activity
     where application_name = 'publish-worker' and datname = current_database()`,
  );
  return rows[0].open;
}

interface Kept {
  /** In order: the bytes that came, and the rows and cells they changed. */
  batches: { sha256: string; facts: number; touched: number }[];
  releases: number[];
  /** Content of every cell and the releases that read it. */
  cells: string[];
  /** Rows of no batch, cells of no release, and tables left behind. */
  strays: { facts: number; cells: number; staging: number };
}

const facts = ['incident', 'crime', 'survey_answer', 'order_event', 'referral_event', 'return']
  .map((name) => `select from_batch from fact_${name}`)
  .join(' union all ');

async function readKept({ pool }: TestDatabase): Promise<Kept> {
  const rowsOf = async <Row extends object>(sql: string): Promise<Row[]> => (await pool.query<Row>(sql)).rows;
  const batches = await rowsOf<Kept['batches'][number]>(
    `select sha256, (select count(*)::int from (${facts}) f where from_batch = b.batch_id) as facts,
       (select count(*)::int from batch_touch t where t.batch_id = b.batch_id) as touched
     from batch b order by batch_id`,
  );
  const releases = await rowsOf<{ number: number }>(
    'select number from release where number is not null order by number',
  );
  const cells = await rowsOf<{ cell: string }>(
    `select concat_ws(' ', cube, area_code, month, sha256, from_release, to_release) as cell from cell
     order by cube, area_code, month, from_release`,
  );
  const [strays] = await rowsOf<Kept['strays']>(
    `select (select count(*)::int from (${facts}) f where from_batch not in (select batch_id from batch)) as facts,
       (select count(*)::int from cell c where not exists (select from release where number = c.from_release)
         or c.to_release is not null and not exists (select from release where number = c.to_release)) as cells,
       (select count(*)::int from pg_class where relname like 'stg\\_%') as staging`,
  );
  return {
    batches,
    releases: releases.map(({ number }) => number),
    cells: cells.map(({ cell }) => cell),
    strays,
  };
}
