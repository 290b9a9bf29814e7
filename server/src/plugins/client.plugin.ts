import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { page } from './page.ts';
import { PreparedReply, sendPrepared } from './prepared-reply.ts';
import { notFound } from './problems.plugin.ts';
import { pageHeaders } from './security-headers.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const notBuilt = page(
  'The pages are not built yet',
  '<p>The server runs and <a href="/api/docs">the API</a> answers, but there is no built dashboard.</p>' +
    '<p>Build it, then start again:</p><pre>npm run build\nnpm start</pre>',
);

/**
 * Serves the built dashboard from memory: known files only, so no address can leave the folder. Any other
 * address outside the API is a page of the dashboard, which reads it in the browser.
 * @param folder `client/dist`; when there is none, every page says how to build it
 */
export const clientPlugin = fp(
  async (app: FastifyInstance, { folder }: { folder: string }) => {
    const files = existsSync(path.join(folder, 'index.html')) ? readFiles(folder) : new Map();
    const index = files.get('/index.html') ?? prepare(Buffer.from(notBuilt), '.html', 'no-store');
    const answer = (request: FastifyRequest, reply: FastifyReply): undefined => {
      const { pathname } = new URL(request.url, 'http://localhost');
      const file = files.get(pathname) ?? (isPage(pathname) ? index : undefined);
      if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD'))
        throw notFound(request);
      sendPrepared(request, reply, file);
    };
    app.get('/', { schema: { hide: true } }, answer);
    app.setNotFoundHandler(answer);
  },
  { name: 'client', dependencies: ['problems'] },
);

/** Metric ids hold a dot, so a name is a file's only when it ends like one. */
function isPage(pathname: string): boolean {
  if (/^\/((api|health|assets)(\/|$)|\.)/.test(pathname)) return false;
  return !(path.extname(pathname) in contentTypes);
}

function readFiles(folder: string): Map<string, PreparedReply> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => statSync(path.join(folder, name)).isFile() && !path.basename(name).startsWith('.'),
  );
  return new Map(
    names.map((name) => {
      const address = `/${name.split(path.sep).join('/')}`;
      // Only names that carry a hash of their content may be kept without asking.
      const isHashed = address.startsWith('/assets/');
      const cacheControl = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
      return [address, prepare(readFileSync(path.join(folder, name)), path.extname(name), cacheControl)];
    }),
  );
}

function prepare(body: Buffer, extension: string, cacheControl: string): PreparedReply {
  const contentType = contentTypes[extension] ?? 'application/octet-stream';
  return new PreparedReply({ body, contentType, cacheControl, headers: pageHeaders });
}
