import { once } from 'node:events';
import type { FastifyBaseLogger } from 'fastify';
import { buildApp } from '../app.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../db/client.ts';
import { migrateToLatest } from '../db/migrate.ts';
import { reportCutShort } from '../ingest/attempts.ts';
import { openReleaseStore, type ReleaseStore } from '../releases/store.ts';
import { buildClient } from './build-client.ts';
import { describeEmpty } from './describe-empty.ts';
import { seedDemo } from './seed-demo.ts';
import { StopRequested } from './stop-signals.ts';
import { secondsSince, type Terminal } from './terminal.ts';
import { warmPages } from './warm-pages.ts';

export interface RunOptions {
  config: Config;
  /** The repository. */
  root: string;
  clientDir: string;
  terminal: Terminal;
  /** Aborted when the server is to stop. */
  signal: AbortSignal;
  logger: FastifyBaseLogger;
  /** Multiplier of the demonstration's volumes; tests use a small one. */
  demoScale?: number;
}

/**
 * Everything `npm start` does, from the settings to the open port, and back when `signal` is aborted. What
 * was opened is closed in reverse, however far it came.
 */
export async function run(options: RunOptions): Promise<void> {
  const closers: (() => Promise<unknown>)[] = [];
  try {
    await serve(options, closers);
    options.terminal.say('Press Ctrl-C to stop.');
    if (!options.signal.aborted) await once(options.signal, 'abort');
    options.terminal.say('Stopping');
  } finally {
    await closeAll(closers, options.terminal);
  }
}

/** Closes in reverse order; one that fails keeps none of the others from closing. */
async function closeAll(closers: (() => Promise<unknown>)[], terminal: Terminal): Promise<void> {
  for (const close of closers.reverse()) {
    await close().catch((error: Error) => terminal.say(`While stopping: ${error.message}`));
  }
}

async function serve(options: RunOptions, closers: (() => Promise<unknown>)[]): Promise<void> {
  const { config, terminal, signal, clientDir, logger } = options;
  const say = terminal.say;
  const building = startBuilding(options, closers);
  const database = await openDatabase(config, say, { reopens: true });
  closers.push(() => database.close());
  const { db, pool } = database;
  say(`PostgreSQL ${database.version} is ready`);
  const migrations = await migrateToLatest(db);
  if (migrations.length > 0) say(`Database brought up to date: ${migrations.join(', ')}`);
  for (const line of await reportCutShort(db)) say(line);
  if (config.SEED === 'demo')
    await seedDemo({ config, database, terminal, signal, scale: options.demoScale });
  await building;
  signal.throwIfAborted();
  const store = await openReleaseStore({ db, pool, force: config.FORCE, notify: say });
  closers.push(() => store.close());
  const app = await buildApp({ config, store, clientDir, logger });
  closers.push(() => app.close());
  const address = await app.listen({ host: config.HOST, port: config.PORT });
  await announce(options, store, () => describeEmpty(db, config.FORCE), address);
  const live = store.live();
  if (live !== null) await warmPages(app, live.number);
}

async function announce(
  { terminal }: RunOptions,
  store: ReleaseStore,
  describe: () => Promise<string[]>,
  address: string,
): Promise<void> {
  const live = store.live();
  if (live === null) for (const line of await describe()) terminal.say(line);
  const { number, dataTo, synthetic } = live?.record ?? {};
  const what = live === null ? '' : `: release ${number}, data to ${dataTo}${synthetic ? ', synthetic' : ''}`;
  terminal.say(`The dashboard is on ${address}${what}`);
}

/** The dashboard is built while the database starts; a build that fails leaves the API to be served. */
function startBuilding(
  { root, terminal, signal }: RunOptions,
  closers: (() => Promise<unknown>)[],
): Promise<void> {
  const giveUp = new AbortController();
  const started = performance.now();
  const building = buildClient(root, AbortSignal.any([signal, giveUp.signal])).then(
    (isNew) => {
      if (isNew) terminal.say(`Dashboard built (${secondsSince(started)} s)`);
    },
    (error: Error) => {
      if (!signal.aborted && !giveUp.signal.aborted) terminal.say(error.message);
    },
  );
  closers.push(() => {
    giveUp.abort(new StopRequested());
    return building;
  });
  return building;
}
