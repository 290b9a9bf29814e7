import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { RowReader } from './compile.ts';
import type { Feed, ParserRun } from './definition.ts';
import type { RawRow } from './raw-row.ts';
import type { RecordBatch } from './read/read-records.ts';
import type { WarningList } from './warnings.ts';

export interface StagedCounts {
  /** Rows of the file; of a published file, the rows it makes. */
  rows: number;
  leftOut: number;
}

/** What turns records into rows: the feed's reader and, for published files, the parser before it. */
export interface Reading {
  reader: RowReader;
  raw: RawRow;
  parser?: { run: ParserRun; places: ReadonlyMap<string, number> };
}

/** Name of a feed's staging table; it lives only within an import's transaction. */
export function stagingTable(feed: Feed): string {
  return `stg_${feed.name.replaceAll('-', '_')}`;
}

/** Makes the staging table: the fact's columns, all of which may be absent, and what is wrong with a row. */
export async function createStaging(tx: PoolClient, feed: Feed, stored: readonly string[]): Promise<void> {
  await tx.query(
    `create unlogged table ${stagingTable(feed)} as
     select 0 as line, ''::text as raw, '[]'::jsonb as problems, ${stored.join(', ')} from ${feed.table} with no data`,
  );
}

/** Copies every row of a file into staging, refused ones with their text and problems. */
export async function copyRows(
  tx: PoolClient,
  feed: Feed,
  batches: AsyncIterable<RecordBatch>,
  reading: Reading,
  warnings: WarningList,
): Promise<StagedCounts> {
  const columns = ['line', 'raw', 'problems', ...reading.reader.stored].join(', ');
  const copy = copyFrom(`copy ${stagingTable(feed)} (${columns}) from stdin with (freeze)`);
  const encoder = new RowEncoder(feed, reading, warnings);
  await pipeline(encoder.encode(batches), tx.query(copy));
  for (const warning of reading.parser?.run.finish() ?? []) warnings.add(warning);
  return { rows: encoder.rows, leftOut: encoder.leftOut };
}

/** Writes rows as COPY text, a block of records at a time. */
export class RowEncoder {
  rows = 0;
  leftOut = 0;
  private readonly reading: Reading;
  private readonly warnings: WarningList;
  private readonly storedCount: number;
  private readonly keySlots: readonly number[];

  constructor(feed: Feed, reading: Reading, warnings: WarningList) {
    this.reading = reading;
    this.warnings = warnings;
    this.storedCount = reading.reader.stored.length;
    this.keySlots = feed.key.map((column) => reading.reader.stored.indexOf(column));
  }

  async *encode(batches: AsyncIterable<RecordBatch>): AsyncGenerator<Buffer> {
    for await (const { records, lines } of batches) {
      let text = '';
      for (let index = 0; index < records.length; index++) {
        text += this.reading.parser
          ? this.expand(records[index], lines[index])
          : this.row(records[index], lines[index]);
      }
      if (text !== '') yield Buffer.from(text);
    }
  }

  private row(record: readonly string[], line: number): string {
    const { reader } = this.reading;
    this.rows++;
    reader.read(record, line);
    if (reader.row.problems.length > 0) return this.refused(record);
    reader.row.reportWarnings(this.warnings);
    return this.accepted();
  }

  /** A record of a published file is taken as a whole or not at all. */
  private expand(record: readonly string[], line: number): string {
    const { reader, parser } = this.reading;
    const { row } = reader;
    if (!parser) return '';
    row.start(line);
    const made = parser.run.expand((header) => (record[parser.places.get(header) ?? -1] ?? '').trim(), row);
    this.rows += made?.length ?? 1;
    if (made === null) {
      this.leftOut++;
      row.reportWarnings(this.warnings);
      return '';
    }
    const problems = row.problems;
    let text = '';
    for (const fields of made) {
      reader.read(fields, line);
      problems.push(...row.problems);
      if (problems.length > 0) continue;
      row.reportWarnings(this.warnings);
      text += this.accepted();
    }
    if (problems.length === 0) return text;
    this.rows -= made.length - 1;
    row.start(line);
    row.problems = problems;
    return this.refused(record);
  }

  private accepted(): string {
    const { row } = this.reading.reader;
    let text = `${row.line}\t\\N\t\\N`;
    for (let slot = 0; slot < this.storedCount; slot++) text += `\t${row.values[slot] ?? '\\N'}`;
    return `${text}\n`;
  }

  /** Keeps the key where it could be read, so that a refused row is not taken for one that is gone. */
  private refused(record: readonly string[]): string {
    const { row } = this.reading.reader;
    const raw = escapeAll(this.reading.raw.write(record, row.problems));
    let text = `${row.line}\t${raw}\t${escapeAll(JSON.stringify(distinct(row.problems)))}`;
    for (let slot = 0; slot < this.storedCount; slot++) {
      text += `\t${(this.keySlots.includes(slot) ? row.values[slot] : null) ?? '\\N'}`;
    }
    return `${text}\n`;
  }
}

function distinct<T extends { column: string | null; message: string }>(problems: readonly T[]): T[] {
  return [...new Map(problems.map((problem) => [`${problem.column} ${problem.message}`, problem])).values()];
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeAll(text: string): string {
  // COPY text cannot hold a zero byte at all.
  return text.replaceAll('\0', '').replace(/[\\\n\r\t]/g, (character) => escapes[character]);
}
