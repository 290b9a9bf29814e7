import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Releases } from '../../server/src/contract/release.ts';
import { openDatabase } from '../../server/src/db/client.ts';
import { importFile } from '../../server/src/ingest/import-file.ts';
import { publishRelease } from '../../server/src/releases/publish.ts';
import { fixture, homeForce } from '../fixtures/import-kit.ts';
import { makeDataFolder, processesOf, removeDataFolder, supervisorOf } from '../support/embedded.ts';
import { startServer } from '../support/start.ts';

const deadline = { timeout: 90_000, interval: 100 };

let dataFolder: string;
beforeAll(async () => {
  dataFolder = await makeDataFolder();
});
afterAll(() => removeDataFolder(dataFolder));

/** Imports a file of one incident and publishes, as another program than the server. */
async function publishOne(): Promise<void> {
  const { db, pool, close } = await openDatabase({ DATA_DIR: dataFolder }, () => undefined);
  const incidents = path.join(dataFolder, 'incidents.csv');
  await writeFile(
    incidents,
    'incident_ref,area_code,received_at,final_grade,domestic_abuse\nI1,N1,2023-05-01T10:00:00Z,1,true\n',
  );
  const deps = { pool, force: homeForce, hmacKey: Buffer.alloc(32, 7) };
  for (const [feed, file] of [
    ['areas', fixture('reference/areas.csv')],
    ['grades', fixture('reference/grades.csv')],
    ['incidents', incidents],
  ])
    expect(await importFile(deps, { feed, path: file })).toMatchObject({ status: 'applied' });
  await publishRelease({ db, force: homeForce });
  await close();
}

test('a server whose supervisor is killed -9 opens the database again and shows the next release', {
  timeout: 300_000,
}, async () => {
  const server = startServer({ DATA_DIR: dataFolder, SEED: 'none' });
  const address = await server.address;
  const killed = await supervisorOf(dataFolder);

  process.kill(killed, 'SIGKILL');

  await expect.poll(server.output, deadline).toContain('The database is open again');
  expect(server.output()).toContain('looks after the database has ended; starting it again');
  expect(await supervisorOf(dataFolder)).not.toBe(killed);
  await publishOne();
  const live = async () => ((await (await fetch(`${address}/api/v1/releases`)).json()) as Releases).live;
  await expect.poll(live, deadline).toBe(1);

  server.process.kill('SIGINT');
  expect(await server.ended).toBe(0);
  await expect.poll(() => processesOf(dataFolder), deadline).toEqual([]);
});
