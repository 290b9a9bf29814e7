import type { FastifyInstance } from 'fastify';
import { apiHeaders } from '../plugins/security-headers.ts';
import type { ApiContext } from './context.ts';
import { operations } from './operations.ts';

const uncached = { ...apiHeaders, 'cache-control': 'no-store' };

/**
 * For a balancer or a container engine. Ready does not ask the database: the API answers from memory and
 * goes on when the database is gone, so taking it out of service would help nobody.
 */
export function healthRoutes(app: FastifyInstance, { store }: ApiContext, isDocumented: boolean): void {
  const { getLiveness: live, getReadiness: ready } = operations;
  const schemaOf = <T>(schema: T) => (isDocumented ? schema : { hide: true });
  const release = () => store.live()?.number ?? null;
  app.get(live.url, { schema: schemaOf(live.schema) }, (_request, reply) =>
    reply.headers(uncached).send({ status: 'live', release: release() }),
  );
  app.get(ready.url, { schema: schemaOf(ready.schema) }, (_request, reply) =>
    reply.headers(uncached).send({ status: 'ready', release: release() }),
  );
}
