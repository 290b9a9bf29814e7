import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { connectTo } from '../../server/src/db/client.ts';
import type { Database } from '../../server/src/db/tables.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: { url: string; template: string };
  }
}

export interface TestDatabase {
  url: string;
  db: Kysely<Database>;
  pool: pg.Pool;
  /** Closes the connections and removes the database, whoever else still uses it. */
  drop(): Promise<void>;
}

/** A fresh database with the newest schema and no rows, for one test file: call it in `beforeAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url: serverUrl, template } = inject('testServer');
  const name = `${template}_${randomUUID().slice(0, 8)}`;
  await runOnServer(serverUrl, `create database ${name} template ${template}`);
  const url = addressOf(serverUrl, name);
  const { db, pool, close } = await connectTo(url, () => undefined);
  const drop = async (): Promise<void> => {
    await close();
    await runOnServer(serverUrl, `drop database ${name} with (force)`);
  };
  return { url, db, pool, drop };
}

/** The address of another database on the same server. */
export function addressOf(serverUrl: string, database: string): string {
  const address = new URL(serverUrl);
  address.pathname = `/${database}`;
  return address.href;
}

async function runOnServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
