import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { toComponents } from './components.ts';

const info = {
  title: 'VAWG performance',
  version: '1',
  description:
    'Exact figures on police performance on violence against women and girls, read from frozen, numbered releases. ' +
    'Every reply under /releases/{n} is a pure function of the release: it never changes once given. ' +
    'Errors are RFC 9457 problem details with a stable code.',
};

/** Describes every route as OpenAPI 3.1 and serves the pages at `/api/docs`. Register before the routes. */
export const openapiPlugin = fp(
  async (app: FastifyInstance) => {
    for (const component of toComponents()) app.addSchema(component);
    await app.register(swagger, {
      openapi: { openapi: '3.1.0', info },
      refResolver: { buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `def-${i}`) },
    });
    await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  },
  { name: 'openapi' },
);
