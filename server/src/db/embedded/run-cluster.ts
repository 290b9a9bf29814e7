import { openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseUnavailable } from '../errors.ts';
import { type Account, serverAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import {
  checkMajor,
  clusterName,
  clusterPaths,
  createCluster,
  hasCluster,
  removeUnfinished,
} from './cluster.ts';
import type { FromSupervisor } from './messages.ts';
import { findFreePort, type RunningPostgres, startPostgres, whenReady } from './postgres.ts';
import { removeStaleLock, stopOrphans } from './processes.ts';

export interface ClusterOptions {
  /** Absolute; everything of the server is kept in it. */
  folder: string;
  /** Another package of binaries than the usual one. */
  packageName?: string;
  /** For tests: nothing is forced to disk, and the whole data folder is removed at the end. */
  isThrowAway?: boolean;
}

type Tell = (message: FromSupervisor) => void;

const longestLogBytes = 5_000_000;
const restartsAllowed = 3;
const restartWindowSeconds = 60;

/**
 * Runs one PostgreSQL on one folder, made when it is not there, until `signal` stops it. A server that dies
 * is started again on the same port, so that pools reconnect by themselves.
 * @throws {DatabaseUnavailable} when it cannot be started, or dies again and again
 */
export async function runCluster(options: ClusterOptions, tell: Tell, signal: AbortSignal): Promise<void> {
  const { data } = clusterPaths(options.folder);
  await stopOrphans(clusterName(options.folder));
  await removeUnfinished(options.folder);
  const account = serverAccount(data);
  const binaries = findBinaries(account, privateFolder(options.folder), options.packageName);
  await prepare(options, binaries, account, tell, signal);
  const port = await findFreePort();
  const deaths: number[] = [];
  while (!signal.aborted) {
    await serveOnce(options, binaries, account, port, tell, signal);
    if (signal.aborted) return;
    deaths.push(Date.now());
    const recent = deaths.filter((at) => Date.now() - at < restartWindowSeconds * 1000);
    if (recent.length > restartsAllowed) throw failure(options, 'PostgreSQL keeps ending.');
    tell({ kind: 'progress', text: 'PostgreSQL ended unexpectedly; starting it again' });
    await stopOrphans(clusterName(options.folder));
  }
}

async function prepare(
  options: ClusterOptions,
  binaries: Binaries,
  account: Account,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  const paths = clusterPaths(options.folder);
  if (hasCluster(paths)) return checkMajor(paths, binaries);
  tell({ kind: 'progress', text: `Making the database in ${options.folder}` });
  await createCluster(paths, binaries, account, options.isThrowAway ?? false, signal);
}

async function serveOnce(
  options: ClusterOptions,
  binaries: Binaries,
  account: Account,
  port: number,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  const paths = clusterPaths(options.folder);
  await removeStaleLock(paths.data);
  const running: RunningPostgres = startPostgres({
    ...{ binaries, account, port, signal, log: openLog(paths.log), dataFolder: paths.data },
    ...{ clusterName: clusterName(options.folder), isThrowAway: options.isThrowAway ?? false },
  });
  const password = await readFile(paths.password, 'utf8');
  try {
    const version = await whenReady(running, port, password);
    tell({ kind: 'ready', port, version });
  } catch (cause) {
    if (!signal.aborted) throw failure(options, 'PostgreSQL did not start.', cause);
  }
  await running.ended;
}

/** As root the copy must be where another account may read it; otherwise it can stay with the data. */
function privateFolder(folder: string): string {
  return process.getuid?.() === 0 ? '/var/lib/vawg-performance' : path.join(folder, 'binaries');
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longestLogBytes) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function failure(options: ClusterOptions, text: string, cause?: unknown): DatabaseUnavailable {
  const { log } = clusterPaths(options.folder);
  const said = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  return new DatabaseUnavailable(`${text} Its last messages, from ${log}:\n${said}`, { cause });
}
