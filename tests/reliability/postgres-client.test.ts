import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connectTo, openDatabase } from '../../server/src/db/client.ts';
import { findFreePort } from '../../server/src/db/embedded/ready.ts';
import { DatabaseUnavailable } from '../../server/src/db/errors.ts';
import { migrateToLatest } from '../../server/src/db/migrate.ts';
import { addressOf, createTestDatabase, type TestDatabase } from '../support/database.ts';
import { query } from '../support/embedded.ts';

const quiet = (): void => undefined;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the database client', () => {
  test('reads counts as numbers, dates as text and instants as instants, whatever the server prefers', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await query(database.url, `alter database ${name} set timezone = 'America/New_York'`);
    await query(database.url, `alter database ${name} set datestyle = 'German'`);
    const { pool, close } = await connectTo(database.url, quiet);

    const { rows } = await pool.query(
      `select count(*) as n, sum(i) as total, date '2023-03-26' as day, array[date '2023-10-29', null] as days,
         timestamptz '2023-03-26 01:30:00Z' as instant, timestamp '2023-03-26 01:30' as wall_clock
       from generate_series(1::bigint, 3) as i`,
    );

    expect(rows).toEqual([
      {
        n: 3,
        total: 6,
        day: '2023-03-26',
        days: ['2023-10-29', null],
        instant: new Date('2023-03-26T01:30:00Z'),
        wall_clock: '2023-03-26 01:30:00',
      },
    ]);
    await close();
  });

  test('refuses to round a number that is too large', async () => {
    await expect(database.pool.query('select 9007199254740993 as n')).rejects.toThrow(
      /too large to be read exactly/,
    );
    expect((await database.pool.query('select 1::bigint as n')).rows).toEqual([{ n: 1 }]);
  });

  test('says which server cannot be reached, without its password', async () => {
    const port = await findFreePort();
    const opening = openDatabase(
      { DATABASE_URL: `postgres://me:hidden@127.0.0.1:${port}/vawg`, DATA_DIR: '' },
      quiet,
    );

    const error = await opening.catch((cause: unknown) => cause);

    expect(error).toBeInstanceOf(DatabaseUnavailable);
    expect(String(error)).toContain(`vawg at 127.0.0.1:${port} cannot be reached`);
    expect(String(error)).not.toContain('hidden');
  });

  test('outlives connections that the server ends', async () => {
    const notices: string[] = [];
    const { pool, close } = await connectTo(database.url, (line) => notices.push(line));
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');

    await query(database.url, `select pg_terminate_backend(${rows[0]?.pid})`);

    await expect.poll(() => notices).toEqual([expect.stringMatching(/^Lost a connection/)]);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await close();
  });

  test('says nothing of a connection that the server ends once the pool is closed', async () => {
    const notices: string[] = [];
    const { pool, close } = await connectTo(database.url, (line) => notices.push(line));
    // Where a client hears of the server's end first, the pool reports it just so.
    const ended = new Error('terminating connection due to administrator command');
    const report = () => pool.emit('error', ended, new pg.Client());

    report();
    expect(notices).toEqual([expect.stringMatching(/^Lost a connection/)]);
    await close();
    report();
    expect(notices).toHaveLength(1);
  });
});

describe('migrations', () => {
  test('are applied once when several programs start together', async () => {
    const { url: serverUrl, template } = inject('testServer');
    const name = `${template}_migrating`;
    await query(serverUrl, `create database ${name} template template0`);
    const url = addressOf(serverUrl, name);
    const programs = await Promise.all(Array.from({ length: 4 }, () => connectTo(url, quiet)));

    const applied = await Promise.all(programs.map(({ db }) => migrateToLatest(db)));

    const names = (await query<{ name: string }>(url, 'select name from kysely_migration')).map(
      (row) => row.name,
    );
    expect(applied.flat().sort()).toEqual(names.sort());
    expect(names.length).toBeGreaterThan(0);
    await Promise.all(programs.map(({ close }) => close()));
  });
});
