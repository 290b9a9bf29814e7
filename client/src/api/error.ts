import type { Problem } from './types.ts';

/** A request that gave no answer. `code` is stable: `network`, `unreadable`, or the server's own. */
export class ApiError extends Error {
  readonly code: string;
  /** HTTP status; 0 where no reply came. */
  readonly status: number;
  /** Values that would have been accepted, where the server names them. */
  readonly valid: readonly string[];
  /** Commands that put it right, in order, where the server names them. */
  readonly commands: readonly string[];
  /** What to quote when reporting a fault of the server. */
  readonly reference: string | undefined;

  constructor(message: string, code: string, status = 0, more: Partial<Problem> = {}) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.valid = more.valid ?? [];
    this.commands = more.commands ?? [];
    this.reference = more.reference;
  }

  /** Trying again may help: the server was out of reach or failed, and did not turn the question down. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** Reads problem details (RFC 9457), or says that the reply was something else. */
export function problemError(body: unknown, status: number): ApiError {
  if (!isProblem(body))
    return new ApiError(`The server answered ${status} and did not say why.`, 'unreadable', status);
  return new ApiError(body.detail, body.code, status, body);
}

/** The error of a request that got no reply at all. */
export const networkError = () =>
  new ApiError('The server cannot be reached. Check that it is running, then try again.', 'network');
