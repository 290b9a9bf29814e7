import { type Kysely, sql } from 'kysely';
import type { PoolClient } from 'pg';
import type { Database } from '../db/tables.ts';

/** Notes, committed at once, that an import begins on this connection. @returns its number */
export async function beginAttempt(client: PoolClient, feed: string, fileName: string): Promise<number> {
  const { rows } = await client.query<{ attempt_id: number }>(
    `insert into import_attempt (feed, file_name, backend_pid, backend_started_at)
     select $1, $2, pid, backend_start from pg_stat_activity where pid = pg_backend_pid() returning attempt_id`,
    [feed, fileName],
  );
  return rows[0].attempt_id;
}

/** Notes how an import ended; within its transaction where rows were kept, so that both are true or neither. */
export async function finishAttempt(client: PoolClient, attemptId: number, status: string): Promise<void> {
  await client.query('update import_attempt set finished_at = now(), status = $2 where attempt_id = $1', [
    attemptId,
    status,
  ]);
}

/**
 * Closes the imports that were cut short, by a kill or a power cut.
 * @returns one sentence for each, in order
 */
export async function reportCutShort(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ feed: string; file_name: string; started: string }>`
    update import_attempt a set finished_at = now(), status = 'cut-short'
    where finished_at is null and not exists (
      select 1 from pg_stat_activity s where s.pid = a.backend_pid and s.backend_start = a.backend_started_at)
    returning feed, file_name, to_char(started_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as started
  `.execute(db);
  return rows.map(
    ({ feed, file_name, started }) =>
      `The import of ${file_name} (${feed}), begun ${started}, was cut short: nothing of it was kept; import the same file again.`,
  );
}
