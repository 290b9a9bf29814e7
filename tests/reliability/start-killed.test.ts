import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Manifest } from '../../seeds/demo/manifest.ts';
import { Random } from '../../seeds/demo/random.ts';
import type { Releases } from '../../server/src/contract/release.ts';
import { end, makeDataFolder, query, removeDataFolder, startReadyUser } from '../support/embedded.ts';
import { startServer } from '../support/start.ts';

const kills = process.env.LONG === '1' ? 20 : 4;
const seed = Number(process.env.SEED_KILLS ?? Date.now() % 1_000_000);
const moments = new Random(seed, 'kills').at(0);

let dataFolder: string;
beforeAll(async () => {
  dataFolder = await makeDataFolder();
});
afterAll(() => removeDataFolder(dataFolder));

/** Starts, and kills at a random moment of the loading, or when the port opens first. */
async function startAndKill(): Promise<void> {
  const server = startServer({ DATA_DIR: dataFolder, SEED: 'demo' });
  await Promise.race([pass(2000 + moments.next() * 8000), server.address]);
  server.process.kill('SIGKILL');
  await server.ended;
}

interface Kept {
  batches: number;
  rows: number;
  drafts: number;
}

async function countKept(): Promise<Kept | undefined> {
  const user = await startReadyUser(dataFolder);
  const [kept] = await query<Kept>(
    user.databaseUrl,
    `select (select count(*)::int from batch) as batches,
      (select sum(row_count)::int from batch
        where feed in ('incidents', 'crimes', 'surveys', 'orders', 'referrals', 'returns')) as rows,
      (select count(*)::int from release where number is null) as drafts`,
  );
  await end(user.process, 'SIGINT');
  return kept;
}

test(`the demonstration is complete, and nothing doubled, after ${kills} kills while it loads (SEED_KILLS=${seed})`, {
  timeout: 600_000,
}, async () => {
  for (let kill = 0; kill < kills; kill++) await startAndKill();

  const server = startServer({ DATA_DIR: dataFolder, SEED: 'demo' });
  const { live, releases } = (await (
    await fetch(`${await server.address}/api/v1/releases`)
  ).json()) as Releases;
  server.process.kill('SIGINT');
  expect(await server.ended).toBe(0);

  expect(live).toBe(14);
  const manifest = JSON.parse(
    await readFile(path.join(dataFolder, 'demo', 'manifest.json'), 'utf8'),
  ) as Manifest;
  const files = manifest.releases.flatMap((release) => release.files);
  expect(await countKept()).toEqual({
    batches: manifest.reference.length + files.length,
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    drafts: 0,
  });
  expect(
    releases.map(({ number, dataTo, publishedOn }) => ({ number, dataTo, publishedOn })).reverse(),
  ).toEqual(manifest.releases.map(({ number, dataTo, publishedOn }) => ({ number, dataTo, publishedOn })));
});
