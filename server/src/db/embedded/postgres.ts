import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, statfsSync } from 'node:fs';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { dataArgument, dieWithParent } from './launch.ts';

export interface PostgresOptions {
  binaries: Binaries;
  account: Account;
  dataFolder: string;
  clusterName: string;
  port: number;
  /** File descriptor for the server's own messages; closed here. */
  log: number;
  isThrowAway: boolean;
}

export interface RunningPostgres {
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Stops it in an orderly way, rolling back open transactions; resolves when it has ended. */
  stop(): Promise<void>;
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
/** Below this much free /dev/shm, parallel queries may not find room. */
const leastSharedMemoryBytes = 512_000_000;
const throwAwaySettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export function startPostgres(options: PostgresOptions): RunningPostgres {
  const chosen = [
    ...settings,
    ...sharedMemorySettings(),
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
  closeSync(options.log);
  return { ended, stop: () => stop(child, ended) };
}

/** A container often has only 64 MB of /dev/shm, too little for parallel queries; then use files instead. */
function sharedMemorySettings(): string[] {
  if (process.platform !== 'linux') return [];
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize < leastSharedMemoryBytes ? ['dynamic_shared_memory_type=mmap'] : [];
  } catch {
    return ['dynamic_shared_memory_type=mmap'];
  }
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
