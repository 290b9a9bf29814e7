import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkReply } from '../plugins/check-reply.ts';
import { contractSchemas, type SchemaName } from '../plugins/components.ts';
import { type PreparedContent, sendPrepared } from '../plugins/prepared-reply.ts';
import { apiHeaders } from '../plugins/security-headers.ts';
import { ENGINE_VERSION } from '../releases/engine-version.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import { type ApiContext, audience } from './context.ts';
import { findRelease, redirectToLive } from './find-release.ts';
import { canonicalQuery, type Query, singleValues } from './parameters.ts';

type Params = Record<string, string>;
/** Works out what an address says; only when its bytes are not kept. */
type Read<Of> = (of: Of, params: Params, query: Query) => Content;
type Content = Pick<PreparedContent, 'body' | 'contentType' | 'headers'>;
type Handler = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined;

/** Answers with a pure function of one release; `latest` redirects to its number. */
export function fromRelease(context: ApiContext, read: Read<LoadedRelease>): Handler {
  return fromCache(context, (request, reply, prepare) => {
    const { n = '' } = request.params as Params;
    if (n === 'latest') return redirectToLive(context.store, request, reply);
    const release = findRelease(context.store, n);
    return prepare(release, (params, query) => read(release, params, query));
  });
}

/** Answers with what the live release, or the registry alone, says now. */
export function fromLive(context: ApiContext, read: Read<LoadedRelease | null>): Handler {
  return fromCache(context, (_request, _reply, prepare) => {
    const live = context.store.live();
    return prepare(live, (params, query) => read(live, params, query));
  });
}

type Prepare = (of: LoadedRelease | null, make: (params: Params, query: Query) => Content) => undefined;

function fromCache(
  context: ApiContext,
  decide: (request: FastifyRequest, reply: FastifyReply, prepare: Prepare) => FastifyReply | undefined,
): Handler {
  return (request, reply) => {
    const kept = context.cache.at(request.url);
    if (kept !== undefined) return void sendPrepared(request, reply, kept);
    return decide(request, reply, (of, make) => {
      const query = singleValues(request.query);
      const path = request.url.split('?', 1)[0];
      const source = [
        of?.record.sha256 ?? 'none',
        ENGINE_VERSION,
        audience,
        path,
        canonicalQuery(query),
      ].join('\n');
      const entry = context.cache.entry(source, request.url, () => ({
        ...make(request.params as Params, query),
        cacheControl: 'private, no-cache',
        source,
      }));
      sendPrepared(request, reply, entry);
    });
  };
}

/** A value of the contract as JSON. */
export function json(context: ApiContext, name: SchemaName, value: unknown): Content {
  if (context.checkReplies) checkReply(name, contractSchemas[name], value);
  return {
    body: Buffer.from(JSON.stringify(value)),
    contentType: 'application/json; charset=utf-8',
    headers: apiHeaders,
  };
}

/** A table to download. */
export function csv(fileName: string, text: string): Content {
  return {
    body: Buffer.from(text),
    contentType: 'text/csv; charset=utf-8; header=present',
    headers: { ...apiHeaders, 'content-disposition': `attachment; filename="${fileName}"` },
  };
}
