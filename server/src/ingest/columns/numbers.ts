import type { ColumnType } from '../definition.ts';
import { quoted } from '../row.ts';

/** A whole number. */
export function wholeNumber({ minimum }: { minimum: number }): ColumnType {
  return {
    words: `a whole number, ${minimum} or more`,
    compile: (_, column) => (value, row) =>
      /^\d{1,9}$/.test(value) && Number(value) >= minimum
        ? String(Number(value))
        : row.refuse(
            column,
            'bad-number',
            `${column} cannot be ${quoted(value)}: use a whole number from ${minimum}.`,
          ),
  };
}

/** A count of a return: whole, possibly negative, never a percentage. */
export function count(): ColumnType {
  return {
    words: 'a count: a whole number, never a percentage',
    compile: (_, column) => (value, row) =>
      /^-?\d{1,15}$/.test(value)
        ? String(Number(value))
        : row.refuse(
            column,
            'bad-count',
            `${column} cannot be ${quoted(value)}: give the count itself, as a whole number.`,
          ),
  };
}

/** A number with or without decimals. */
export function decimal(): ColumnType {
  return {
    words: 'a number',
    compile: (_, column) => (value, row) =>
      /^-?\d{1,12}(\.\d{1,12})?$/.test(value)
        ? value
        : row.refuse(
            column,
            'bad-number',
            `${column} cannot be ${quoted(value)}: use a number such as 0.8 or 15.`,
          ),
  };
}
