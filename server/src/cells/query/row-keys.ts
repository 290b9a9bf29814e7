import type { CodedRows } from '../row-test.ts';

/** Numbers the combinations of members that rows have in some columns, and gives their texts back. */
export function rowKeys(table: CodedRows, columns: readonly string[]) {
  const at = columns.map((column) => table.columns.indexOf(column));
  return {
    keyOf: (row: number): number => {
      let key = 0;
      for (const c of at) key = key * table.members[c].length + table.codes[c][row];
      return key;
    },
    membersOf: (row: number): string[] => at.map((c) => table.members[c][table.codes[c][row]]),
  };
}
