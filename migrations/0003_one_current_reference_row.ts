import { type Kysely, sql } from 'kysely';

/** One current version of each reference row, as of each fact; an import tells by it which keys are known. */
const statements = [
  'create unique index area_current on area (area_set, area_code) where to_batch is null',
  'create unique index grade_current on grade (force_code, grade, valid_from) where to_batch is null',
  'create unique index outcome_type_current on outcome_type (code) where to_batch is null',
  'create unique index target_current on target (metric, statistic, filter, area_code, role, valid_from) where to_batch is null',
  'create unique index annotation_current on annotation (kind, on_date, metric, filter, area_code, text) where to_batch is null',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
