import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DatabaseUnavailable } from '../errors.ts';
import { clusterPaths, databaseUser } from './cluster.ts';
import { type FromSupervisor, receiveLines, send } from './messages.ts';
import { isHeld, type Owner, readOwner } from './ownership.ts';
import type { ClusterOptions } from './run-cluster.ts';

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
    mkdirSync(folder, { recursive: true, mode: 0o711 });
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
    const fail = (text: string): void => {
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
      resolve(undefined);
    });
    receiveLines(socket, (line) => {
      clearTimeout(silence);
      const message = line as FromSupervisor;
      if (message.kind === 'progress') notify(message.text);
      if (message.kind === 'failed') fail(message.text);
      if (message.kind === 'ready') resolve(message);
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

/** Resolves when the new process owns the folder, or has found that another one does. */
async function startSupervisor(options: ClusterOptions): Promise<void> {
  const program = fileURLToPath(new URL('./supervisor.ts', import.meta.url));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const { PATH, HOME, TMPDIR } = process.env;
  const log = openSync(clusterPaths(options.folder).log, 'a', 0o600);
  const child = spawn(process.execPath, ['--import', tsx, program, JSON.stringify(options)], {
    cwd: '/',
    detached: true,
    env: { PATH, HOME, TMPDIR },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const outcome = await new Promise((resolve, reject) => {
    child
      .once('message', resolve)
      .once('error', reject)
      .once('exit', (code) => resolve(code));
  });
  if (outcome !== 'owner' && outcome !== 'held') {
    throw new DatabaseUnavailable(
      `The process that looks after the database ended (${outcome}). See server.log in ${options.folder}.`,
    );
  }
  if (child.connected) child.disconnect();
  child.unref();
}
