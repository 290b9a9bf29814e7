import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../server/src/app.ts';
import { openReleaseStore, type ReleaseStore } from '../../server/src/releases/store.ts';
import { createTestDatabase } from './database.ts';
import { createDemoFiles, type DemoFiles } from './demo-database.ts';

export const force = 'E23000016';

export interface TestApi {
  app: FastifyInstance;
  store: ReleaseStore;
  demo: DemoFiles;
  close(): Promise<void>;
}

/**
 * The API over a database of its own, checking each reply against the contract.
 * @param releases the demonstration releases to load, each published as one: [13, 14] gives releases 1 and 2
 */
export async function openTestApi(releases: readonly number[]): Promise<TestApi> {
  const database = await createTestDatabase();
  const demo = await createDemoFiles(database);
  for (const number of releases) await demo.publishTo(number);
  const store = await openReleaseStore({ ...database, force, notify: () => undefined });
  const app = await buildApp({ config: { FORCE: force }, store, clientDir: '/nowhere', checkReplies: true });
  const close = async (): Promise<void> => {
    await app.close();
    await store.close();
    await database.drop();
    await demo.remove();
  };
  return { app, store, demo, close };
}
