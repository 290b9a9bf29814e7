import type { Dialect } from './dialect.ts';
import type { RecordList } from './record-list.ts';

const quote = 0x22;
/** Beyond this a line is no line: the parser of quoted records says so. */
const longestLine = 1_000_000;

/** Reads records as long as there are no quotes: a record is a line, and a field ends at each delimiter. */
export class SplitRecords {
  private readonly delimiter: string;
  private readonly lineEnd: string;
  private readonly list: RecordList;
  private rest: Buffer = Buffer.alloc(0);

  constructor({ delimiter, recordDelimiters }: Dialect, list: RecordList) {
    this.delimiter = delimiter;
    this.lineEnd = recordDelimiters.includes('\n') ? '\n' : '\r';
    this.list = list;
  }

  /** @returns false, having read nothing of the block, when it has a quote or a line that does not end */
  add(block: Buffer): boolean {
    if (block.includes(quote) || this.rest.length > longestLine) return false;
    const bytes = this.rest.length === 0 ? block : Buffer.concat([this.rest, block]);
    const end = bytes.lastIndexOf(this.lineEnd) + 1;
    this.rest = bytes.subarray(end);
    if (end > 0) this.split(bytes.toString('utf8', 0, end - 1));
    return true;
  }

  /** The bytes of a line that has not ended yet. */
  takeRest(): Buffer {
    return this.rest;
  }

  end(): void {
    if (this.rest.length > 0) this.split(this.rest.toString());
  }

  private split(text: string): void {
    for (const line of text.split(this.lineEnd)) {
      const record = line.endsWith('\r') ? line.slice(0, -1) : line;
      this.list.add(record.split(this.delimiter), 1);
    }
  }
}
