import { chmodSync, closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { DatabaseUnavailable } from '../errors.ts';
import { type FromSupervisor, receiveLines, send } from './messages.ts';
import { isHeld, type Owner, readOwner } from './ownership.ts';
import { clusterPaths, databaseUser } from './paths.ts';
import type { ClusterOptions } from './run-cluster.ts';
import { startSupervisor } from './start-supervisor.ts';

export interface EmbeddedDatabase {
  /** Holds the password: never print it. */
  databaseUrl: string;
  /** Such as "18.4". */
  version: string;
  /** Lets go of the database; when nobody else uses it, resolves once PostgreSQL has stopped. */
  close(): Promise<void>;
}

const attempts = 20;
const silenceSeconds = 30;
const lostText = 'The built-in PostgreSQL has stopped. Start this program again to use it.';

/**
 * Uses the PostgreSQL of a data folder: attaches to the one that runs, or starts it.
 * @param dataDir the program's data folder; the server lives in `postgres` under it
 * @param notify one line for people at each step
 * @throws {DatabaseUnavailable} saying what to do
 */
export async function openEmbedded(
  dataDir: string,
  notify: (line: string) => void,
  options: Omit<ClusterOptions, 'folder'> = {},
): Promise<EmbeddedDatabase> {
  const folder = makeFolder(dataDir);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { owner } = await readOwner(folder);
    const socket = owner && (await isHeld(folder, owner)) ? await attach(owner) : undefined;
    const ready = socket && (await follow(socket, notify));
    if (socket && ready) {
      const password = await readFile(clusterPaths(folder).password, 'utf8');
      const databaseUrl = `postgres://${databaseUser}:${password}@127.0.0.1:${ready.port}/postgres`;
      return { databaseUrl, version: ready.version, close: () => leave(socket) };
    }
    if (!socket) await startSupervisor({ ...options, folder });
  }
  throw new DatabaseUnavailable(
    `The database in ${folder} keeps stopping while it is opened. See server.log there.`,
  );
}

function makeFolder(dataDir: string): string {
  const folder = path.resolve(dataDir, 'postgres');
  try {
    mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
    if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o711);
    closeSync(openSync(clusterPaths(folder).log, 'a', 0o600));
    return realpathSync(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new DatabaseUnavailable(
      `The data folder ${path.resolve(dataDir)} cannot be written (${code}). Set DATA_DIR to a folder of your own.`,
      { cause },
    );
  }
}

function attach(owner: Owner): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(owner.port, '127.0.0.1');
    socket.once('error', () => resolve(undefined));
    socket.once('connect', () => {
      send(socket, { token: owner.token });
      resolve(socket);
    });
  });
}

type Ready = Extract<FromSupervisor, { kind: 'ready' }>;

/** Waits until the server is ready. Undefined: the supervisor was just leaving, so start another. */
function follow(socket: Socket, notify: (line: string) => void): Promise<Ready | undefined> {
  return new Promise((resolve, reject) => {
    let isReady = false;
    const fail = (text: string): void => {
      if (isReady) notify(text);
      socket.destroy();
      reject(new DatabaseUnavailable(text));
    };
    const silence = setTimeout(
      () =>
        fail(
          'The process that looks after the database does not answer. Look for "embedded/supervisor" and end it.',
        ),
      silenceSeconds * 1000,
    );
    socket.on('error', () => undefined);
    socket.once('close', () => {
      clearTimeout(silence);
      if (isReady && !socket.writableEnded) notify(lostText);
      resolve(undefined);
    });
    receiveLines(socket, (line) => {
      clearTimeout(silence);
      const message = line as FromSupervisor;
      if (message.kind === 'progress') notify(message.text);
      if (message.kind === 'failed') fail(message.text);
      if (message.kind !== 'ready') return;
      if (isReady) notify('PostgreSQL runs again');
      isReady = true;
      socket.unref();
      resolve(message);
    });
  });
}

async function leave(socket: Socket): Promise<void> {
  if (socket.closed) return;
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.ref();
  socket.end();
  await closed;
}
