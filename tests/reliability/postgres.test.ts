import { spawn } from 'node:child_process';
import { openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { serverAccount } from '../../server/src/db/embedded/account.ts';
import { findBinaries } from '../../server/src/db/embedded/binaries.ts';
import { readOwner } from '../../server/src/db/embedded/ownership.ts';
import { clusterName, clusterPaths } from '../../server/src/db/embedded/paths.ts';
import { type RunningPostgres, startPostgres } from '../../server/src/db/embedded/postgres.ts';
import { findFreePort, whenReady } from '../../server/src/db/embedded/ready.ts';
import {
  end,
  idOf,
  makeDataFolder,
  postmasterOf,
  processesOf,
  query,
  removeDataFolder,
  serverLog,
  startReadyUser,
  startUser,
  supervisorOf,
} from '../support/embedded.ts';

const deadline = { timeout: 40_000, interval: 20 };
// Each test starts several programs, and the machine may be busy with other test files.
vi.setConfig({ testTimeout: 180_000 });
const writeRow = 'create table kept as select 42 as answer';
const readRow = 'select answer from kept';
const row = [{ answer: 42 }];

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await makeDataFolder();
});
afterEach(() => removeDataFolder(dataFolder));

/** A PostgreSQL as a supervisor leaves it where the system cannot tie the one's life to the other's. */
async function startOrphan(): Promise<RunningPostgres> {
  const folder = path.join(dataFolder, 'postgres');
  const paths = clusterPaths(folder);
  const account = serverAccount(paths.data);
  const port = await findFreePort();
  const orphan = startPostgres({
    ...{ account, port, binaries: findBinaries(account, folder), isThrowAway: true },
    ...{ dataFolder: paths.data, clusterName: clusterName(folder), log: openSync(paths.log, 'a') },
  });
  await whenReady(orphan, port, readFileSync(paths.password, 'utf8'));
  return orphan;
}

function expectNothingLeft(): Promise<void> {
  return expect.poll(() => processesOf(dataFolder), deadline).toEqual([]);
}

/** Starts once more and reads what was written before. */
async function expectRowKept(): Promise<void> {
  const user = await startReadyUser(dataFolder);
  expect(await query(user.databaseUrl, readRow)).toEqual(row);
  await end(user.process, 'SIGINT');
}

describe('the built-in database', () => {
  test('serves several programs and stops when the last is killed', async () => {
    const [first, second] = await Promise.all([startReadyUser(dataFolder), startReadyUser(dataFolder)]);
    expect(second.databaseUrl).toBe(first.databaseUrl);
    await query(first.databaseUrl, writeRow);

    await end(first.process, 'SIGKILL');
    expect(await query(second.databaseUrl, readRow)).toEqual(row);

    await end(second.process, 'SIGKILL');
    await expectNothingLeft();
    await expectRowKept();
  });

  test('starts once when six programs race for it', async () => {
    const users = await Promise.all(Array.from({ length: 6 }, () => startReadyUser(dataFolder)));

    expect(new Set(users.map(({ databaseUrl }) => databaseUrl)).size).toBe(1);
    expect(serverLog(dataFolder).match(/starting PostgreSQL/g)).toHaveLength(1);
    await Promise.all(users.map((user) => end(user.process, 'SIGKILL')));
    await expectNothingLeft();
  });

  test('has stopped cleanly when Ctrl-C has ended the program', async () => {
    const user = await startReadyUser(dataFolder);
    const exited = new Promise((resolve) => user.process.once('exit', resolve));

    process.kill(-idOf(user.process), 'SIGINT');

    expect(await exited).toBe(0);
    expect(await processesOf(dataFolder)).toEqual([]);
    expect(serverLog(dataFolder)).toMatch(/database system is shut down\s*$/);
  });
});

describe('after kill -9', () => {
  test('of the supervisor, PostgreSQL stops and the next start has the data', async () => {
    const user = await startReadyUser(dataFolder);
    await query(user.databaseUrl, writeRow);

    process.kill(await supervisorOf(dataFolder), 'SIGKILL');

    await expectNothingLeft();
    await expectRowKept();
    await end(user.process, 'SIGKILL');
  });

  test('of PostgreSQL, it runs again at the same address with the data', async () => {
    const user = await startReadyUser(dataFolder);
    await query(user.databaseUrl, writeRow);
    const killed = postmasterOf(dataFolder);

    process.kill(killed, 'SIGKILL');

    await expect.poll(() => query(user.databaseUrl, readRow).catch(() => []), deadline).toEqual(row);
    expect(postmasterOf(dataFolder)).not.toBe(killed);
    await end(user.process, 'SIGKILL');
    await expectNothingLeft();
  });

  test('of everything at once, the next start has the data', async () => {
    const user = await startReadyUser(dataFolder);
    await query(user.databaseUrl, writeRow);
    const all = [idOf(user.process), await supervisorOf(dataFolder), postmasterOf(dataFolder)];

    for (const pid of all) process.kill(pid, 'SIGKILL');

    await expectRowKept();
    await expectNothingLeft();
  });

  test.each(['the program', 'the supervisor'])(
    'of %s while the database is made, the next start makes it',
    async (victim) => {
      const user = startUser(dataFolder);
      const folder = path.join(dataFolder, 'postgres');
      await expect
        .poll(() => readdirSync(folder).filter((name) => name.startsWith('new-')), deadline)
        .toHaveLength(1);
      const pid = victim === 'the program' ? idOf(user) : await supervisorOf(dataFolder);

      process.kill(pid, 'SIGKILL');

      const next = await startReadyUser(dataFolder);
      expect(await query(next.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(readdirSync(folder).filter((name) => name.startsWith('new-'))).toEqual([]);
      await Promise.all([end(user, 'SIGKILL'), end(next.process, 'SIGKILL')]);
      await expectNothingLeft();
    },
  );
});

describe('a folder left by an earlier run', () => {
  test('opens when a PostgreSQL nobody owns still works on it, which ends first', async () => {
    const before = await startReadyUser(dataFolder);
    await query(before.databaseUrl, writeRow);
    await end(before.process, 'SIGINT');
    const orphan = await startOrphan();
    expect(postmasterOf(dataFolder)).toBeGreaterThan(0);

    await Promise.all([expectRowKept(), orphan.ended]);

    await expectNothingLeft();
  });

  test('opens when its process numbers now belong to other programs', async () => {
    const before = await startReadyUser(dataFolder);
    await query(before.databaseUrl, writeRow);
    await end(before.process, 'SIGINT');
    const folder = path.join(dataFolder, 'postgres');
    const data = path.join(folder, 'cluster', 'data');
    const stranger = spawn('sleep', ['600'], { ...serverAccount(data) });
    const { number } = await readOwner(folder);
    writeFileSync(path.join(data, 'postmaster.pid'), `${stranger.pid}\n${data}\n`);
    writeFileSync(
      path.join(folder, `owner-${number}`),
      JSON.stringify({ pid: stranger.pid, port: 9, token: 'old' }),
    );

    await expectRowKept();

    expect(stranger.exitCode).toBeNull();
    await end(stranger, 'SIGKILL');
  });
});
