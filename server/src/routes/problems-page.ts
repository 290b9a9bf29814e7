import type { FastifyInstance } from 'fastify';
import { problemsPage } from '../plugins/http-problem.ts';
import { page } from '../plugins/page.ts';
import { problemTitles } from '../plugins/problem-titles.ts';
import { pageHeaders } from '../plugins/security-headers.ts';

/** The page that the `type` of every problem leads to. */
export function problemsPageRoute(app: FastifyInstance): void {
  const entries = Object.entries(problemTitles).map(
    ([code, title]) => `<dt id="${code}"><code>${code}</code></dt><dd>${title}.</dd>`,
  );
  const html = page('Problem codes of the API', `<dl>${entries.join('\n')}</dl>`);
  app.get(problemsPage, { schema: { hide: true } }, (_request, reply) =>
    reply.headers(pageHeaders).type('text/html; charset=utf-8').send(html),
  );
}
