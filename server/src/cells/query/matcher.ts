import type { Where } from '../../metrics/definition.ts';
import type { Tuple } from '../tuple.ts';

type Test = (members: readonly string[]) => boolean;

const always: Test = () => true;

/** Columns named by the clauses. */
export function columnsOf(where: Where | undefined): string[] {
  return (where ?? []).flatMap((clause) => Object.keys(clause));
}

/** A test of a tuple's members against alternatives of member lists; no clause at all takes everything. */
export function compileWhere(where: Where | undefined, columns: readonly string[]): Test {
  if (!where || where.length === 0) return always;
  const clauses = where.map((clause) =>
    Object.entries(clause).map(([column, members]) => [columns.indexOf(column), new Set(members)] as const),
  );
  return (members) => clauses.some((clause) => clause.every(([at, allowed]) => allowed.has(members[at])));
}

/** A test that both clauses lists hold. */
export function both(a: Test, b: Test): Test {
  if (a === always) return b;
  if (b === always) return a;
  return (members) => a(members) && b(members);
}

/** Reads the member of each column, for keys. */
export function memberReader(wanted: readonly string[], columns: readonly string[]) {
  const at = wanted.map((column) => columns.indexOf(column));
  return (tuple: Tuple): string[] => at.map((index) => tuple.members[index]);
}
