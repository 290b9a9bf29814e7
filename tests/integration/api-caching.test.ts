import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withdrawRelease } from '../../server/src/releases/withdraw.ts';
import { force, openTestApi, type TestApi } from '../support/api.ts';

const series = '/api/v1/releases/1/series?metric=response.time&grade=2';
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi([13]);
});
afterAll(() => api.close());

const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers });

describe('a reply of a release', () => {
  test('is the same figures in each encoding, each with a strong tag of its own', async () => {
    const plain = await get(series);
    const gzip = await get(series, { 'accept-encoding': 'gzip' });
    const br = await get(series, { 'accept-encoding': 'gzip, deflate, br' });
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body);
    expect([plain, gzip, br].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ]);
    const tags = [plain, gzip, br].map(({ headers }) => String(headers.etag));
    expect(new Set(tags).size).toBe(3);
    expect(tags.every((tag) => tag.startsWith('"'))).toBe(true);
  });

  test('may be kept by its reader, who asks before using it', async () => {
    const { headers } = await get(series);
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers.vary).toBe('accept-encoding');
  });

  test.each([
    (tag: string) => tag,
    (tag: string) => `W/${tag}`,
    (tag: string) => `"other", ${tag}`,
    () => '*',
  ])('is not sent again to a reader who holds it (%s)', async (ifNoneMatch) => {
    const { etag } = (await get(series)).headers;
    const again = await get(series, { 'if-none-match': ifNoneMatch(String(etag)) });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expect(again.headers.etag).toBe(etag);
    expect(again.headers['cache-control']).toBe('private, no-cache');
  });

  test('is sent again when the reader holds another encoding', async () => {
    const { etag } = (await get(series, { 'accept-encoding': 'gzip' })).headers;
    expect((await get(series, { 'if-none-match': String(etag) })).statusCode).toBe(200);
  });

  test('has one tag whatever the order of its parameters', async () => {
    const { etag } = (await get(series)).headers;
    const turned = await get('/api/v1/releases/1/series?grade=2&metric=response.time');
    expect(turned.headers.etag).toBe(etag);
  });

  test('has another tag for another question', async () => {
    const { etag } = (await get(series)).headers;
    expect((await get(series.replace('grade=2', 'grade=1'))).headers.etag).not.toBe(etag);
  });

  test('gives HEAD its headers and no body', async () => {
    const whole = await get(series);
    const head = await api.app.inject({ method: 'HEAD', url: series });
    expect(head.body).toBe('');
    expect(head.headers).toMatchObject({
      etag: whole.headers.etag,
      'content-length': whole.headers['content-length'],
    });
  });
});

describe('latest', () => {
  test.each([
    '',
    '/state',
    '/board/2023-10',
    '/measures/response.time?grade=2',
    '/measures/response.time.csv',
  ])('redirects to the number, keeping the rest: %j', async (rest) => {
    const reply = await get(`/api/v1/releases/latest${rest}`);
    expect(reply.statusCode).toBe(307);
    expect(reply.headers.location).toBe(`/api/v1/releases/1${rest}`);
    expect(reply.headers['cache-control']).toBe('no-store');
  });
});

describe('a new release', () => {
  test('is answered without a restart, and the old one stays as it was', async () => {
    const before = await get(series);
    const areasBefore = await get('/api/v1/areas');
    const changed = new Promise<void>((resolve) => api.store.onChange(resolve));

    await api.demo.publishTo(14);
    await changed;

    expect((await get('/api/v1/releases')).json()).toMatchObject({
      live: 2,
      releases: [{ number: 2 }, { number: 1 }],
    });
    expect((await get('/api/v1/releases/latest')).headers.location).toBe('/api/v1/releases/2');
    expect((await get('/api/v1/releases/1/state')).json()).toEqual({
      number: 1,
      status: 'superseded',
      live: 2,
    });
    expect((await get('/api/v1/areas')).json()).toMatchObject({ release: areasBefore.json().release + 1 });
    const after = await get(series);
    expect(after.body).toBe(before.body);
    expect(after.headers.etag).toBe(before.headers.etag);
    const newest = (await get(series.replace('releases/1', 'releases/2'))).json();
    expect(newest.series[0].points.at(-1).period).toBe('2023-11');
  });

  test('that is withdrawn gives way to the one before, without a restart', async () => {
    const listed = (await get('/api/v1/areas')).json();
    const changed = new Promise<void>((resolve) => api.store.onChange(resolve));

    await withdrawRelease(api.db, force, 2);
    await changed;

    expect((await get('/api/v1/releases/latest')).headers.location).toBe('/api/v1/releases/1');
    expect((await get('/api/v1/releases/2/state')).json()).toEqual({
      number: 2,
      status: 'withdrawn',
      live: 1,
    });
    expect([listed.release, (await get('/api/v1/areas')).json().release]).toEqual([2, 1]);
    expect((await get(series.replace('releases/1', 'releases/2'))).statusCode).toBe(200);
  });
});
