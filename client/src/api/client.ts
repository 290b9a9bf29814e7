import createClient from 'openapi-fetch';
import { networkError, problemError } from './error.ts';
import type { paths } from './generated/schema.ts';

/** The API of the server this page came from. */
export const api = createClient<paths>({ baseUrl: window.location.origin });

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a reply. @throws ApiError for problem details, another reply, or none. */
export async function bodyOf<T>(request: Promise<Reply<T>>): Promise<T> {
  const reply = await request.catch((cause: unknown) => {
    // A request that the page itself called off is not a failure.
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw networkError();
  });
  if (reply.data === undefined) throw problemError(reply.error, reply.response.status);
  return reply.data;
}
