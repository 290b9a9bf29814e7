import { shaped } from './columns/text.ts';
import type { Context, Feed, MemberColumn, ReadValue } from './definition.ts';
import type { HeaderMatch } from './header.ts';
import { findPersonal } from './personal-data.ts';
import { refuseFile } from './problems.ts';
import type { Row } from './row.ts';

/** Reads records of one file into a row, all problems found. */
export interface RowReader {
  /** Stored columns in the order of a row's values; values beyond them are not stored. */
  stored: readonly string[];
  row: Row;
  /** Number of columns a record must have. */
  width: number;
  read(record: readonly string[], line: number): void;
}

interface ColumnReader {
  name: string;
  index: number;
  slot: number;
  required: boolean;
  blank: string | null;
  read: ReadValue;
}

const member = shaped(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/, 'a code of letters, digits, dots and dashes');
const remembered = 10_000;

/** The stored columns of a feed, in the order of staging. */
export function storedColumns(feed: Feed): string[] {
  return [...feed.columns.map(({ name, into = name }) => into), ...feed.derived];
}

/** Prepares the reading of a file: every choice that the header settles is made once, here. */
export function compileReader(
  feed: Feed,
  match: HeaderMatch,
  context: Context,
  makeRow: (slots: number) => Row,
): RowReader {
  const stored = storedColumns(feed);
  const slots = new Map(stored.map((name, slot) => [name, slot]));
  const slotOf = (name: string): number => {
    const slot = slots.get(name);
    if (slot === undefined) throw new Error(`The ${feed.name} feed has no stored column ${name}.`);
    return slot;
  };
  const members = match.members.map(
    ({ dimension }, at): MemberColumn => ({ dimension, slot: stored.length + at }),
  );
  const readers: ColumnReader[] = [
    ...match.columns.map(({ column: { name, into = name, type, required, blank = null }, index }) => {
      const read = type.compile(context, name);
      return {
        name,
        index,
        slot: slotOf(into),
        required,
        blank,
        read: type.isFreeText ? guarded(read, name) : read,
      };
    }),
    ...match.members.map(({ header, index }, at) => ({
      name: header,
      index,
      slot: members[at].slot,
      required: false,
      blank: null,
      read: member.compile(context, header),
    })),
  ];
  const row = makeRow(stored.length + members.length);
  const finish = feed.finish(slotOf, context, members);
  const width = match.header.length;
  return { stored, row, width, read };

  function read(record: readonly string[], line: number): void {
    row.start(line);
    if (record.length !== width) {
      const message = `The row has ${record.length} columns, the header ${width}. Look for a stray separator or quote.`;
      row.refuse(null, 'column-count', message);
      return;
    }
    for (const { name, index, slot, required, blank, read: readValue } of readers) {
      const value = index < 0 ? '' : record[index].trim();
      if (value !== '') row.values[slot] = readValue(value, row, slot);
      else if (required) row.refuse(name, 'missing-value', `${name} is needed.`);
      else row.values[slot] = blank;
    }
    finish(row);
  }
}

/** Refuses the whole file at the first free text that looks personal. */
function guarded(read: ReadValue, column: string): ReadValue {
  const seen = new Set<string>();
  return (value, row, slot) => {
    if (!seen.has(value)) {
      const what = findPersonal(value);
      if (what !== null) {
        const message = `${column} holds what looks like ${what} (line ${row.line}). Take personal data out of the export; nothing of the file was kept.`;
        throw refuseFile('personal-data', message, { line: row.line, column });
      }
      if (seen.size < remembered) seen.add(value);
    }
    return read(value, row, slot);
  };
}
