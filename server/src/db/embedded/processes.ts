import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseUnavailable } from '../errors.ts';

export interface ServerProcess {
  pid: number;
  isPostmaster: boolean;
}

const fastShutdownSeconds = 60;

/**
 * Stops every PostgreSQL process that still works on a folder nobody owns any more, and waits for the
 * last to end: two servers on one folder would destroy it.
 * @param clusterName the name each process of that folder carries in its command line
 */
export async function stopOrphans(clusterName: string, onFound: () => void): Promise<void> {
  const started = Date.now();
  let asked = false;
  for (;;) {
    const orphans = findServer(clusterName);
    if (orphans.length === 0) return;
    if (!asked) onFound();
    const overdueSeconds = (Date.now() - started) / 1000 - fastShutdownSeconds;
    if (overdueSeconds > 10) {
      const pids = orphans.map(({ pid }) => pid).join(', ');
      throw new DatabaseUnavailable(
        `A PostgreSQL left from an earlier run does not stop (process ${pids}). Stop it by hand.`,
      );
    }
    if (overdueSeconds > 0) for (const { pid } of orphans) signal(pid, 'SIGKILL');
    else if (!asked) askToStop(orphans);
    asked = true;
    await wait(20);
  }
}

function askToStop(orphans: ServerProcess[]): void {
  const postmasters = orphans.filter(({ isPostmaster }) => isPostmaster);
  for (const { pid } of postmasters) signal(pid, 'SIGINT');
  if (postmasters.length === 0) for (const { pid } of orphans) signal(pid, 'SIGQUIT');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended in the meantime, which is what we want.
  }
}

/** The postmaster and the backends of one cluster. A backend's title is `postgres: <cluster name>: what it does`. */
export function findServer(clusterName: string): ServerProcess[] {
  return listCommands().flatMap(({ pid, command }) => {
    const isPostmaster =
      /(^|\/)postgres$/.test(command[0] ?? '') && command.includes(`cluster_name=${clusterName}`);
    const isBackend = command[0]?.startsWith(`postgres: ${clusterName}:`) ?? false;
    return isPostmaster || isBackend ? [{ pid, isPostmaster }] : [];
  });
}

function listCommands(): { pid: number; command: string[] }[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({ pid: Number(name), command: readCommand(name) }));
  }
  return execFileSync('ps', ['-A', '-o', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .map((match) => ({ pid: Number(match?.[1]), command: splitTitle(match?.[2] ?? '') }));
}

function readCommand(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** The command line of a process, empty when there is none. */
export function commandOf(pid: number): string {
  return (
    listCommands()
      .find((entry) => entry.pid === pid)
      ?.command.join(' ') ?? ''
  );
}

function splitTitle(title: string): string[] {
  return title.startsWith('postgres: ') ? [title] : title.split(' ');
}

/**
 * Removes a lock file whose process number now belongs to some other program; PostgreSQL would refuse to start.
 * A lock file that names a living PostgreSQL is left alone: that one was started by hand.
 */
export async function removeStaleLock(dataFolder: string): Promise<void> {
  const file = path.join(dataFolder, 'postmaster.pid');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return;
  }
  const holder = listCommands().find(({ pid }) => pid === Number(text.split('\n')[0]));
  const isServer = /(^|\/)postgres(:|$)/.test(holder?.command[0] ?? '');
  if (holder && !isServer) await rm(file, { force: true });
}
