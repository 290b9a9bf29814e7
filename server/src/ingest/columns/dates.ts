import { dayNumber, monthNumber } from '../../stats/time/calendar.ts';
import type { ColumnType } from '../definition.ts';
import { quoted } from '../row.ts';

/** A calendar date. */
export function date(): ColumnType {
  return {
    words: 'a date, YYYY-MM-DD',
    compile: (_, column) => {
      const known = new Set<string>();
      return (value, row) => {
        if (known.has(value)) return value;
        if (isDate(value)) {
          known.add(value);
          return value;
        }
        const message = `${column} cannot be ${quoted(value)}: write an existing date as YYYY-MM-DD, for example 2023-11-30.`;
        return row.refuse(column, 'bad-date', message);
      };
    },
  };
}

/** A month. */
export function month(): ColumnType {
  return {
    words: 'a month, YYYY-MM',
    compile: (_, column) => (value, row) =>
      isMonth(value)
        ? value
        : row.refuse(
            column,
            'bad-month',
            `${column} cannot be ${quoted(value)}: write it as YYYY-MM, for example 2023-11.`,
          ),
  };
}

/** True for an existing date of 1900 to 2100 in the ISO form. */
export function isDate(value: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    dayNumber(value);
    return true;
  } catch {
    return false;
  }
}

/** True for a month of 1900 to 2099 in the ISO form. */
export function isMonth(value: string): boolean {
  return /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(value) && monthNumber(value) > 0;
}
