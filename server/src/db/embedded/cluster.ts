import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { DatabaseUnavailable } from '../errors.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { dataArgument, dieWithParent } from './launch.ts';
import { type ClusterPaths, databaseUser } from './paths.ts';

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
  try {
    await runInitdb(binaries, data, account, isThrowAway, signal);
    await give(password, { uid: process.getuid?.(), gid: process.getgid?.() });
    await rename(building, path.dirname(paths.data));
  } catch (error) {
    await removeUnfinished(paths.folder);
    throw error;
  }
}

/** Clears what an interrupted first start left. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(
    names
      .filter((name) => name.startsWith('new-'))
      .map((name) => rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 10 })),
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

/** A copied or restored folder may have come out with another owner or mode; PostgreSQL refuses both. */
export async function claimData(dataFolder: string, account: Account): Promise<void> {
  await chmod(dataFolder, 0o700);
  const { uid } = await stat(dataFolder);
  if (account.uid === undefined || uid === account.uid) return;
  execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, dataFolder]);
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
  if (code === 0) return;
  throw new DatabaseUnavailable(`PostgreSQL could not make its database in ${data}:\n${output.trim()}`);
}
