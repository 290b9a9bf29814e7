import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { readOwner } from '../../server/src/db/embedded/ownership.ts';
import { clusterName } from '../../server/src/db/embedded/paths.ts';
import { commandOf, findServer } from '../../server/src/db/embedded/processes.ts';

const program = fileURLToPath(new URL('./database-user.ts', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

/** A data folder in a place as awkward as a home of mode 0700 with a space in its name. */
export async function makeDataFolder(): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'vawg embedded '));
  await mkdir(path.join(home, 'data'));
  return path.join(home, 'data');
}

/** Ends whatever still works on the folder, and removes it. */
export async function removeDataFolder(dataFolder: string): Promise<void> {
  for (const pid of await processesOf(dataFolder)) process.kill(pid, 'SIGKILL');
  await rm(path.dirname(dataFolder), { recursive: true, force: true, maxRetries: 20 });
}

export interface DatabaseUser {
  process: ChildProcess;
  databaseUrl: string;
}

/** Starts a program that uses the database, in a process group of its own. */
export function startUser(dataFolder: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', program, dataFolder], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Resolves when the program has the database. */
export async function startReadyUser(dataFolder: string): Promise<DatabaseUser> {
  const child = startUser(dataFolder);
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    return { process: child, databaseUrl: (JSON.parse(line) as { databaseUrl: string }).databaseUrl };
  }
  throw new Error('the program ended before it had the database');
}

/** Sends a signal and resolves with the exit code, which is null when the signal ended it. */
export function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    child.once('exit', resolve);
    child.kill(signal);
  });
}

/** @throws when none runs, so that a test never signals something else */
export async function supervisorOf(dataFolder: string): Promise<number> {
  return required(await findSupervisor(dataFolder), 'supervisor');
}

/** @throws when none runs */
export function postmasterOf(dataFolder: string): number {
  const folder = realpathSync(path.join(dataFolder, 'postgres'));
  return required(
    findServer(clusterName(folder)).find(({ isPostmaster }) => isPostmaster)?.pid,
    'postmaster',
  );
}

/** @throws when it could not be started */
export function idOf(child: ChildProcess): number {
  return required(child.pid, 'program');
}

/** Every living process of the folder's database: the supervisor, the postmaster and its backends. */
export async function processesOf(dataFolder: string): Promise<number[]> {
  const folder = path.join(dataFolder, 'postgres');
  const supervisor = await findSupervisor(dataFolder);
  const server = existsSync(folder) ? findServer(clusterName(folder)).map(({ pid }) => pid) : [];
  return supervisor === undefined ? server : [supervisor, ...server];
}

/** Runs one statement on a connection of its own. */
export async function query<T extends pg.QueryResultRow>(
  databaseUrl: string,
  statement: string,
): Promise<T[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The server's own messages so far. */
export function serverLog(dataFolder: string): string {
  return readFileSync(path.join(dataFolder, 'postgres', 'server.log'), 'utf8');
}

async function findSupervisor(dataFolder: string): Promise<number | undefined> {
  const folder = path.join(dataFolder, 'postgres');
  if (!existsSync(folder)) return undefined;
  const { owner } = await readOwner(folder);
  return owner && commandOf(owner.pid).includes('embedded/supervisor') ? owner.pid : undefined;
}

function required(pid: number | undefined, name: string): number {
  if (pid === undefined) throw new Error(`the ${name} does not run`);
  return pid;
}
