import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { buildApp } from '../../server/src/app.ts';
import { connectTo } from '../../server/src/db/client.ts';
import { openReleaseStore } from '../../server/src/releases/store.ts';
import { force } from './report.ts';

/**
 * A process of its own: the product's API, and a bare route at the same address that sends the same bytes and
 * headers. Tells their ports.
 */
const [databaseUrl, address] = process.argv.slice(2);
const quiet = () => undefined;
const { db, pool } = await connectTo(databaseUrl, quiet);
const store = await openReleaseStore({ db, pool, force, notify: quiet });
const product = await buildApp({ config: { FORCE: force }, store });
const reply = await product.inject({ url: address, headers: { 'accept-encoding': 'br' } });
const bytes = reply.rawPayload;

// Node and Fastify add the others to both.
const added = ['connection', 'content-length', 'date', 'keep-alive'];
const headers = Object.fromEntries(Object.entries(reply.headers).filter(([name]) => !added.includes(name)));
const bare = fastify();
bare.get(address.split('?', 1)[0], (_request, answer) => {
  answer.headers(headers).send(bytes);
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
