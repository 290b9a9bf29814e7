import { HttpProblem } from '../plugins/http-problem.ts';

/** Query parameters by name, each given once. */
export type Query = Record<string, string>;

/** @throws {HttpProblem} 400 when a parameter is given twice: which one counts would be a guess */
export function singleValues(query: unknown): Query {
  const given = Object.entries(query as Record<string, string | string[]>);
  const repeated = given.find(([, value]) => Array.isArray(value));
  if (repeated === undefined) return Object.fromEntries(given) as Query;
  const [parameter] = repeated;
  const detail = `${parameter} is given more than once. Give several members in one, comma-separated: ${parameter}=A,B.`;
  throw new HttpProblem({ status: 400, code: 'repeated-parameter', detail, parameter });
}

/** @throws {HttpProblem} 400 when the address takes no parameters and one is given */
export function takesNone(query: Query): void {
  const [parameter] = Object.keys(query);
  if (parameter === undefined) return;
  const detail = `This address takes no parameters; ${parameter} is not one of its own.`;
  throw new HttpProblem({ status: 400, code: 'unknown-parameter', detail, parameter, valid: [] });
}

/** The same text for the same parameters in any order. */
export function canonicalQuery(query: Query): string {
  return new URLSearchParams(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}
