import { link, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { commandOf } from './processes.ts';

/** Part of a supervisor's command line, by which its process is told from another with the same number. */
const supervisorName = 'embedded/supervisor';

/** The supervisor that owns a folder, as written in its newest `owner-N` file. */
export interface Owner {
  pid: number;
  /** Loopback port it listens on for as long as it lives. */
  port: number;
  /** What a user of the database shows to be counted. */
  token: string;
}

/**
 * Ownership is the highest numbered file, and that file is never removed: a dead owner is succeeded by
 * number + 1, made by an exclusive link. So of two that succeed at once exactly one wins, and a late one
 * that re-made a lower number sees the higher and gives way.
 */
export async function readOwner(folder: string): Promise<{ number: number; owner: Owner | undefined }> {
  const number = Math.max(0, ...(await ownerNumbers(folder)));
  if (number === 0) return { number, owner: undefined };
  try {
    return { number, owner: JSON.parse(await readFile(ownerFile(folder, number), 'utf8')) as Owner };
  } catch {
    return { number, owner: undefined };
  }
}

/** Whether that supervisor lives and still takes users; one that is stopping has closed its port. */
export async function isHeld(folder: string, { pid, port }: Owner): Promise<boolean> {
  const command = commandOf(pid);
  return (
    command.includes(supervisorName) && command.includes(JSON.stringify(folder)) && (await isListening(port))
  );
}

/** Takes the folder unless a living supervisor has it. @returns whether it is ours */
export async function claim(folder: string, owner: Owner): Promise<boolean> {
  const before = await readOwner(folder);
  if (before.owner && (await isHeld(folder, before.owner))) return false;
  const mine = before.number + 1;
  const draft = await mkdtemp(path.join(folder, 'claim-'));
  try {
    await writeFile(path.join(draft, 'owner'), JSON.stringify(owner), { mode: 0o600 });
    await link(path.join(draft, 'owner'), ownerFile(folder, mine));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  const numbers = await ownerNumbers(folder);
  const isHighest = numbers.every((number) => number <= mine);
  const superseded = isHighest ? numbers.filter((number) => number < mine) : [mine];
  await Promise.all(superseded.map((number) => rm(ownerFile(folder, number), { force: true })));
  return isHighest;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function ownerNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => /^owner-(\d+)$/.exec(name)?.[1] ?? []).map(Number);
}

function ownerFile(folder: string, number: number): string {
  return path.join(folder, `owner-${number}`);
}
