import type { FastifyInstance } from 'fastify';
import { getAreas } from '../read-models/get-areas.ts';
import { getCatalogue, getMetric } from '../read-models/get-catalogue.ts';
import { fromLive, json } from './answer.ts';
import type { ApiContext } from './context.ts';
import { operations } from './operations.ts';
import { takesNone } from './parameters.ts';

/** The metric catalogue, which needs no release, and the areas. */
export function catalogueRoutes(app: FastifyInstance, context: ApiContext): void {
  const { listMetrics, getMetric: oneMetric, getAreas: areas } = operations;
  app.get(
    listMetrics.url,
    { schema: listMetrics.schema },
    fromLive(context, (_live, _params, query) => {
      takesNone(query);
      return json(context, 'Catalogue', getCatalogue());
    }),
  );
  app.get(
    oneMetric.url,
    { schema: oneMetric.schema },
    fromLive(context, (_live, { id = '' }, query) => {
      takesNone(query);
      return json(context, 'Metric', getMetric(id));
    }),
  );
  app.get(
    areas.url,
    { schema: areas.schema },
    fromLive(context, (_live, _params, query) => {
      takesNone(query);
      return json(context, 'Areas', getAreas(context.store, context.force));
    }),
  );
}
