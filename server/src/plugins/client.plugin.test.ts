import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientPlugin } from './client.plugin.ts';
import { problemsPlugin } from './problems.plugin.ts';

const built: Record<string, string> = {
  'index.html': '<!doctype html><title>Dashboard</title>',
  'icon.svg': '<svg/>',
  '.sources': 'hash of the sources',
  'assets/main-abc123.js': 'export {};',
};
let folder: string;
let app: FastifyInstance;

async function serve(clientFolder: string): Promise<FastifyInstance> {
  const server = fastify();
  await server.register(problemsPlugin);
  await server.register(clientPlugin, { folder: clientFolder });
  return server;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vawg-client-'));
  await mkdir(path.join(folder, 'assets'));
  await Promise.all(Object.entries(built).map(([name, text]) => writeFile(path.join(folder, name), text)));
  app = await serve(folder);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('clientPlugin', () => {
  test.each(['/', '/index.html', '/board?month=2023-11', '/measures/response.time', '/releases'])(
    'gives the dashboard at %s, to be asked for again each time',
    async (address) => {
      const reply = await app.inject(address);
      expect(reply.statusCode).toBe(200);
      expect(reply.body).toBe(built['index.html']);
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.headers['cache-control']).toBe('no-cache');
    },
  );

  test('lets hashed assets be kept for ever', async () => {
    const reply = await app.inject('/assets/main-abc123.js');
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(reply.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test('does not let a file without a hash be kept', async () => {
    expect((await app.inject('/icon.svg')).headers['cache-control']).toBe('no-cache');
  });

  test('allows only scripts of our own', async () => {
    const { headers } = await app.inject('/');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("font-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test.each([
    '/assets/main-old.js',
    '/favicon.ico',
    '/api/v1/nothing',
    '/api',
    '/health/none',
    '/.sources',
    '/assets/../../package.json',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
  ])('says in problem details that nothing is at %s', async (address) => {
    const reply = await app.inject(address);
    expect(reply.statusCode).toBe(404);
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(reply.json()).toMatchObject({ status: 404, code: 'not-found', type: '/api/problems#not-found' });
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)(
    'refuses %s as read only',
    async (method) => {
      const reply = await app.inject({ method, url: '/board' });
      expect(reply.statusCode).toBe(405);
      expect(reply.headers.allow).toBe('GET, HEAD');
      expect(reply.json()).toMatchObject({ code: 'method-not-allowed' });
    },
  );

  test('gives no body to HEAD', async () => {
    const reply = await app.inject({ method: 'HEAD', url: '/board' });
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toBe('');
  });

  test('says how to build the pages when they are not there', async () => {
    const empty = await serve(path.join(folder, 'missing'));
    const reply = await empty.inject('/board');
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain('npm run build');
    expect(reply.headers['cache-control']).toBe('no-store');
    await empty.close();
  });
});
