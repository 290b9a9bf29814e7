import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type CsvError, type Parser, parse } from 'csv-parse';
import { type FileRefused, refuseFile } from '../problems.ts';
import type { Dialect } from './dialect.ts';
import { type InspectedFile, unpack, withoutMark } from './inspect-file.ts';

/** Records of one block of a file, each with the line it starts on. Blank lines are left out. */
export interface RecordBatch {
  records: string[][];
  lines: number[];
  /** Bytes of the file read so far, as it is on disk. */
  bytesRead: number;
}

/** A row longer than this is a quote that was never closed. */
const longestRecord = 1_000_000;

/**
 * Streams the records of a file, its header first. Quotes follow RFC 4180; a stray quote is kept as a character.
 * @throws {FileRefused} when a quote is never closed, or the file changed since it was inspected
 */
export async function* readRecords(file: InspectedFile, dialect: Dialect): AsyncGenerator<RecordBatch> {
  const hash = createHash('sha256');
  let bytesRead = 0;
  const collect = new Collector(dialect.headerLine);
  const parser = openParser(dialect);
  const raw = (block: Buffer): void => {
    hash.update(block);
    bytesRead += block.length;
  };
  for await (const block of skipBytes(decode(unpack(file.path, file.isGzip, raw), file.encoding), dialect)) {
    collect.look(block);
    await write(parser, block, collect);
    if (collect.size > 0) yield { ...collect.take(), bytesRead };
  }
  await finish(parser, collect);
  if (collect.size > 0) yield { ...collect.take(), bytesRead };
  if (hash.digest('hex') !== file.sha256) {
    throw refuseFile(
      'file-changed',
      'The file was changed while it was read. Import it again once it is complete.',
    );
  }
}

class Collector {
  private records: string[][] = [];
  private lines: number[] = [];
  private nextLine: number;
  private hasQuotes = false;

  constructor(firstLine: number) {
    this.nextLine = firstLine;
  }

  get size(): number {
    return this.records.length;
  }

  /** First line of the record being read. */
  get currentLine(): number {
    return this.nextLine;
  }

  /** Without a quote no record can span lines, and none need be looked for. */
  look(block: Buffer): void {
    this.hasQuotes ||= block.includes(0x22);
  }

  add(record: string[]): void {
    const line = this.nextLine;
    this.nextLine += this.hasQuotes ? 1 + countBreaks(record) : 1;
    if (record.length === 1 && record[0] === '') return;
    this.records.push(record);
    this.lines.push(line);
  }

  take(): { records: string[][]; lines: number[] } {
    const taken = { records: this.records, lines: this.lines };
    this.records = [];
    this.lines = [];
    return taken;
  }
}

function openParser({ delimiter, recordDelimiters }: Dialect): Parser {
  return parse({
    delimiter,
    record_delimiter: recordDelimiters,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRecord,
  });
}

/** Parsing happens within the call of `write`, so the records are there when it returns. */
async function write(parser: Parser, block: Buffer, collect: Collector): Promise<void> {
  let failure: unknown;
  const onError = (error: unknown): void => {
    failure = error;
  };
  parser.once('error', onError);
  const written = new Promise<void>((resolve) => parser.write(block, () => resolve()));
  drain(parser, collect);
  await written;
  parser.off('error', onError);
  if (failure !== undefined) throw explain(failure, collect);
}

async function finish(parser: Parser, collect: Collector): Promise<void> {
  const ended = once(parser, 'end');
  parser.on('data', (record: string[]) => collect.add(record));
  parser.end();
  await ended.catch((error) => {
    throw explain(error, collect);
  });
}

function drain(parser: Parser, collect: Collector): void {
  for (let record = parser.read(); record !== null; record = parser.read()) collect.add(record);
}

function explain(error: unknown, collect: Collector): FileRefused | unknown {
  const { code } = error as CsvError;
  if (code !== 'CSV_QUOTE_NOT_CLOSED' && code !== 'CSV_MAX_RECORD_SIZE') return error;
  const line = collect.currentLine;
  return refuseFile(
    'unclosed-quote',
    `A quote opened in the row that starts on line ${line} is never closed.`,
    {
      line,
    },
  );
}

/** Re-writes Windows-1252 as UTF-8, and drops the byte order mark. */
async function* decode(
  blocks: AsyncIterable<Buffer>,
  encoding: InspectedFile['encoding'],
): AsyncGenerator<Buffer> {
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
  let isFirst = true;
  for await (const block of blocks) {
    const bytes = decoder ? Buffer.from(decoder.decode(block, { stream: true })) : block;
    yield isFirst ? withoutMark(bytes) : bytes;
    isFirst = false;
  }
}

async function* skipBytes(blocks: AsyncIterable<Buffer>, { skippedBytes }: Dialect): AsyncGenerator<Buffer> {
  let left = skippedBytes;
  for await (const block of blocks) {
    const skip = Math.min(left, block.length);
    left -= skip;
    if (skip < block.length) yield skip === 0 ? block : block.subarray(skip);
  }
}

function countBreaks(record: readonly string[]): number {
  let breaks = 0;
  for (const field of record) {
    if (field.includes('\n') || field.includes('\r')) breaks += field.split(/\r\n|\n|\r/).length - 1;
  }
  return breaks;
}
