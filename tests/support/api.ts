import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { buildApp } from '../../server/src/app.ts';
import type { Database } from '../../server/src/db/tables.ts';
import { openReleaseStore, type ReleaseStore } from '../../server/src/releases/store.ts';
import { createTestDatabase } from './database.ts';
import { createDemoFiles, type DemoFiles, type DemoSize } from './demo-database.ts';

export const force = 'E23000016';

export interface TestApi {
  app: FastifyInstance;
  store: ReleaseStore;
  /** The rows behind the figures. */
  pool: pg.Pool;
  db: Kysely<Database>;
  demo: DemoFiles;
  close(): Promise<void>;
}

/**
 * The API over a database of its own, checking each reply against the contract.
 * @param releases the demonstration releases to load, each published as one: [13, 14] gives releases 1 and 2
 * @param size of the demonstration, where the usual small one will not do
 */
export async function openTestApi(releases: readonly number[], size?: DemoSize): Promise<TestApi> {
  const database = await createTestDatabase();
  const demo = await createDemoFiles(database, size);
  for (const number of releases) await demo.publishTo(number);
  const store = await openReleaseStore({ ...database, force, notify: () => undefined });
  const app = await buildApp({ config: { FORCE: force }, store, clientDir: '/nowhere', checkReplies: true });
  const close = async (): Promise<void> => {
    await app.close();
    await store.close();
    await database.drop();
    await demo.remove();
  };
  return { app, store, pool: database.pool, db: database.db, demo, close };
}
