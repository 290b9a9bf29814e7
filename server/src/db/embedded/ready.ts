import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseUnavailable } from '../errors.ts';
import { databaseUser } from './paths.ts';
import type { RunningPostgres } from './postgres.ts';

/** SQLSTATE while the server starts up, recovers or shuts down. */
const cannotConnectNow = '57P03';

/**
 * Waits until the server answers, through crash recovery if it must.
 * @returns its version, such as "18.4"
 * @throws {DatabaseUnavailable} when it ends instead
 */
export async function whenReady(running: RunningPostgres, port: number, password: string): Promise<string> {
  let hasEnded = false;
  void running.ended.then(() => {
    hasEnded = true;
  });
  let last: unknown;
  while (!hasEnded) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: databaseUser,
      password,
      database: 'postgres',
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return rows[0]?.server_version ?? '';
    } catch (error) {
      if (!isStarting(error)) throw error;
      last = error;
      await wait(20);
    } finally {
      await client.end();
    }
  }
  throw new DatabaseUnavailable('PostgreSQL ended while it was starting.', { cause: last });
}

function isStarting(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === cannotConnectNow;
}

/** A port that is free now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
