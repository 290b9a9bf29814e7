import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastify from 'fastify';
import { openapiPlugin } from '../plugins/openapi.plugin.ts';
import { operations } from '../routes/operations.ts';

/** The OpenAPI document of the operations, as committed in `server/openapi.json`. */
export async function emitOpenapi(): Promise<string> {
  const app = fastify();
  await app.register(openapiPlugin);
  await app.register(
    async (api) => {
      for (const { url, schema } of Object.values(operations)) api.get(url, { schema }, notServed);
    },
    { prefix: '/api/v1' },
  );
  await app.ready();
  const document = app.swagger();
  await app.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}

const notServed = (): never => {
  throw new Error('This instance only describes the operations.');
};

const committed = fileURLToPath(new URL('../../openapi.json', import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(committed, await emitOpenapi());
