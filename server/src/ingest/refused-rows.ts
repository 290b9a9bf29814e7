import type { PoolClient } from 'pg';
import type { Feed } from './definition.ts';
import type { Problem } from './problems.ts';
import type { RawRow } from './raw-row.ts';
import type { RecordBatch } from './read/read-records.ts';
import { stagingTable } from './staging.ts';

const reported = 1000;
const blockRows = 500;

/**
 * Finds the text of rows that were refused after they had been staged, by reading the file again: the text of
 * accepted rows is not carried along.
 */
export async function fillRawText(
  tx: PoolClient,
  feed: Feed,
  reread: () => AsyncIterable<RecordBatch>,
  raw: RawRow,
): Promise<void> {
  const table = stagingTable(feed);
  const { rows } = await tx.query<{ line: number; problems: Problem[] }>(
    `select distinct on (line) line, problems from ${table} where problems is not null and raw is null order by line`,
  );
  if (rows.length === 0) return;
  const wanted = new Map(rows.map(({ line, problems }) => [line, problems]));
  let found: { line: number; text: string }[] = [];
  const flush = async (): Promise<void> => {
    await tx.query(
      `update ${table} s set raw = f.text from unnest($1::int[], $2::text[]) f (line, text)
       where s.line = f.line and s.problems is not null`,
      [found.map(({ line }) => line), found.map(({ text }) => text.replaceAll('\0', ''))],
    );
    found = [];
  };
  for await (const { records, lines } of reread()) {
    for (const [index, line] of lines.entries()) {
      const problems = wanted.get(line);
      if (problems) found.push({ line, text: raw.write(records[index], problems) });
    }
    if (found.length >= blockRows) await flush();
  }
  await flush();
}

/** Keeps refused rows, one per line of the file, with all that is wrong with them. @returns their number */
export async function keepRefused(tx: PoolClient, feed: Feed, batchId: number): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into refused_row (batch_id, line, raw, problems)
     select $1::int, line, min(raw), (jsonb_agg(problems order by problems) -> 0)
     from ${stagingTable(feed)} where problems is not null group by line`,
    [batchId],
  );
  return rowCount ?? 0;
}

/** The first thousand problems of a batch, and how many there are. */
export async function readProblems(
  tx: PoolClient,
  batchId: number,
): Promise<{ problems: Problem[]; problemsTotal: number }> {
  const counted = await tx.query<{ total: number }>(
    'select coalesce(sum(jsonb_array_length(problems)), 0)::int as total from refused_row where batch_id = $1',
    [batchId],
  );
  const { rows } = await tx.query<{ problem: Problem }>(
    `select problem from refused_row r, jsonb_array_elements(r.problems) with ordinality p (problem, place)
     where r.batch_id = $1 order by r.line, place limit $2`,
    [batchId, reported],
  );
  return { problems: rows.map(({ problem }) => problem), problemsTotal: counted.rows[0].total };
}
