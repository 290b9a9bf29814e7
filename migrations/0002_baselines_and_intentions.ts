import { type Kysely, sql } from 'kysely';

/**
 * Annotations also say from which span limits are worked out (`baseline`, to `until`) and which way the force has
 * said it means a measure to move (`intention`, with a `direction`); any of them may hold for some members only.
 */
const statements = [
  'alter table annotation drop constraint annotation_kind_check',
  `alter table annotation add constraint annotation_kind_check
     check (kind in ('event', 'rebase', 'break', 'baseline', 'intention'))`,
  `alter table annotation add column filter text collate "C" not null default ''`,
  `alter table annotation add column until date check ((until is not null) = (kind = 'baseline'))`,
  `alter table annotation add column direction text
     check ((direction is not null) = (kind = 'intention') and direction in ('increase', 'decrease'))`,
  'alter table annotation drop constraint annotation_pkey',
  'alter table annotation add primary key (kind, on_date, metric, filter, area_code, text, from_batch)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
