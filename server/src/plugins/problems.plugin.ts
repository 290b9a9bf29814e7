import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Problem } from '../contract/problem.ts';
import { QueryProblem } from '../read-models/query-problem.ts';
import { HttpProblem, toProblem } from './http-problem.ts';
import { apiHeaders } from './security-headers.ts';

/** Every failure leaves as RFC 9457 problem details. The cause of a fault of ours stays in the log. */
export const problemsPlugin = fp(
  async (app: FastifyInstance) => {
    app.setErrorHandler(answerProblem);
  },
  { name: 'problems' },
);

/** Answers a failure with problem details. */
export function answerProblem(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = describe(error, request);
  if (error instanceof HttpProblem) reply.headers(error.headers);
  return reply
    .code(problem.status)
    .headers({ ...apiHeaders, 'cache-control': 'no-store' })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** Nothing is at the address, or it is there to be read only. */
export function notFound(request: FastifyRequest): HttpProblem {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const detail = `${request.method} is not offered: this address can only be read. Use GET.`;
    return new HttpProblem({ status: 405, code: 'method-not-allowed', detail }, { allow: 'GET, HEAD' });
  }
  const detail = `There is nothing at ${request.url}. The addresses of the API are listed at /api/docs.`;
  return new HttpProblem({ status: 404, code: 'not-found', detail });
}

function describe(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof HttpProblem) return error.problem;
  if (error instanceof QueryProblem) return toProblem(fromQuery(error));
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return toProblem({ status: error.statusCode, code: 'bad-request', detail: error.message });
  }
  const reference = randomUUID();
  request.log.error({ err: error, reference, url: request.url }, 'Request failed');
  const detail = `The server could not answer. Its log has the cause under reference ${reference}.`;
  return toProblem({ status: 500, code: 'internal-error', detail, reference });
}

function fromQuery({ status, code, detail, parameter, valid }: QueryProblem) {
  return {
    status,
    code,
    detail,
    ...(parameter === undefined ? {} : { parameter }),
    ...(valid === undefined ? {} : { valid: [...valid] }),
  };
}

/** Bytes that are not HTTP never reach a route; they get the same kind of answer. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const isLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const status = isLarge ? 431 : 400;
  const detail = isLarge ? 'The address and headers are too long.' : 'The request is not valid HTTP.';
  const body = JSON.stringify(toProblem({ status, code: 'bad-request', detail }));
  socket.end(
    `HTTP/1.1 ${status} ${isLarge ? 'Request Header Fields Too Large' : 'Bad Request'}\r\n` +
      `Content-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
}
