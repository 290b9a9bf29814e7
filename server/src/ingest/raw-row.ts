import { withholdPersonal } from './personal-data.ts';
import type { Problem } from './problems.ts';

const withheldRow = '[withheld: its columns cannot be told apart and the feed carries keys of people]';

/**
 * Writes a refused row as it was read, to be kept: keys of people are hashed first, and what looks personal
 * where it should not be is withheld (decision 19).
 */
export class RawRow {
  private readonly header: readonly string[];
  private readonly keys: readonly boolean[];
  private readonly delimiter: string;
  private readonly hashKey: (value: string) => string;

  /** @param keyColumns headers of columns that hold keys of people */
  constructor(
    header: readonly string[],
    keyColumns: ReadonlySet<string>,
    delimiter: string,
    hashKey: (value: string) => string,
  ) {
    this.header = header;
    this.keys = header.map((name) => keyColumns.has(name));
    this.delimiter = delimiter;
    this.hashKey = hashKey;
  }

  write(record: readonly string[], problems: readonly Problem[]): string {
    const isAligned = record.length === this.header.length;
    if (!isAligned && this.keys.includes(true)) return withheldRow;
    const faulty = new Set(problems.map(({ column }) => column));
    return record
      .map((field, index) => {
        const value = field.trim();
        if (this.keys[index]) return value === '' ? '' : this.hashKey(value);
        return isAligned && !faulty.has(this.header[index]) ? field : withholdPersonal(field);
      })
      .map((field) => this.quote(field))
      .join(this.delimiter);
  }

  private quote(field: string): string {
    const needsQuotes = field.includes(this.delimiter) || /["\r\n]/.test(field);
    return needsQuotes ? `"${field.replaceAll('"', '""')}"` : field;
  }
}
