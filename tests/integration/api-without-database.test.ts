import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/src/app.ts';
import { connectTo, type OpenDatabase } from '../../server/src/db/client.ts';
import { migrateToLatest } from '../../server/src/db/migrate.ts';
import { openReleaseStore, type ReleaseStore } from '../../server/src/releases/store.ts';
import { force } from '../support/api.ts';
import { createDemoFiles, type DemoFiles } from '../support/demo-database.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;
let database: OpenDatabase;
let demo: DemoFiles;
let store: ReleaseStore;
beforeAll(async () => {
  server = await startTestServer();
  database = await connectTo(server.url, () => undefined);
  await migrateToLatest(database.db);
  demo = await createDemoFiles(database);
  await demo.publishTo(14);
  store = await openReleaseStore({ ...database, force, notify: () => undefined });
});
afterAll(async () => {
  await store.close();
  await database.close();
  await demo.remove();
  await server.stop();
});

describe('the API when PostgreSQL has stopped', () => {
  test('goes on answering, questions it was never asked before included', async () => {
    const app = await buildApp({
      config: { FORCE: force },
      store,
      clientDir: '/nowhere',
      checkReplies: true,
    });
    const kept = await app.inject('/api/v1/releases/1/board/2023-11');

    await server.stop();
    await expect(database.pool.query('select 1')).rejects.toThrow();

    const again = await app.inject('/api/v1/releases/1/board/2023-11');
    expect(again.body).toBe(kept.body);
    const fresh = await app.inject('/api/v1/releases/1/series?metric=response.time&by=area&statistic=p90');
    expect(fresh.statusCode).toBe(200);
    expect(fresh.json().series.length).toBeGreaterThan(5);
    const measure = await app.inject('/api/v1/releases/1/measures/satisfaction.overall');
    expect(measure.statusCode).toBe(200);
    expect((await app.inject('/api/v1/releases/latest')).headers.location).toBe('/api/v1/releases/1');
    expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ready', release: 1 });
    await app.close();
  });
});
