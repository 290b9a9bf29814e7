import path from 'node:path';
import type pg from 'pg';
import { generateDemo, usualSeed } from '../../seeds/demo/generate.ts';
import { importFile } from '../../server/src/ingest/import-file.ts';
import { publishRelease } from '../../server/src/releases/publish.ts';
import type { BenchDatabase } from './bench-database.ts';
import { copyFile, headerOf } from './copy-file.ts';
import { force, note } from './report.ts';

/** Months of the first release; the later ones are not loaded. */
export const covered = { from: '2018-11', to: '2023-10' };
const span = { from: '2018-11', to: '2024-11' };
const incidentsAtScaleOne = 485_000;

interface Fact {
  feed: string;
  table: string;
  cube: string;
  /** SQL of a row's month. */
  month: string;
}

const facts: readonly Fact[] = [
  {
    feed: 'incidents',
    table: 'fact_incident',
    cube: 'incident',
    month: "to_char(received_at::timestamptz at time zone 'Europe/London', 'YYYY-MM')",
  },
  { feed: 'crimes', table: 'fact_crime', cube: 'crime', month: 'left(recorded_on, 7)' },
  { feed: 'surveys', table: 'fact_survey_answer', cube: 'survey_answer', month: 'incident_month' },
  { feed: 'orders', table: 'fact_order_event', cube: 'order_event', month: 'left(event_on, 7)' },
  { feed: 'referrals', table: 'fact_referral_event', cube: 'referral_event', month: 'left(event_on, 7)' },
];

/** Writes a demonstration whose first release holds about so many incidents. */
export async function writeDemo(out: string, incidents: number): Promise<void> {
  await generateDemo({ ...span, scale: incidents / incidentsAtScaleOne, seed: usualSeed, out });
}

/**
 * Fills the facts of an empty database from a demonstration's first release by COPY and SQL, without the
 * checks of an import, and publishes it. @returns the number of incidents
 */
export async function loadFacts({ db, pool }: BenchDatabase, folder: string): Promise<number> {
  for (const feed of ['areas', 'outcome-types', 'grades', 'targets', 'annotations']) {
    const file = path.join(folder, 'reference', `${feed}.csv`);
    await importFile({ pool, force, hmacKey: Buffer.alloc(32) }, { feed, path: file, synthetic: true });
  }
  const counts = new Map<string, number>();
  for (const fact of facts) {
    const file = path.join(folder, 'release-01', `${fact.feed}.csv`);
    counts.set(fact.feed, await loadFact(pool, fact, file));
  }
  note(`Loaded ${[...counts].map(([feed, rows]) => `${rows} ${feed}`).join(', ')}; building cells`);
  await publishRelease({ db, force });
  return counts.get('incidents') ?? 0;
}

async function loadFact(pool: pg.Pool, fact: Fact, file: string): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const columns = (await headerOf(file)).split(',');
    await client.query(`create temp table raw (${columns.map((name) => `${name} text`).join(', ')})`);
    await copyFile(client, 'raw', file);
    const rows = await insertFacts(client, fact, columns);
    await client.query('drop table raw');
    await client.query('commit');
    return rows;
  } finally {
    client.release();
  }
}

async function insertFacts(client: pg.PoolClient, fact: Fact, columns: string[]): Promise<number> {
  const batch = await client.query<{ batch_id: number }>(
    `insert into batch (kind, feed, file_name, sha256, synthetic, row_count, accepted, updated, unchanged, retired,
       refused, warnings, report)
     select 'import', $1, $1, $1, true, n, n, 0, 0, 0, 0, 0, '{}' from (select count(*) as n from raw) counted
     returning batch_id`,
    [fact.feed],
  );
  const [{ batch_id: batchId }] = batch.rows;
  const { rows: types } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0`,
    [fact.table],
  );
  const stored = types.filter(({ name }) => columns.includes(name));
  const { rowCount } = await client.query(
    `insert into ${fact.table} (${stored.map(({ name }) => name).join(', ')}, month, from_batch)
     select ${stored.map(({ name, type }) => `${name}::${type}`).join(', ')}, ${fact.month}, ${batchId} from raw`,
  );
  await client.query(
    `insert into batch_touch select distinct $1::int, $2, area_code, month from ${fact.table}`,
    [batchId, fact.cube],
  );
  await client.query(
    `insert into coverage (feed, from_month, to_month, held_to, from_batch)
     values ($1, $2, $3, ($3 || '-01')::date + interval '1 month - 1 day', $4)`,
    [fact.feed, covered.from, covered.to, batchId],
  );
  return rowCount ?? 0;
}
