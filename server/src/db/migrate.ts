import { type Kysely, Migrator } from 'kysely';
import { migrations } from '../../../migrations/index.ts';

/**
 * Brings the schema up to date. Several programs may do so at once: the others wait for the first.
 * @returns the names of the migrations that were applied now
 * @throws when one fails; it is rolled back, and so are those after it
 */
export async function migrateToLatest<T>(db: Kysely<T>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  const failed = results.find(({ status }) => status === 'Error');
  if (error)
    throw new Error(
      `The database could not be brought up to date (${failed?.migrationName ?? 'at the start'}).`,
      { cause: error },
    );
  return results.map(({ migrationName }) => migrationName);
}
