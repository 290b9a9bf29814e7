import type pg from 'pg';
import { RELEASE_CHANNEL } from './publish.ts';

const RETRY_MILLISECONDS = 2000;

/**
 * Calls `refresh` when a release is announced, and whenever it begins to listen, since an announcement may
 * have been missed before. Keeps trying while Postgres is away. Returns a function that stops it.
 */
export function listenForReleases(
  pool: pg.Pool,
  refresh: () => Promise<void>,
  notify: (line: string) => void,
): () => Promise<void> {
  let stopped = false;
  let client: pg.PoolClient | null = null;
  let timer: NodeJS.Timeout | null = null;
  let connecting: Promise<void> = Promise.resolve();

  const lost = () => {
    if (client && !stopped) notify('The connection to the database is lost; figures come from memory.');
    client?.release(true);
    client = null;
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = null;
      connecting = connect(true);
    }, RETRY_MILLISECONDS);
    timer.unref();
  };

  const connect = async (again: boolean) => {
    try {
      const fresh = await pool.connect();
      if (stopped) return fresh.release();
      client = fresh;
      fresh.on('error', lost);
      fresh.on('end', lost);
      fresh.on('notification', () => void refresh());
      await fresh.query(`listen ${RELEASE_CHANNEL}`);
      if (again) notify('The database is back.');
      await refresh();
    } catch {
      lost();
    }
  };

  connecting = connect(false);
  return async () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    await connecting;
    client?.release(true);
    client = null;
  };
}
