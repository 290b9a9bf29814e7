import type { FastifyInstance } from 'fastify';

/** Pages a visitor opens first, below a release. */
const pages = ['board/latest', 'comparison'];

/**
 * Asks a server for the first pages of a release, so that no visitor waits while their code runs for the first time.
 * The replies are kept for them. It answers others between one page and the next.
 */
export async function warmPages(app: FastifyInstance, release: number): Promise<void> {
  for (const page of pages)
    await app.inject({
      url: `/api/v1/releases/${release}/${page}`,
      headers: { 'accept-encoding': 'gzip, deflate, br' },
    });
}
