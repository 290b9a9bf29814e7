import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Config } from '../config.ts';
import { openEmbedded } from './embedded/open.ts';
import { DatabaseUnavailable } from './errors.ts';
import type { Database } from './tables.ts';
import { typeParsers } from './type-parsers.ts';

export interface OpenDatabase {
  db: Kysely<Database>;
  pool: pg.Pool;
  /** Holds the password: never print it. */
  databaseUrl: string;
  /** Such as "18.4". */
  version: string;
  /** Ends the pool; the built-in server, when nobody else uses it, has stopped when this resolves. */
  close(): Promise<void>;
}

export interface ServerFacts {
  /** Such as "18.4". */
  version: string;
  /** Such as 180004. */
  number: number;
  encoding: string;
}

const oldestMajor = 15;

/**
 * Opens the database of the settings: the server of DATABASE_URL, else the built-in one in DATA_DIR.
 * @param notify one line for people at each step, and when a waiting connection is lost
 * @param reopens for a program that stays up: a built-in server that is lost is opened again under the same pool
 * @throws {DatabaseUnavailable} saying what to do
 */
export async function openDatabase(
  config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>,
  notify: (line: string) => void,
  { reopens = false }: { reopens?: boolean } = {},
): Promise<OpenDatabase> {
  if (config.DATABASE_URL !== undefined) return connectTo(config.DATABASE_URL, notify);
  let pool: pg.Pool | undefined;
  // The pool reads its address anew for each connection it makes.
  const onMoved = (databaseUrl: string): void => {
    if (pool) pool.options.connectionString = databaseUrl;
  };
  const embedded = await openEmbedded(config.DATA_DIR, notify, reopens ? { onMoved } : {});
  try {
    const connected = await connectTo(embedded.databaseUrl, notify);
    pool = connected.pool;
    const close = async (): Promise<void> => {
      await connected.close();
      await embedded.close();
    };
    return { ...connected, close };
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** Connects to a running server, and checks that it can be used. */
export async function connectTo(databaseUrl: string, notify: (line: string) => void): Promise<OpenDatabase> {
  const pool = createPool(databaseUrl, notify);
  try {
    const version = await checkServer(pool, databaseUrl);
    const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
    const close = async (): Promise<void> => {
      await db.destroy();
      // Kysely leaves alone a pool it has not used.
      if (!pool.ended) await pool.end();
    };
    return { db, pool, databaseUrl, version, close };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function createPool(databaseUrl: string, notify: (line: string) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'vawg-performance',
    connectionTimeoutMillis: 10_000,
    types: typeParsers,
    // Whatever the server's own settings, dates are read and written alike.
    options: '-c TimeZone=UTC -c DateStyle=ISO',
  });
  // Without a listener a stopped server would end this process. A pool that is being closed loses its connections
  // anyway: the built-in server may stop before the last of them has said goodbye.
  pool.on('error', (error) => {
    if (!pool.ending) notify(`Lost a connection to the database: ${error.message}`);
  });
  // The pool listens only while a connection waits in it. One that is lost in use, between two queries,
  // fails its next query; its own event must not end this process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function checkServer(pool: pg.Pool, databaseUrl: string): Promise<string> {
  const { rows } = await pool
    .query<ServerFacts>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        current_setting('server_encoding') as encoding`,
    )
    .catch((cause) => {
      throw new DatabaseUnavailable(explain(databaseUrl, cause), { cause });
    });
  const [server] = rows;
  const fault = server && findFault(server);
  if (fault) throw new DatabaseUnavailable(fault);
  return server?.version ?? '';
}

/** Why a server cannot be used, or undefined when it can. */
export function findFault({ version, number, encoding }: ServerFacts): string | undefined {
  if (number < oldestMajor * 10_000) {
    return `The server of DATABASE_URL is PostgreSQL ${version}; ${oldestMajor} or newer is needed.`;
  }
  if (encoding !== 'UTF8') {
    return `The database of DATABASE_URL is encoded in ${encoding}; make one with: create database … encoding 'UTF8'.`;
  }
  return undefined;
}

function explain(databaseUrl: string, cause: unknown): string {
  const { host, pathname } = new URL(databaseUrl);
  const { message, code } = cause as { message: string; code?: string };
  const why = message || code;
  return `The database ${pathname.slice(1)} at ${host} cannot be reached (${why}). Check DATABASE_URL and that the server runs.`;
}
