import pg from 'pg';

const oid = {
  int8: 20,
  numeric: 1700,
  date: 1082,
  timestamp: 1114,
  int8Array: 1016,
  numericArray: 1231,
  dateArray: 1182,
};
const asText = (text: string): string => text;

/**
 * How values reach us, for this pool only:
 * - bigint and numeric are numbers; a whole number too large to be exact is an error, never rounded;
 * - date is `YYYY-MM-DD` and timestamp without a zone stays text, because a Date would shift them;
 * - timestamptz is a Date; everything else is as `pg` gives it.
 */
export const typeParsers = { getTypeParser };

const parsers = new Map<number, (text: string) => unknown>([
  [oid.int8, parseNumber],
  [oid.numeric, parseNumber],
  [oid.date, asText],
  [oid.timestamp, asText],
  [oid.int8Array, parseArrayOf(parseNumber)],
  [oid.numericArray, parseArrayOf(parseNumber)],
  [oid.dateArray, parseArrayOf(asText)],
]);

function getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  const own = format === 'binary' ? undefined : parsers.get(type);
  return own ?? pg.types.getTypeParser(type, format as 'text');
}

function parseNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError(`${text} is too large to be read exactly; cast it to text in the query`);
  }
  return value;
}

/** A one-dimensional array of numbers or dates, which never need quotes. */
function parseArrayOf<T>(parse: (text: string) => T): (text: string) => (T | null)[] {
  return (text) => {
    if (text === '{}') return [];
    if (text.startsWith('{{')) throw new RangeError('an array of arrays is not read; unnest it in the query');
    return text
      .slice(1, -1)
      .split(',')
      .map((item) => (item === 'NULL' ? null : parse(item)));
  };
}
