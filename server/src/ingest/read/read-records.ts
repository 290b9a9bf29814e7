import { createHash } from 'node:crypto';
import { refuseFile } from '../problems.ts';
import type { Dialect } from './dialect.ts';
import { type InspectedFile, unpack, withoutMark } from './inspect-file.ts';
import { QuotedRecords } from './quoted-records.ts';
import { RecordList } from './record-list.ts';
import { SplitRecords } from './split-records.ts';

/** Records of one block of a file, each with the line it starts on. Blank lines are left out. */
export interface RecordBatch {
  records: string[][];
  lines: number[];
  /** Bytes of the file read so far, as it is on disk. */
  bytesRead: number;
}

/**
 * Streams the records of a file, its header first. Quotes follow RFC 4180; a stray quote is kept as a character.
 * Up to the first quote a record is a line and is split; from there on csv-parse reads.
 * @throws {FileRefused} when a quote is never closed, or the file changed since it was inspected
 */
export async function* readRecords(file: InspectedFile, dialect: Dialect): AsyncGenerator<RecordBatch> {
  const hash = createHash('sha256');
  let bytesRead = 0;
  const raw = (block: Buffer): void => {
    hash.update(block);
    bytesRead += block.length;
  };
  const list = new RecordList(dialect.headerLine);
  const split = new SplitRecords(dialect, list);
  let quoted: QuotedRecords | undefined;
  for await (const block of skipBytes(decode(unpack(file.path, file.isGzip, raw), file.encoding), dialect)) {
    if (!quoted && !split.add(block)) quoted = new QuotedRecords(dialect, list, split.takeRest());
    if (quoted) await quoted.add(block);
    if (list.size > 0) yield { ...list.take(), bytesRead };
  }
  if (quoted) await quoted.end();
  else split.end();
  if (list.size > 0) yield { ...list.take(), bytesRead };
  if (hash.digest('hex') !== file.sha256) {
    throw refuseFile(
      'file-changed',
      'The file was changed while it was read. Import it again once it is complete.',
    );
  }
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
