import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/tables.ts';
import { RELEASE_CHANNEL } from './publish.ts';
import { ReleaseRefused } from './release-refused.ts';

/**
 * Withdraws a release: it stays readable, with a warning, and the newest that is left is the live one. Nothing of what
 * it holds changes, nor any hash. Servers are told.
 * @throws {ReleaseRefused} when there is no such release, it is withdrawn already, or it is the only one left
 */
export async function withdrawRelease(db: Kysely<Database>, force: string, number: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const releases = await trx
      .selectFrom('release')
      .select(['number', 'status'])
      .where('force_code', '=', force)
      .where('number', 'is not', null)
      .orderBy('number', 'desc')
      .forUpdate()
      .execute();
    const asked = releases.find((release) => release.number === number);
    if (!asked)
      throw new ReleaseRefused(
        'unknown-release',
        `There is no release ${number}. See: npm run release -- list`,
      );
    if (asked.status === 'withdrawn')
      throw new ReleaseRefused('withdrawn-already', `Release ${number} is withdrawn already.`);
    const live = releases.find((release) => release.status !== 'withdrawn' && release.number !== number);
    if (!live?.number)
      throw new ReleaseRefused(
        'only-release',
        `Release ${number} is the only one left: publish the one that is to replace it first.`,
      );
    const setStatus = (of: number, status: 'withdrawn' | 'published') =>
      trx
        .updateTable('release')
        .set({ status })
        .where('force_code', '=', force)
        .where('number', '=', of)
        .execute();
    await setStatus(number, 'withdrawn');
    await setStatus(live.number, 'published');
    await sql`select pg_notify(${RELEASE_CHANNEL}, ${String(number)})`.execute(trx);
    return live.number;
  });
}
