import type { FastifyInstance } from 'fastify';
import { getMethods } from '../read-models/get-methods.ts';
import { fromLive, json } from './answer.ts';
import type { ApiContext } from './context.ts';
import { operations } from './operations.ts';
import { takesNone } from './parameters.ts';

/** Rule sets and methods in plain words; the examples are those of the live release. */
export function methodRoutes(app: FastifyInstance, context: ApiContext): void {
  const { getMethods: methods } = operations;
  app.get(
    methods.url,
    { schema: methods.schema },
    fromLive(context, (live, _params, query) => {
      takesNone(query);
      return json(context, 'Methods', getMethods(live));
    }),
  );
}
