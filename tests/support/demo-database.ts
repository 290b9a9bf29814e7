import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { generateDemo, type Manifest, usualSeed } from '../../seeds/demo/generate.ts';
import type { Database } from '../../server/src/db/tables.ts';
import { importFile } from '../../server/src/ingest/import-file.ts';
import { publishRelease } from '../../server/src/releases/publish.ts';

export interface DemoFiles {
  manifest: Manifest;
  /** Imports the files of releases up to this one that are not in yet, and publishes one release. */
  publishTo(number: number): Promise<number>;
  remove(): Promise<void>;
}

export interface DemoSize {
  /** First and last month, and how much of the force's volumes. */
  from: string;
  to: string;
  scale: number;
}

/** Enough for every metric to have a figure. */
const usualSize: DemoSize = { from: '2021-08', to: '2023-11', scale: 0.02 };
const hmacKey = Buffer.alloc(32, 7);

/**
 * A demonstration for tests, a small one of 28 months unless told: generated now, then loaded as far as a test
 * asks through the real import and the real publishing.
 */
export async function createDemoFiles(
  database: { db: Kysely<Database>; pool: pg.Pool },
  size: DemoSize = usualSize,
): Promise<DemoFiles> {
  const out = await mkdtemp(path.join(tmpdir(), 'vawg-demo-'));
  const manifest = await generateDemo({ ...size, seed: usualSeed, out });
  const { force } = manifest;
  let loaded = 0;
  const load = async (feed: string, file: string, covers?: string): Promise<void> => {
    const request = { feed, path: path.join(out, file), covers, synthetic: true };
    const report = await importFile({ pool: database.pool, force, hmacKey }, request);
    if (report.status !== 'applied') throw new Error(`${file} was not taken: ${JSON.stringify(report)}`);
  };
  const publishTo = async (number: number): Promise<number> => {
    const fresh = manifest.releases.filter((release) => release.number > loaded && release.number <= number);
    if (loaded === 0) for (const { feed, path: file } of manifest.reference) await load(feed, file);
    for (const { files } of fresh) for (const file of files) await load(file.feed, file.path, file.covers);
    loaded = number;
    const shownPublishedOn = fresh.at(-1)?.publishedOn;
    return (await publishRelease({ db: database.db, force, shownPublishedOn })).number;
  };
  return { manifest, publishTo, remove: () => rm(out, { recursive: true }) };
}
