import type pg from 'pg';
import { FileRefused, UsageError } from './problems.ts';

/**
 * Lends a connection to some work. It goes back to the pool only when the work ended as foreseen: after any other
 * error it may be lost, and is closed.
 */
export async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A lost connection rejects the query under way; without a listener it would end the process as well.
  client.on('error', ignore);
  let isSound = false;
  try {
    const result = await work(client);
    isSound = true;
    return result;
  } catch (error) {
    isSound = error instanceof FileRefused || error instanceof UsageError;
    throw error;
  } finally {
    if (isSound) client.off('error', ignore);
    client.release(!isSound);
  }
}

function ignore(): void {}
