import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { buildApp } from '../../server/src/app.ts';
import { connectTo } from '../../server/src/db/client.ts';
import { openReleaseStore } from '../../server/src/releases/store.ts';
import { force } from './report.ts';

/** A process of its own: the product's API, and a bare route that sends the same bytes. Tells their ports. */
const [databaseUrl, address] = process.argv.slice(2);
const quiet = () => undefined;
const { db, pool } = await connectTo(databaseUrl, quiet);
const store = await openReleaseStore({ db, pool, force, notify: quiet });
const product = await buildApp({ config: { FORCE: force }, store });
const reply = await product.inject({ url: address, headers: { 'accept-encoding': 'br' } });
const bytes = reply.rawPayload;

const bare = fastify();
bare.get('/bytes', (_request, answer) => {
  answer
    .header('content-type', 'application/json; charset=utf-8')
    .header('content-encoding', 'br')
    .send(bytes);
});
await product.listen({ host: '127.0.0.1', port: 0 });
await bare.listen({ host: '127.0.0.1', port: 0 });
const portOf = (app: typeof bare | typeof product) => (app.server.address() as AddressInfo).port;
process.send?.({
  product: portOf(product),
  bare: portOf(bare),
  bytes: bytes.length,
  status: reply.statusCode,
});
