import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDataFolder, processesOf, removeDataFolder } from '../support/embedded.ts';
import { type StartedServer, startServer } from '../support/start.ts';

const json = async (address: string) => (await fetch(address)).json();

describe('a first start with the demonstration', { timeout: 240_000 }, () => {
  let dataFolder: string;
  let server: StartedServer;
  beforeAll(async () => {
    dataFolder = await makeDataFolder();
    server = startServer({ DATA_DIR: dataFolder, SEED: 'demo' });
    await server.address;
  }, 240_000);
  afterAll(() => removeDataFolder(dataFolder));

  test('opens the port when all fourteen releases are published, each shown on the fifth', async () => {
    const { live, releases } = await json(`${await server.address}/api/v1/releases`);
    expect(live).toBe(14);
    expect(releases.map(({ publishedOn }: { publishedOn: string }) => publishedOn)).toEqual(
      [
        ...['2023-12', '2023-11', '2023-10', '2023-09', '2023-08', '2023-07', '2023-06'],
        ...['2023-05', '2023-04', '2023-03', '2023-02', '2023-01', '2022-12', '2022-11'],
      ].map((month) => `${month}-05`),
    );
    expect(releases.every(({ synthetic }: { synthetic: boolean }) => synthetic)).toBe(true);
    expect(server.output()).toMatch(/Release 14 of 14 published[\s\S]*dashboard is on/);
  });

  test('stops cleanly on Ctrl-C; the next start keeps the data and loads nothing again', async () => {
    const before = await json(`${await server.address}/api/v1/releases`);
    server.process.kill('SIGINT');
    server.process.kill('SIGINT');
    expect(await server.ended).toBe(0);
    await expect.poll(() => processesOf(dataFolder), { timeout: 20_000 }).toEqual([]);

    const second = startServer({ DATA_DIR: dataFolder, SEED: 'demo' });
    expect(await json(`${await second.address}/api/v1/releases`)).toEqual(before);
    expect(second.output()).not.toContain('published');
    second.process.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    await expect.poll(() => processesOf(dataFolder), { timeout: 20_000 }).toEqual([]);
  });
});

describe('a start without the demonstration', { timeout: 120_000 }, () => {
  let dataFolder: string;
  beforeAll(async () => {
    dataFolder = await makeDataFolder();
  });
  afterAll(() => removeDataFolder(dataFolder));

  test('opens at once and says which commands load one’s own files', async () => {
    const server = startServer({ DATA_DIR: dataFolder, SEED: 'none', FORCE: 'W15000004' });
    const address = await server.address;
    expect(server.output()).toContain('Force W15000004 has no areas and no release yet');
    expect(server.output()).toContain('npm run import -- areas areas.csv');
    expect((await fetch(`${address}/api/v1/metrics`)).status).toBe(200);
    expect(await json(`${address}/api/v1/releases/latest`)).toMatchObject({
      status: 404,
      code: 'no-release',
    });
    expect(await (await fetch(address)).text()).toContain('npm run build');
    server.process.kill('SIGINT');
    expect(await server.ended).toBe(0);
  });

  test('says that the demonstration is of another force, and loads nothing', async () => {
    const server = startServer({ DATA_DIR: dataFolder, SEED: 'demo', FORCE: 'W15000004' });
    await server.address;
    expect(server.output()).toContain('The demonstration is of force E23000016');
    server.process.kill('SIGINT');
    expect(await server.ended).toBe(0);
  });
});

describe('a start that cannot be', () => {
  test('because of its settings lists every fault and ends', async () => {
    const server = startServer({ HOST: '0.0.0.0', SEED: 'maybe', PORT: 'x' }, 'server/src/main.ts');
    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(/HOST[\s\S]*SEED|SEED[\s\S]*HOST/);
    expect(server.output()).toContain('PORT');
    expect(server.output()).not.toContain('    at ');
  });

  test('because the port is in use says so in a sentence before anything else is done', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    const env = { PORT: String(port), DATA_DIR: path.join('/nowhere', 'data') };
    const server = startServer(env, 'server/src/main.ts');
    expect(await server.ended).toBe(1);
    expect(server.output()).toBe(
      `Port ${port} on 127.0.0.1 is in use by another program. Stop that, or choose another: PORT=8080 npm start\n`,
    );
    other.close();
  });
});
