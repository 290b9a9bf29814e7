import { once } from 'node:events';
import { type CsvError, type Parser, parse } from 'csv-parse';
import { refuseFile } from '../problems.ts';
import type { Dialect } from './dialect.ts';
import type { RecordList } from './record-list.ts';

/** A row longer than this is a quote that was never closed, or no row at all. */
const longestRecord = 1_000_000;

/** Reads records that may have quotes, with csv-parse. */
export class QuotedRecords {
  private readonly parser: Parser;
  private readonly list: RecordList;
  private rest: Buffer;
  /** The row being read goes on over a line end: only a quote does that. */
  private spansLines = false;

  /** @param rest bytes that come before the first block */
  constructor({ delimiter, recordDelimiters }: Dialect, list: RecordList, rest: Buffer) {
    this.list = list;
    this.rest = rest;
    this.parser = parse({
      delimiter,
      record_delimiter: recordDelimiters,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestRecord,
    });
  }

  /** Parsing happens within the call of `write`, so the records are there when it returns. */
  async add(block: Buffer): Promise<void> {
    const bytes = this.rest.length === 0 ? block : Buffer.concat([this.rest, block]);
    this.rest = Buffer.alloc(0);
    let failure: unknown;
    const onError = (error: unknown): void => {
      failure = error;
    };
    this.parser.once('error', onError);
    const written = new Promise<void>((resolve) => this.parser.write(bytes, () => resolve()));
    const firstLine = this.list.nextLine;
    for (let record = this.parser.read(); record !== null; record = this.parser.read()) this.take(record);
    await written;
    if (this.list.nextLine > firstLine) this.spansLines = false;
    else this.spansLines ||= block.includes('\n') || block.includes('\r');
    this.parser.off('error', onError);
    if (failure !== undefined) throw this.explain(failure);
  }

  async end(): Promise<void> {
    const ended = once(this.parser, 'end');
    this.parser.on('data', (record: string[]) => this.take(record));
    this.parser.end();
    await ended.catch((error) => {
      throw this.explain(error);
    });
  }

  private take(record: string[]): void {
    this.list.add(record, 1 + countBreaks(record));
  }

  private explain(error: unknown): unknown {
    const { code } = error as CsvError;
    if (code !== 'CSV_QUOTE_NOT_CLOSED' && code !== 'CSV_MAX_RECORD_SIZE') return error;
    const line = this.list.nextLine;
    if (code === 'CSV_MAX_RECORD_SIZE' && !this.spansLines) {
      const message = `Line ${line} is longer than ${longestRecord.toLocaleString('en-GB')} characters. Look in the export for a field that holds a whole document.`;
      return refuseFile('line-too-long', message, { line });
    }
    const message = `The row that starts on line ${line} has no end: look for a quote in it that is never closed.`;
    return refuseFile('unclosed-quote', message, { line });
  }
}

function countBreaks(record: readonly string[]): number {
  let breaks = 0;
  for (const field of record) {
    if (field.includes('\n') || field.includes('\r')) breaks += field.split(/\r\n|\n|\r/).length - 1;
  }
  return breaks;
}
