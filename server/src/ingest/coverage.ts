import type { PoolClient } from 'pg';
import { addMonths } from '../stats/time/calendar.ts';
import { londonDate } from '../stats/time/london.ts';
import type { Feed } from './definition.ts';
import { type Covers, lastDay, type NamedPeriod, parsePeriod } from './period.ts';
import { UsageError } from './problems.ts';
import { stagingTable } from './staging.ts';

export interface DeclaredCoverage extends Covers {
  /** Null: every area of the home force. */
  areas: readonly string[] | null;
}

export interface MonthCount {
  month: string;
  rows: number;
}

/** Accepted rows by month, in order; a row of a longer period counts in each of its months. */
export async function countMonths(tx: PoolClient, feed: Feed): Promise<MonthCount[]> {
  const by = feed.coversRows ? 'month, period' : 'month';
  const { rows } = await tx.query<MonthCount & { period?: string }>(
    `select ${by}, count(*)::int as rows from ${stagingTable(feed)} where problems is null group by ${by} order by month`,
  );
  if (!feed.coversRows) return rows;
  const counts = new Map<string, number>();
  for (const { period = '', rows: count } of rows) {
    for (const month of parsePeriod(period)?.months ?? [])
      counts.set(month, (counts.get(month) ?? 0) + count);
  }
  return [...counts]
    .map(([month, count]) => ({ month, rows: count }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/**
 * The months and areas a batch is the truth for: as declared, else from the first to the last month of its rows
 * and of the period it replaces. Null where there is nothing to cover.
 * @param today no month after its own is covered: a mistyped year must not make years of zeros. The month in progress
 *   is held to `latest`, the last anchor date of its rows, where no day is declared: what is to come is not held
 */
export function decideCoverage(
  months: readonly MonthCount[],
  declared: { covers: Covers | null; areas: readonly string[] | null; replaced: NamedPeriod | null },
  { today, latest }: { today: string; latest: string | null },
): DeclaredCoverage | null {
  const { areas, covers } = declared;
  const thisMonth = today.slice(0, 7);
  const reached = latest !== null && latest < today ? latest : today;
  if (covers) return { ...covers, heldTo: covers.heldTo > today ? reached : covers.heldTo, areas };
  const known = [...months.map(({ month }) => month), ...(declared.replaced?.months ?? [])]
    .filter((month) => month <= thisMonth)
    .sort();
  const to = known.at(-1);
  if (to === undefined) return null;
  return { from: known[0], to, heldTo: to === thisMonth ? reached : lastDay(to), areas };
}

/** Last anchor date of the accepted rows of a month; null where there are none, or only their month is known. */
export async function latestDay(tx: PoolClient, feed: Feed, month: string): Promise<string | null> {
  const column = feed.columns.find(({ name, into }) => name === feed.anchor && into === undefined);
  if (!column || feed.coversRows) return null;
  const { rows } = await tx.query<{ latest: Date | string | null }>(
    `select max(${column.name}) as latest from ${stagingTable(feed)} where problems is null and month = $1`,
    [month],
  );
  const latest = rows[0]?.latest ?? null;
  return latest instanceof Date ? londonDate(latest.getTime()) : latest;
}

/** Accepted rows of areas that are not among those covered, by area. */
export async function countOutsideAreas(
  tx: PoolClient,
  feed: Feed,
  areas: readonly string[],
): Promise<{ area: string; rows: number }[]> {
  const { rows } = await tx.query<{ area: string; rows: number }>(
    `select area_code as area, count(*)::int as rows from ${stagingTable(feed)}
     where problems is null and area_code <> all($1) group by area_code order by area_code`,
    [areas],
  );
  return rows;
}

/** Spans of months that the feed covers already, for any area. */
export async function readCovered(tx: PoolClient, feed: Feed): Promise<{ from: string; to: string }[]> {
  const { rows } = await tx.query<{ from: string; to: string }>(
    'select from_month as "from", to_month as "to" from coverage where feed = $1 and to_batch is null',
    [feed.name],
  );
  return rows;
}

/** Writes what a batch covers. */
export async function recordCoverage(
  tx: PoolClient,
  feed: Feed,
  batchId: number,
  coverage: DeclaredCoverage,
): Promise<void> {
  await tx.query(
    `insert into coverage (feed, area_code, from_month, to_month, held_to, from_batch)
     select $1, area, $2, $3, $4::date, $5::int from unnest($6::text[]) area`,
    [feed.name, coverage.from, coverage.to, coverage.heldTo, batchId, coverage.areas ?? [null]],
  );
}

/**
 * Writes the coverage of returns: for each area the unbroken runs of months that its rows are of. A year that
 * nobody published is not collected, and not zero.
 */
export async function recordRowCoverage(tx: PoolClient, feed: Feed, batchId: number): Promise<void> {
  const { rows } = await tx.query<{ area_code: string; period: string }>(
    `select distinct area_code, period from ${stagingTable(feed)} where problems is null order by area_code`,
  );
  const covered = new Map<string, Set<string>>();
  for (const { area_code, period } of rows) {
    const months = covered.get(area_code) ?? new Set();
    for (const each of parsePeriod(period)?.months ?? []) months.add(each);
    covered.set(area_code, months);
  }
  const runs = [...covered].flatMap(([area, months]) =>
    unbroken([...months].sort()).map(([from, to]) => ({ area, from, to })),
  );
  await tx.query(
    `insert into coverage (feed, area_code, from_month, to_month, held_to, from_batch)
     select $1, area, from_month, to_month, held_to, $2::int from unnest($3::text[], $4::text[], $5::text[], $6::date[])
       as run (area, from_month, to_month, held_to)`,
    [
      feed.name,
      batchId,
      runs.map(({ area }) => area),
      runs.map(({ from }) => from),
      runs.map(({ to }) => to),
      runs.map(({ to }) => lastDay(to)),
    ],
  );
}

/** The areas named and all that lie in them, in any set. @throws {UsageError} naming an area that is not known */
export async function areasBelow(tx: PoolClient, named: readonly string[], force: string): Promise<string[]> {
  const { rows } = await tx.query<{ area_code: string }>(
    `with recursive below as (
       select area_code from area where to_batch is null and force_code = $2 and area_code = any($1)
       union
       select a.area_code from area a join below b on a.parent_code = b.area_code
       where a.to_batch is null and a.force_code = $2
     ) select area_code from below`,
    [named, force],
  );
  const found = new Set(rows.map(({ area_code }) => area_code));
  const unknown = named.filter((code) => !found.has(code));
  if (unknown.length > 0) throw new UsageError(`--areas: ${unknown.join(', ')} is not an area of ${force}.`);
  return [...found].sort();
}

function unbroken(months: readonly string[]): [from: string, to: string][] {
  const runs: [string, string][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last && addMonths(last[1], 1) === month) last[1] = month;
    else runs.push([month, month]);
  }
  return runs;
}
