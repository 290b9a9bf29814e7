import type { FastifyInstance } from 'fastify';
import { apiHeaders } from '../plugins/security-headers.ts';
import { getRelease, getReleaseState } from '../read-models/get-release.ts';
import { listReleases } from '../read-models/list-releases.ts';
import { fromLive, fromRelease, json } from './answer.ts';
import type { ApiContext } from './context.ts';
import { findRelease, redirectToLive } from './find-release.ts';
import { operations } from './operations.ts';
import { singleValues, takesNone } from './parameters.ts';

/** The release history, one release, and the one part of a release that can change. */
export function releaseRoutes(app: FastifyInstance, context: ApiContext): void {
  const { listReleases: history, getRelease: oneRelease, getReleaseState: state } = operations;
  app.get(
    history.url,
    { schema: history.schema },
    fromLive(context, (_live, _params, query) => {
      takesNone(query);
      return json(context, 'Releases', listReleases(context.store));
    }),
  );
  app.get(
    oneRelease.url,
    { schema: oneRelease.schema },
    fromRelease(context, (release, _params, query) => {
      takesNone(query);
      return json(context, 'Release', getRelease(release));
    }),
  );
  app.get<{ Params: { n: string } }>(state.url, { schema: state.schema }, (request, reply) => {
    takesNone(singleValues(request.query));
    if (request.params.n === 'latest') return redirectToLive(context.store, request, reply);
    const { number } = findRelease(context.store, request.params.n);
    const { body, contentType } = json(context, 'ReleaseState', getReleaseState(context.store, number));
    return reply
      .headers({ ...apiHeaders, 'cache-control': 'no-store' })
      .type(contentType)
      .send(body);
  });
}
