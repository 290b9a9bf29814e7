/** A question that cannot be answered as asked: what is wrong, where, and what would be accepted. */
export class QueryProblem extends Error {
  readonly status: 400 | 404;
  readonly code: string;
  readonly detail: string;
  readonly parameter?: string;
  readonly valid?: readonly string[];

  constructor(fault: {
    status?: 400 | 404;
    code: string;
    detail: string;
    parameter?: string;
    valid?: readonly string[];
  }) {
    super(fault.detail);
    this.name = 'QueryProblem';
    this.status = fault.status ?? 400;
    this.code = fault.code;
    this.detail = fault.detail;
    this.parameter = fault.parameter;
    this.valid = fault.valid;
  }
}
