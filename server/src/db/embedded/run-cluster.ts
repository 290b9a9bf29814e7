import { readFile } from 'node:fs/promises';
import { DatabaseUnavailable } from '../errors.ts';
import { type Account, serverAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { checkMajor, claimData, createCluster, hasCluster, removeUnfinished } from './cluster.ts';
import type { FromSupervisor } from './messages.ts';
import { type ClusterPaths, clusterName, clusterPaths } from './paths.ts';
import { startPostgres } from './postgres.ts';
import { removeStaleLock, stopOrphans } from './processes.ts';
import { findFreePort, whenReady } from './ready.ts';
import { openLog, readLogEnd } from './server-log.ts';

export interface ClusterOptions {
  /** Absolute; everything of the server is kept in it. */
  folder: string;
  /** Another package of binaries than the usual one. */
  packageName?: string;
  /** For tests: nothing is forced to disk, and the whole data folder is removed at the end. */
  isThrowAway?: boolean;
}

type Tell = (message: FromSupervisor) => void;

interface Cluster {
  paths: ClusterPaths;
  name: string;
  account: Account;
  binaries: Binaries;
  isThrowAway: boolean;
}

const slowStartSeconds = 5;
const slowText = 'PostgreSQL is still starting; after a crash it recovers first';
const restartsAllowed = 3;
const restartWindowSeconds = 60;

/**
 * Runs one PostgreSQL on one folder, made when it is not there, until `signal` stops it. A server that dies
 * is started again on the same port, so that pools reconnect by themselves.
 * @throws {DatabaseUnavailable} when it cannot be started, or dies again and again
 */
export async function runCluster(options: ClusterOptions, tell: Tell, signal: AbortSignal): Promise<void> {
  const cluster = await prepare(options, tell, signal);
  const port = await findFreePort();
  const deaths: number[] = [];
  while (!signal.aborted) {
    await serveOnce(cluster, port, tell, signal);
    if (signal.aborted) return;
    deaths.push(Date.now());
    const recent = deaths.filter((at) => Date.now() - at < restartWindowSeconds * 1000);
    if (recent.length > restartsAllowed) throw failure(cluster, 'PostgreSQL keeps ending.');
    tell({ kind: 'progress', text: 'PostgreSQL ended unexpectedly; starting it again' });
    await clearFolder(cluster.name, tell);
  }
}

async function prepare(options: ClusterOptions, tell: Tell, signal: AbortSignal): Promise<Cluster> {
  const { folder, isThrowAway = false } = options;
  const paths = clusterPaths(folder);
  const name = clusterName(folder);
  await clearFolder(name, tell);
  await removeUnfinished(folder);
  const account = serverAccount(paths.data);
  const binaries = findBinaries(account, folder, options.packageName);
  if (hasCluster(paths)) {
    await checkMajor(paths, binaries);
    await claimData(paths.data, account);
  } else {
    tell({ kind: 'progress', text: `Making the database in ${folder}` });
    await createCluster(paths, binaries, account, isThrowAway, signal);
  }
  return { paths, name, account, binaries, isThrowAway };
}

function clearFolder(name: string, tell: Tell): Promise<void> {
  return stopOrphans(name, () =>
    tell({ kind: 'progress', text: 'Waiting for an earlier PostgreSQL to stop' }),
  );
}

async function serveOnce(cluster: Cluster, port: number, tell: Tell, signal: AbortSignal): Promise<void> {
  const { paths, name, ...how } = cluster;
  await removeStaleLock(paths.data);
  const password = await readFile(paths.password, 'utf8');
  const log = openLog(paths.log);
  const running = startPostgres({ ...how, port, log, dataFolder: paths.data, clusterName: name });
  const stop = (): void => void running.stop();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  const slow = setTimeout(() => tell({ kind: 'progress', text: slowText }), slowStartSeconds * 1000);
  try {
    tell({ kind: 'ready', port, version: await whenReady(running, port, password) });
  } catch (cause) {
    await running.stop();
    if (!signal.aborted) throw failure(cluster, 'PostgreSQL did not start.', cause);
  } finally {
    clearTimeout(slow);
  }
  await running.ended;
  signal.removeEventListener('abort', stop);
}

function failure({ paths }: Cluster, text: string, cause?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(`${text} Its last messages, from ${paths.log}:\n${readLogEnd(paths.log)}`, {
    cause,
  });
}
