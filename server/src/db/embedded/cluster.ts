import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseUnavailable } from '../errors.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** The database superuser of the built-in server. */
export const databaseUser = 'vawg';

/** Where things are under the folder that the supervisor owns (`DATA_DIR/postgres`). */
export interface ClusterPaths {
  folder: string;
  data: string;
  password: string;
  log: string;
}

export function clusterPaths(folder: string): ClusterPaths {
  return {
    folder,
    data: path.join(folder, 'cluster', 'data'),
    password: path.join(folder, 'cluster', 'password'),
    log: path.join(folder, 'server.log'),
  };
}

/** A name for the processes of this folder, the same at every start. */
export function clusterName(folder: string): string {
  return `vawg-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)}`;
}

/**
 * The data folder as PostgreSQL is told it, when it is started inside that folder. On Linux the link
 * reaches it even where the account may not pass the folders above (a project in a 0700 home), from
 * PostgreSQL 16 on.
 */
export function dataArgument(dataFolder: string): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : dataFolder;
}

/** Wraps a command so that it gets `signal` when we die; Linux only, elsewhere the next start cleans up. */
export function dieWithParent(command: string, args: string[], signal: 'INT' | 'KILL'): [string, string[]] {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => existsSync(file));
  if (process.platform !== 'linux' || !setpriv) return [command, args];
  return [setpriv, ['--pdeathsig', signal, '--', command, ...args]];
}

export function hasCluster(paths: ClusterPaths): boolean {
  return existsSync(paths.data);
}

/**
 * Makes the cluster in a folder beside its place and moves it there when it is whole, so that an
 * interrupted first start leaves nothing behind that looks like a database.
 * @param isThrowAway no need to reach the disk
 */
export async function createCluster(
  paths: ClusterPaths,
  binaries: Binaries,
  account: Account,
  isThrowAway: boolean,
  signal: AbortSignal,
): Promise<void> {
  const building = await mkdtemp(path.join(paths.folder, 'new-'));
  await chmod(building, 0o711);
  const data = path.join(building, 'data');
  const password = path.join(building, 'password');
  await mkdir(data, { mode: 0o700 });
  await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  await give(data, account);
  await give(password, account);
  await runInitdb(binaries, data, account, isThrowAway, signal);
  await give(password, { uid: process.getuid?.(), gid: process.getgid?.() });
  await rename(building, path.join(paths.folder, 'cluster'));
}

/** Clears what an interrupted first start left. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(
    names
      .filter((name) => name.startsWith('new-'))
      .map((name) => rm(path.join(folder, name), { recursive: true, force: true })),
  );
}

/** @throws {DatabaseUnavailable} when the folder was made by another major version */
export async function checkMajor(paths: ClusterPaths, binaries: Binaries): Promise<void> {
  const major = Number(await readFile(path.join(paths.data, 'PG_VERSION'), 'utf8'));
  if (major === binaries.major) return;
  throw new DatabaseUnavailable(
    `The database in ${paths.folder} was made by PostgreSQL ${major}, and this version brings ${binaries.major}. ` +
      'Set DATA_DIR to a new folder and load your files again, or go back to the version that made it.',
  );
}

async function give(file: string, account: Account): Promise<void> {
  if (process.getuid?.() === 0) await chown(file, account.uid ?? 0, account.gid ?? 0);
}

async function runInitdb(
  binaries: Binaries,
  data: string,
  account: Account,
  isThrowAway: boolean,
  signal: AbortSignal,
): Promise<void> {
  const within = dataArgument(data);
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8'];
  const args = [
    ...['-D', within, '-U', databaseUser, '--auth=scram-sha-256', `--pwfile=${within}/../password`],
    ...['--encoding=UTF8', '--no-instructions', ...locale, ...(isThrowAway ? ['--no-sync'] : [])],
  ];
  const [command, wrapped] = dieWithParent(binaries.initdb, args, 'KILL');
  const child = spawn(command, wrapped, { ...account, cwd: data, env: {}, signal, killSignal: 'SIGKILL' });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk).slice(-2000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0)
    throw new DatabaseUnavailable(`PostgreSQL could not make its database in ${data}:\n${output.trim()}`);
}
