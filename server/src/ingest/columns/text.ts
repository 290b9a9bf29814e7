import type { ColumnType, ReadValue } from '../definition.ts';
import { quoted, type Row } from '../row.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const needsCare = /[\\\u0000-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u001f\u007f]/;

/** Text as COPY takes it: only a backslash needs care, since readers refuse control characters. */
export function escapeCopy(value: string): string {
  return value.includes('\\') ? value.replaceAll('\\', '\\\\') : value;
}

function readText(column: string, maximum: number): ReadValue {
  return (value, row) => {
    if (value.length > maximum) {
      return row.refuse(
        column,
        'too-long',
        `${column} has ${value.length} characters; ${maximum} are allowed.`,
      );
    }
    return needsCare.test(value) ? careful(value, row, column) : value;
  };
}

function careful(value: string, row: Row, column: string): string | null {
  if (!controls.test(value)) return escapeCopy(value);
  const message = `${column} holds a line break, a tab or another control character. Look for a quote that is not closed.`;
  return row.refuse(column, 'bad-text', message);
}

/** A reference or a code of the source's own. */
export function text(maximum = 64): ColumnType {
  return {
    words: `text, up to ${maximum} characters`,
    compile: (_, column) => readText(column, maximum),
  };
}

/** Words that a person may have typed; the personal-data guard reads them. */
export function freeText(maximum = 200): ColumnType {
  return {
    words: `text, up to ${maximum} characters, read by the personal-data guard`,
    isFreeText: true,
    compile: (_, column) => readText(column, maximum),
  };
}

/** The source's key of a person; only a keyed hash of it is kept. */
export function personKey(): ColumnType {
  return {
    words: 'text, up to 200 characters; only a keyed hash is kept',
    isKey: true,
    compile: (context, column) => (value, row) =>
      value.length > 200
        ? row.refuse(column, 'too-long', `${column} has ${value.length} characters; 200 are allowed.`)
        : context.hashKey(value),
  };
}

/** Text of a given shape. */
export function shaped(shape: RegExp, words: string): ColumnType {
  return {
    words,
    compile: (_, column) => (value, row) =>
      shape.test(value)
        ? escapeCopy(value)
        : row.refuse(column, 'unknown-code', `${column} cannot be ${quoted(value)}: it must be ${words}.`),
  };
}
