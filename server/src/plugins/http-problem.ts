import type { Problem } from '../contract/problem.ts';
import { problemTitles } from './problem-titles.ts';

/** Where the codes are explained. */
export const problemsPage = '/api/problems';

export type ProblemDetails = Pick<Problem, 'status' | 'code' | 'detail'> & Partial<Problem>;

/** A refusal that belongs to the wire rather than to a read model. */
export class HttpProblem extends Error {
  readonly problem: Problem;
  readonly headers: Record<string, string>;

  constructor(details: ProblemDetails, headers: Record<string, string> = {}) {
    super(details.detail);
    this.name = 'HttpProblem';
    this.problem = toProblem(details);
    this.headers = headers;
  }
}

/** Completes problem details (RFC 9457) with the title and the address that explain the code. */
export function toProblem(details: ProblemDetails): Problem {
  const { status, code, detail, ...rest } = details;
  const title = problemTitles[code] ?? 'The request could not be answered';
  return { type: `${problemsPage}#${code}`, title, status, code, detail, ...rest };
}
