import type pg from 'pg';
import { type Problem, UsageError } from './problems.ts';

const blockRows = 1000;

/**
 * The refused rows of a batch as CSV, one line per problem, in blocks. Cells that a spreadsheet would take for a
 * formula are neutralised.
 * @throws {UsageError} when there is no such batch
 */
export async function* writeRefused(pool: pg.Pool, batchId: number): AsyncGenerator<string> {
  const batch = await pool.query('select from batch where batch_id = $1', [batchId]);
  if (batch.rowCount === 0) throw new UsageError(`There is no batch ${batchId}.`);
  yield 'line,column,code,message,row\r\n';
  let after = 0;
  for (;;) {
    const { rows } = await pool.query<{ line: number; raw: string; problems: Problem[] }>(
      'select line, raw, problems from refused_row where batch_id = $1 and line > $2 order by line limit $3',
      [batchId, after, blockRows],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.line;
    yield rows
      .flatMap(({ line, raw, problems }) =>
        problems.map(({ column, code, message }) =>
          [String(line), column ?? '', code, message, raw].map(writeCell).join(','),
        ),
      )
      .map((record) => `${record}\r\n`)
      .join('');
  }
}

/** A quoted cell; one that begins like a formula gets an apostrophe, as spreadsheets do to show text. */
export function writeCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
