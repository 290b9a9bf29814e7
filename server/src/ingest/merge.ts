import type { PoolClient } from 'pg';
import type { Feed } from './definition.ts';
import { stagingTable } from './staging.ts';

export interface MergeCounts {
  /** Keys that were not there. */
  accepted: number;
  /** Keys whose content changed. */
  updated: number;
  /** Keys that are as they were. */
  unchanged: number;
  /** Keys ended because the file is the whole truth of a period and does not have them. */
  retired: number;
}

/** The part of a feed for which a file is the whole truth. */
export interface ReplaceScope {
  /** Months, or of returns the name of the period. */
  months: readonly string[];
  period: string;
  /** Null: every area. */
  areas: readonly string[] | null;
}

/**
 * Refuses rows whose key comes twice with different content, and drops identical repeats.
 * @returns the number of repeats dropped
 */
export async function settleRepeats(tx: PoolClient, feed: Feed, stored: readonly string[]): Promise<number> {
  const table = stagingTable(feed);
  const key = feed.key.join(', ');
  const repeated = `select ${key} from ${table} where problems is null group by ${key} having count(*) > 1`;
  const { rowCount } = await tx.query(`create temp table repeated on commit drop as ${repeated}`);
  if (!rowCount) {
    await tx.query('drop table repeated');
    return 0;
  }
  const onKey = feed.key.map((column) => `s.${column} = r.${column}`).join(' and ');
  // The place of a row in its file is not content: a repeat further down is still a repeat.
  const content = stored.filter((column) => column !== 'position').map((column) => `s.${column}`);
  await tx.query(
    `with clash as (
       select ${feed.key.map((column) => `r.${column}`).join(', ')}, array_agg(s.line order by s.line) as lines
       from ${table} s join repeated r on ${onKey} where s.problems is null
       group by ${feed.key.map((column) => `r.${column}`).join(', ')}
       having count(distinct row(${content.join(', ')})) > 1
     )
     update ${table} s set problems = jsonb_build_array(jsonb_build_object(
       'line', s.line, 'column', $1::text, 'code', 'duplicate-key', 'message',
       format('The same %s is on lines %s with different content: none of them is taken.', $2::text,
         array_to_string(r.lines[1:5], ', ') || case when cardinality(r.lines) > 5 then ' and more' else '' end)))
     from clash r where ${onKey} and s.problems is null`,
    [feed.key[0], feed.key.join(' + ')],
  );
  const dropped = await tx.query(
    `delete from ${table} s using (
       select s.ctid as place, row_number() over (partition by ${feed.key.map((column) => `s.${column}`).join(', ')} order by s.line) as copy
       from ${table} s join repeated r on ${onKey} where s.problems is null
     ) d where s.ctid = d.place and d.copy > 1`,
  );
  await tx.query('drop table repeated');
  return dropped.rowCount ?? 0;
}

/** Leaves out rows older than what is current, or than another row of the file. @returns their lines */
export async function leaveOutOlder(tx: PoolClient, feed: Feed): Promise<number[]> {
  if (feed.latestBy === undefined) return [];
  const table = stagingTable(feed);
  const by = feed.latestBy;
  const same = (other: string): string =>
    feed.key.map((column) => `s.${column} = ${other}.${column}`).join(' and ');
  const { rows } = await tx.query<{ line: number }>(
    `delete from ${table} s where s.problems is null and (
       exists (select 1 from ${feed.table} f where f.to_batch is null and ${same('f')} and f.${by} > s.${by})
       or exists (select 1 from ${table} o where o.problems is null and ${same('o')} and o.${by} > s.${by}))
     returning s.line`,
  );
  return rows.map(({ line }) => line);
}

/** Merges staging into the fact as a batch: new keys in, changed versions ended and followed, the rest left. */
export async function mergeRows(
  tx: PoolClient,
  feed: Feed,
  stored: readonly string[],
  batchId: number,
  scope: ReplaceScope | null,
): Promise<MergeCounts> {
  const table = stagingTable(feed);
  const onKey = feed.key.map((column) => `f.${column} = s.${column}`).join(' and ');
  const content = stored.filter((column) => !feed.key.includes(column));
  const list = (alias: string): string => content.map((column) => `${alias}.${column}`).join(', ');
  const changed = await tx.query(
    `update ${feed.table} f set to_batch = $1 from ${table} s
     where f.to_batch is null and s.problems is null and ${onKey} and row(${list('f')}) is distinct from row(${list('s')})`,
    [batchId],
  );
  const retired = scope === null ? 0 : await retireAbsent(tx, feed, batchId, scope);
  const known = await tx.query<{ unchanged: number }>(
    `select count(*)::int as unchanged from ${table} s join ${feed.table} f on ${onKey}
     where s.problems is null and f.to_batch is null`,
  );
  const { unchanged } = known.rows[0];
  // An anti-join against the table that grows meanwhile can be planned as a scan of it for every row.
  const skipKnown =
    unchanged === 0 ? '' : `on conflict (${feed.key.join(', ')}) where to_batch is null do nothing`;
  const added = await tx.query(
    `insert into ${feed.table} (${stored.join(', ')}, from_batch)
     select ${stored.map((column) => `s.${column}`).join(', ')}, $1::int from ${table} s
     where s.problems is null ${skipKnown}`,
    [batchId],
  );
  const updated = changed.rowCount ?? 0;
  return { accepted: (added.rowCount ?? 0) - updated, updated, unchanged, retired };
}

/** Ends rows of the scope whose key the file does not have. A refused row still has its key. */
async function retireAbsent(
  tx: PoolClient,
  feed: Feed,
  batchId: number,
  scope: ReplaceScope,
): Promise<number> {
  const inFile = (columns: readonly string[]): string =>
    `exists (select 1 from ${stagingTable(feed)} s where ${columns.map((name) => `f.${name} = s.${name}`).join(' and ')})`;
  const isSpokenOf = feed.replacesWithin ? `and ${inFile(feed.replacesWithin)}` : '';
  const { rowCount } = await tx.query(
    `update ${feed.table} f set to_batch = $1
     where f.to_batch is null and ${feed.coversRows ? 'f.period = $2' : 'f.month = any($2)'}
       and ($3::text[] is null or f.area_code = any($3)) ${isSpokenOf} and not ${inFile(feed.key)}`,
    [batchId, feed.coversRows ? scope.period : scope.months, scope.areas],
  );
  return rowCount ?? 0;
}

/** Notes the cells in which the old or the new version of a row of the batch lies. @returns their number */
export async function recordTouches(tx: PoolClient, feed: Feed, batchId: number): Promise<number> {
  if (feed.cube === null) return 0;
  const ofBatch = 'from_batch = $1 or to_batch = $1';
  // A wait is placed where it began and ended by a later event, so a series is touched as a whole.
  const rows =
    feed.series === undefined
      ? `select area_code, month from ${feed.table} where ${ofBatch}`
      : `select area_code, month from ${feed.table}
         where ${feed.series} in (select ${feed.series} from ${feed.table} where ${ofBatch})
           and (to_batch is null or to_batch >= $1)`;
  const { rowCount } = await tx.query(
    `insert into batch_touch (batch_id, cube, area_code, month)
     select $1::int, $2::text, area_code, month from (${rows}) touched group by area_code, month`,
    [batchId, feed.cube],
  );
  return rowCount ?? 0;
}
