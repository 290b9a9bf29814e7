import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { refuseFile } from '../problems.ts';

export interface InspectedFile {
  path: string;
  /** Without its folder. */
  name: string;
  /** Of the bytes as they are on disk. */
  sha256: string;
  sizeBytes: number;
  isGzip: boolean;
  encoding: 'utf-8' | 'windows-1252';
  /** The first bytes, unpacked, without a byte order mark. */
  start: Buffer;
}

const startBytes = 1 << 16;
const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Reads a file once through: its hash, and whether it is UTF-8 to the end.
 * @throws {FileRefused} when there is no such file or it is not text
 */
export async function inspectFile(filePath: string): Promise<InspectedFile> {
  const found = await stat(filePath).catch(() => undefined);
  if (found?.isDirectory())
    throw refuseFile(
      'not-found',
      `${filePath} is a folder. Name the files in it, such as ${filePath}/*.csv.`,
    );
  if (!found?.isFile()) throw refuseFile('not-found', `There is no file ${filePath}.`);
  const hash = createHash('sha256');
  const isGzip = await startsAsGzip(filePath);
  const check = new Utf8Check();
  let start = Buffer.alloc(0);
  for await (const chunk of unpack(filePath, isGzip, (raw) => hash.update(raw))) {
    if (start.length < startBytes) start = Buffer.concat([start, chunk]);
    check.add(chunk);
  }
  refuseBinary(start);
  return {
    path: filePath,
    name: path.basename(filePath),
    sha256: hash.digest('hex'),
    sizeBytes: found.size,
    isGzip,
    encoding: check.isUtf8() ? 'utf-8' : 'windows-1252',
    start: withoutMark(start).subarray(0, startBytes),
  };
}

/** The bytes of a file, unpacked where it is compressed. @param onRaw sees each block as it is on disk */
export async function* unpack(
  filePath: string,
  isGzip: boolean,
  onRaw: (raw: Buffer) => void,
): AsyncGenerator<Buffer> {
  const source = createReadStream(filePath, { highWaterMark: 1 << 18 });
  source.on('data', (raw) => onRaw(raw as Buffer));
  if (!isGzip) {
    yield* source as AsyncIterable<Buffer>;
    return;
  }
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    throw refuseFile('not-text', `The compressed file cannot be unpacked (${(error as Error).message}).`);
  } finally {
    source.destroy();
  }
}

/** Without a UTF-8 byte order mark. */
export function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(utf8Mark) ? bytes.subarray(3) : bytes;
}

async function startsAsGzip(filePath: string): Promise<boolean> {
  for await (const chunk of createReadStream(filePath, { end: 1 })) {
    return (chunk as Buffer).length === 2 && (chunk as Buffer).readUInt16BE() === 0x1f8b;
  }
  return false;
}

function refuseBinary(start: Buffer): void {
  if (start.length === 0)
    throw refuseFile('empty-file', 'The file is empty. The first line must name the columns.');
  const mark = start.length > 1 ? start.readUInt16BE() : 0;
  if (mark === 0xfeff || mark === 0xfffe) {
    throw refuseFile('not-text', 'The file is UTF-16 text. Save it as "CSV UTF-8" and import that.');
  }
  if (start.subarray(0, 2).toString('latin1') === 'PK') {
    throw refuseFile(
      'not-text',
      'The file is a workbook or a zip archive. Save the sheet as "CSV UTF-8" and import that.',
    );
  }
  if (start.includes(0)) throw refuseFile('not-text', 'The file is not text. Export it as CSV.');
}

/** Whether bytes that come in blocks are UTF-8, characters cut by the end of a block included. */
class Utf8Check {
  private rest = Buffer.alloc(0);
  private valid = true;

  add(block: Buffer): void {
    if (!this.valid) return;
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, block]) : block;
    const whole = bytes.length - unfinishedBytes(bytes);
    this.valid = isUtf8(bytes.subarray(0, whole));
    this.rest = Buffer.from(bytes.subarray(whole));
  }

  isUtf8(): boolean {
    return this.valid && this.rest.length === 0;
  }
}

/** Bytes at the end that begin a character and do not finish it. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
