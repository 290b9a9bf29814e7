import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { connectTo } from '../../server/src/db/client.ts';
import { migrateToLatest } from '../../server/src/db/migrate.ts';
import type { Database } from '../../server/src/db/tables.ts';
import { addressOf } from '../support/database.ts';

export interface BenchDatabase {
  url: string;
  db: Kysely<Database>;
  pool: pg.Pool;
  drop(): Promise<void>;
}

/** An empty database with the newest schema. */
export async function createBenchDatabase(serverUrl: string): Promise<BenchDatabase> {
  const name = `bench_${randomUUID().slice(0, 8)}`;
  await runOnServer(serverUrl, `create database ${name}`);
  const url = addressOf(serverUrl, name);
  const { db, pool, close } = await connectTo(url, () => undefined);
  await migrateToLatest(db);
  const drop = async (): Promise<void> => {
    await close();
    await runOnServer(serverUrl, `drop database ${name} with (force)`);
  };
  return { url, db, pool, drop };
}

async function runOnServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
