import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi([]);
});
afterAll(() => api.close());

describe('the API before the first release', () => {
  test('answers the catalogue from the registry', async () => {
    const reply = await api.app.inject('/api/v1/metrics');
    expect(reply.statusCode).toBe(200);
    expect(reply.json().metrics.length).toBeGreaterThan(0);
  });

  test.each(['latest', '1'])('has no release %s, and says which commands bring one about', async (number) => {
    const reply = await api.app.inject(`/api/v1/releases/${number}`);
    expect(reply.statusCode).toBe(404);
    expect(reply.json()).toMatchObject({ code: 'no-release' });
    expect(reply.json().commands.at(-1)).toBe('npm run release -- publish');
  });

  test('has an empty history and no areas yet', async () => {
    expect((await api.app.inject('/api/v1/releases')).json()).toEqual({ live: null, releases: [] });
    expect((await api.app.inject('/api/v1/areas')).json()).toMatchObject({ release: null, areaSets: [] });
  });

  test('is ready: the pages can say what to do', async () => {
    expect((await api.app.inject('/health/ready')).json()).toEqual({ status: 'ready', release: null });
  });

  test('answers the first release without a restart', async () => {
    const changed = new Promise<void>((resolve) => api.store.onChange(resolve));
    await api.demo.publishTo(1);
    await changed;
    expect((await api.app.inject('/api/v1/releases')).json()).toMatchObject({ live: 1 });
    expect((await api.app.inject('/api/v1/areas')).json()).toMatchObject({ release: 1 });
  });
});
