/**
 * A process of its own, one for each data folder: it owns PostgreSQL. Every program that uses the database
 * holds one connection to it, and when the last is gone, killed or not, PostgreSQL is stopped. It runs in a
 * session of its own, so that Ctrl-C reaches the programs and not the database under them.
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { type FromSupervisor, type FromUser, receiveLines, send } from './messages.ts';
import { claim } from './ownership.ts';
import { type ClusterOptions, runCluster } from './run-cluster.ts';

const firstUserSeconds = 30;

const options = JSON.parse(process.argv[2] ?? '') as ClusterOptions;
const token = randomBytes(24).toString('hex');
const users = new Set<Socket>();
let last: Socket | undefined;
const stopping = new AbortController();
let latest: FromSupervisor | undefined;
let serving: Promise<void> | undefined;

const listener = createServer({ allowHalfOpen: true }, admit);
listener.listen(0, '127.0.0.1', () => void begin());
for (const name of ['SIGINT', 'SIGHUP'] as const) process.on(name, () => undefined);
process.on('SIGTERM', () => void stop());

async function begin(): Promise<void> {
  const address = listener.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const isOurs = await claim(options.folder, { pid: process.pid, port: address.port, token });
  await new Promise((resolve) => process.send?.(isOurs ? 'owner' : 'held', resolve));
  if (process.connected) process.disconnect();
  if (!isOurs) process.exit();
  setTimeout(() => users.size === 0 && void stop(), firstUserSeconds * 1000);
}

function admit(socket: Socket): void {
  const leave = (): void => {
    const wasLast = users.delete(socket) && users.size === 0;
    if (!wasLast) return void socket.end();
    last = socket;
    void stop();
  };
  socket.on('error', leave).on('end', leave).on('close', leave);
  receiveLines(socket, (message) => {
    if ((message as FromUser).token !== token) return socket.destroy();
    users.add(socket);
    send(socket, { kind: 'welcome' });
    if (latest) send(socket, latest);
    serving ??= serve();
  });
}

async function serve(): Promise<void> {
  try {
    await runCluster(options, tell, stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted)
      tell({ kind: 'failed', text: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
    void stop();
  }
}

function tell(message: FromSupervisor): void {
  latest = message;
  for (const user of users) send(user, message);
}

/** The last user's connection stays open until PostgreSQL has ended, so that it can wait for that. */
async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  listener.close();
  await serving;
  if (options.isThrowAway) await rm(path.dirname(options.folder), { recursive: true, force: true });
  await Promise.all(
    [...users, ...(last ? [last] : [])].map((socket) => new Promise<void>((resolve) => socket.end(resolve))),
  );
  process.exit();
}
