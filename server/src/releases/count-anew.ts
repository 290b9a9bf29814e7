import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/tables.ts';

/**
 * Lets the planner count the fact tables that have grown by a fifth since it last did. Cells are often built
 * right after a bulk import, before autovacuum has looked; without counts that takes minutes longer. Pages
 * tell, since the statistics of a session that has just imported may not be out yet.
 */
export async function countAnew(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and starts_with(relname, 'fact_')
      and pg_relation_size(oid) > 1.2 * relpages * current_setting('block_size')::int`.execute(db);
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(db);
}
