import type { Where } from '../metrics/definition.ts';

/** Rows with member numbers in some columns. */
export interface CodedRows {
  readonly columns: readonly string[];
  /** Members of each column, in the order of their numbers. */
  readonly members: readonly (readonly string[])[];
  /** Member number per column and row. */
  readonly codes: readonly ArrayLike<number>[];
}

/** Whether a row of a table is taken. */
export type RowTest = (row: number) => boolean;

const always: RowTest = () => true;

/** Columns named by the clauses. */
export function columnsOf(where: Where | undefined): string[] {
  return (where ?? []).flatMap((clause) => Object.keys(clause));
}

/** A test of a row's members against alternatives of member lists; no clause at all takes every row. */
export function compileWhere(where: Where | undefined, table: CodedRows): RowTest {
  if (!where || where.length === 0) return always;
  const clauses = where.map((clause) =>
    allOf(Object.entries(clause).map(([column, members]) => memberTest(table, column, members))),
  );
  return clauses.length === 1 ? clauses[0] : (row) => clauses.some((clause) => clause(row));
}

/** A test that every one of several holds. */
export function allOf(tests: readonly RowTest[]): RowTest {
  const real = tests.filter((test) => test !== always);
  if (real.length === 0) return always;
  if (real.length === 1) return real[0];
  return (row) => {
    for (const test of real) if (!test(row)) return false;
    return true;
  };
}

function memberTest(table: CodedRows, column: string, members: readonly string[]): RowTest {
  const at = table.columns.indexOf(column);
  const codes = table.codes[at];
  const allowed = Uint8Array.from(table.members[at], (member) => (members.includes(member) ? 1 : 0));
  return (row) => allowed[codes[row]] === 1;
}

/** Alternatives of which both lists hold. */
export function and(a: Where, b: Where): Where {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return a.flatMap((left) => b.map((right) => ({ ...left, ...right })));
}
