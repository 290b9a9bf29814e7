import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connectTo } from '../../server/src/db/client.ts';
import { migrateToLatest } from '../../server/src/db/migrate.ts';
import { addressOf } from './database.ts';
import { startTestServer, type TestServer } from './postgres.ts';

/**
 * One server for a whole test run, with a migrated template from which each test file clones its own
 * database. `TEST_DATABASE_URL` names a server to use instead of a throw-away one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server: TestServer = given
    ? { url: given, version: 'as given', stop: async () => undefined }
    : await startTestServer();
  const prefix = `vawg_test_${randomUUID().slice(0, 8)}`;
  const tearDown = async (): Promise<void> => {
    await dropDatabases(server.url, prefix);
    await server.stop();
  };
  try {
    await makeTemplate(server.url, prefix);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('testServer', { url: server.url, template: prefix });
  return tearDown;
}

async function makeTemplate(serverUrl: string, name: string): Promise<void> {
  await asAdministrator(serverUrl, async (client) => {
    await client.query(`create database ${name} encoding 'UTF8' template template0`);
  });
  const { db, close } = await connectTo(addressOf(serverUrl, name), () => undefined);
  try {
    await migrateToLatest(db);
  } finally {
    await close();
  }
}

async function dropDatabases(serverUrl: string, prefix: string): Promise<void> {
  await asAdministrator(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where starts_with(datname, $1)`,
      [prefix],
    );
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}

async function asAdministrator(serverUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
