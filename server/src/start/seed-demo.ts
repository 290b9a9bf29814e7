import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { generateDemo, type Manifest, usualSeed } from '../../../seeds/demo/generate.ts';
import { forceCode } from '../../../seeds/demo/places.ts';
import type { Config } from '../config.ts';
import type { OpenDatabase } from '../db/client.ts';
import { readHmacKey } from '../db/hmac-key.ts';
import { importFile } from '../ingest/import-file.ts';
import { publishRelease } from '../releases/publish.ts';
import { secondsSince, type Terminal } from './terminal.ts';

export interface SeedContext {
  config: Config;
  database: Pick<OpenDatabase, 'db' | 'pool'>;
  terminal: Terminal;
  signal: AbortSignal;
  /** Multiplier of the volumes; tests use a small one. */
  scale?: number;
}

const span = { from: '2019-04', to: '2023-11' };
/** Held while the demonstration is loaded, so that a second start waits for the first. */
const seedLock = 7_204_301;

/**
 * Loads the demonstration into an empty database, or goes on with one that was cut short: the files are
 * generated and go through the import, then each release is published. What is there already is left alone.
 * @throws what the import or publishing throws; nothing half-done stays
 */
export async function seedDemo(context: SeedContext): Promise<void> {
  const { config, database, terminal } = context;
  if (config.FORCE !== forceCode) {
    terminal.say(
      `The demonstration is of force ${forceCode}, and FORCE is ${config.FORCE}: nothing was loaded.`,
    );
    return;
  }
  const client = await database.pool.connect();
  try {
    await takeTurn(client, terminal);
    const state = await readState(client, config.FORCE);
    if (state.hasRealRows) return;
    const folder = path.join(config.DATA_DIR, 'demo');
    const isCutShort = state.batches > 0 && existsSync(path.join(folder, 'manifest.json'));
    if (state.batches > 0 && !isCutShort) return;
    const manifest = await readOrGenerate(folder, context);
    await loadReleases(context, folder, manifest, state.published);
  } finally {
    // Ending the session gives the lock back, whatever state it is in.
    client.release(true);
  }
}

async function takeTurn(client: pg.PoolClient, terminal: Terminal): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    seedLock,
  ]);
  if (rows[0]?.taken) return;
  terminal.say('Another start is loading the demonstration into this database: waiting for it');
  await client.query('select pg_advisory_lock($1)', [seedLock]);
}

interface State {
  batches: number;
  hasRealRows: boolean;
  published: number;
}

async function readState(client: pg.PoolClient, force: string): Promise<State> {
  const { rows } = await client.query<State>(
    `select (select count(*)::int from batch) as batches,
      exists (select from batch where not synthetic) as "hasRealRows",
      (select coalesce(max(number), 0) from release where force_code = $1) as published`,
    [force],
  );
  const [state] = rows;
  if (state === undefined) throw new Error('The database gave no answer about its batches.');
  return state;
}

async function readOrGenerate(
  folder: string,
  { terminal, signal, scale = 1 }: SeedContext,
): Promise<Manifest> {
  const file = path.join(folder, 'manifest.json');
  // The manifest is written last, so a folder without one was cut short.
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Manifest;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const notify = ({ month, done, total }: { month: string; done: number; total: number }): void => {
    signal.throwIfAborted();
    terminal.progress(`Writing the demonstration files: ${month} (${percent(done, total)})`);
  };
  const manifest = await generateDemo({ ...span, scale, seed: usualSeed, out: folder, notify });
  terminal.say(`Demonstration files written to ${folder} (synthetic)`);
  return manifest;
}

async function loadReleases(context: SeedContext, folder: string, manifest: Manifest, published: number) {
  const remaining = manifest.releases.filter(({ number }) => number > published);
  if (remaining.length === 0) return;
  if (published > 0) context.terminal.say(`Going on with the demonstration after release ${published}`);
  const load = openLoader(context, folder);
  for (const { feed, path: file } of manifest.reference) await load({ feed, path: file });
  for (const release of remaining) {
    const started = performance.now();
    for (const file of release.files) await load(file, release.number);
    context.signal.throwIfAborted();
    const { cells } = await publishRelease({
      db: context.database.db,
      force: context.config.FORCE,
      shownPublishedOn: release.publishedOn,
      notify: (line) => context.terminal.progress(line),
    });
    context.terminal.say(
      `Release ${release.number} of ${manifest.releases.length} published: data to ${release.dataTo}, ${cells} cells (${secondsSince(started)} s)`,
    );
  }
}

interface SeedFile {
  feed: string;
  path: string;
  covers?: string;
}

/** Imports one file of the demonstration; one that was applied before changes nothing. */
function openLoader({ config, database, terminal, signal }: SeedContext, folder: string) {
  const hmacKey = readHmacKey(config);
  return async ({ feed, path: file, covers }: SeedFile, release = 0): Promise<void> => {
    signal.throwIfAborted();
    const name = release === 0 ? feed : `${feed} of release ${release}`;
    const onProgress = ({ bytesRead, sizeBytes }: { bytesRead: number; sizeBytes: number }): void =>
      terminal.progress(`Importing ${name}: ${percent(bytesRead, sizeBytes)}`);
    const report = await importFile(
      { pool: database.pool, force: config.FORCE, hmacKey, onProgress },
      { feed, path: path.join(folder, file), covers, synthetic: true },
    );
    if (report.status === 'applied' || report.status === 'unchanged') return;
    throw new Error(`The demonstration file ${file} was not taken (${report.status}): ${report.message}`);
  };
}

function percent(done: number, total: number): string {
  return total === 0 ? '100%' : `${Math.floor((100 * done) / total)}%`;
}
