import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { DatabaseUnavailable } from '../errors.ts';
import { type FromSupervisor, receiveLines, send } from './messages.ts';
import { isHeld, type Owner, readOwner } from './ownership.ts';
import { clusterPaths, databaseUser } from './paths.ts';
import type { ClusterOptions } from './run-cluster.ts';
import { startSupervisor } from './start-supervisor.ts';

/** A connection to the supervisor of a folder, whose PostgreSQL is ready. */
export interface Attachment {
  /** Holds the password: never print it. */
  databaseUrl: string;
  version: string;
  /** Resolves when the connection has ended: true where the supervisor died, false where it gave up and said so. */
  ended: Promise<boolean>;
  /** Lets go; when nobody else is attached, resolves once PostgreSQL has stopped. */
  leave(): Promise<void>;
}

const attempts = 20;
const silenceSeconds = 30;

/**
 * Attaches to the supervisor of a folder, or starts one.
 * @throws {DatabaseUnavailable} saying what to do
 */
export async function attach(options: ClusterOptions, notify: (line: string) => void): Promise<Attachment> {
  const { folder } = options;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { owner } = await readOwner(folder);
    const socket = owner && (await isHeld(folder, owner)) ? await greet(owner) : undefined;
    const ready = socket && (await follow(socket, notify));
    if (socket && ready) {
      const password = await readFile(clusterPaths(folder).password, 'utf8');
      const databaseUrl = `postgres://${databaseUser}:${password}@127.0.0.1:${ready.port}/postgres`;
      return { databaseUrl, version: ready.version, ended: ready.ended, leave: () => leave(socket) };
    }
    if (!socket) await startSupervisor(options);
  }
  throw new DatabaseUnavailable(
    `The database in ${folder} keeps stopping while it is opened. See server.log there.`,
  );
}

function greet(owner: Owner): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(owner.port, '127.0.0.1');
    socket.once('error', () => resolve(undefined));
    socket.once('connect', () => {
      send(socket, { token: owner.token });
      resolve(socket);
    });
  });
}

interface Ready {
  port: number;
  version: string;
  ended: Promise<boolean>;
}

/** Waits until the server is ready. Undefined: the supervisor was just leaving, so start another. */
function follow(socket: Socket, notify: (line: string) => void): Promise<Ready | undefined> {
  return new Promise((resolve, reject) => {
    let isReady = false;
    let hasFailed = false;
    const fail = (text: string): void => {
      if (isReady) notify(text);
      hasFailed = true;
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
    const ended = new Promise<boolean>((tell) => socket.once('close', () => tell(!hasFailed)));
    void ended.then(() => {
      clearTimeout(silence);
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
      resolve({ port: message.port, version: message.version, ended });
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
