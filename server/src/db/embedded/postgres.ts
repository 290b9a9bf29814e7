import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseUnavailable } from '../errors.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { dataArgument, databaseUser, dieWithParent } from './cluster.ts';

export interface PostgresOptions {
  binaries: Binaries;
  account: Account;
  dataFolder: string;
  clusterName: string;
  port: number;
  /** File descriptor for the server's own messages. */
  log: number;
  isThrowAway: boolean;
  /** Stops the server in an orderly way: open transactions are rolled back. */
  signal: AbortSignal;
}

export interface RunningPostgres {
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
}

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off',
  'max_wal_size=2GB',
  // Refused values and keys must not reach a log file.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
];
/** SQLSTATE while the server starts up, recovers or shuts down. */
const cannotConnectNow = '57P03';
const throwAwaySettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export function startPostgres(options: PostgresOptions): RunningPostgres {
  const chosen = [
    ...settings,
    ...(options.isThrowAway ? throwAwaySettings : []),
    `port=${options.port}`,
    `cluster_name=${options.clusterName}`,
  ];
  const args = ['-D', dataArgument(options.dataFolder), ...chosen.flatMap((setting) => ['-c', setting])];
  const [command, wrapped] = dieWithParent(options.binaries.postgres, args, 'INT');
  const child = spawn(command, wrapped, {
    ...options.account,
    cwd: options.dataFolder,
    env: {},
    stdio: ['ignore', options.log, options.log],
  });
  const ended = new Promise<void>((resolve) =>
    child.once('error', () => resolve()).once('exit', () => resolve()),
  );
  options.signal.addEventListener('abort', () => void stop(child, ended), { once: true });
  if (options.signal.aborted) void stop(child, ended);
  return { ended };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT');
  const harder = [
    setTimeout(() => child.kill('SIGQUIT'), 60_000),
    setTimeout(() => child.kill('SIGKILL'), 70_000),
  ];
  await ended;
  for (const timer of harder) clearTimeout(timer);
}

/**
 * Waits until the server answers, through crash recovery if it must.
 * @returns its version, such as "18.4"
 * @throws {DatabaseUnavailable} when it ends instead
 */
export async function whenReady(running: RunningPostgres, port: number, password: string): Promise<string> {
  let hasEnded = false;
  void running.ended.then(() => {
    hasEnded = true;
  });
  let last: unknown;
  while (!hasEnded) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: databaseUser,
      password,
      database: 'postgres',
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return rows[0]?.server_version ?? '';
    } catch (error) {
      if (!isStarting(error)) throw error;
      last = error;
      await wait(20);
    } finally {
      await client.end();
    }
  }
  throw new DatabaseUnavailable('PostgreSQL ended while it was starting.', { cause: last });
}

function isStarting(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === cannotConnectNow;
}

/** A port that is free now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
