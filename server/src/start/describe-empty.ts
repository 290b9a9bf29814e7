import type { Kysely } from 'kysely';
import type { Database } from '../db/tables.ts';
import { commandsToLoad } from '../routes/find-release.ts';

/** What to tell a person whose database holds no release: what is missing, and the commands that load it. */
export async function describeEmpty(db: Kysely<Database>, force: string): Promise<string[]> {
  const area = await db
    .selectFrom('area')
    .select('area_code')
    .where('force_code', '=', force)
    // The force's own row is only its name.
    .where('area_code', '!=', force)
    .where('to_batch', 'is', null)
    .limit(1)
    .executeTakeFirst();
  const missing =
    area === undefined
      ? `Force ${force} has no areas and no release yet. Load them, in this order (the server may stay up):`
      : `Force ${force} has areas but no release yet. Load files and publish (the server may stay up):`;
  const commands =
    area === undefined ? commandsToLoad : commandsToLoad.filter((line) => !line.includes('areas'));
  return [missing, ...commands.map((line) => `  ${line}`)];
}
