import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Names, inside a build, the hash of the sources it was made from. */
const markName = '.sources';

/**
 * Builds the dashboard into `client/dist` unless what is there was built from the same sources. The build
 * is made aside and moved into place, so an interrupted one, or two at once, leave no half of anything.
 * @param root the repository
 * @returns false when there was nothing to do: up to date, or installed without sources
 * @throws with the builder's own words when it fails
 */
export async function buildClient(root: string, signal?: AbortSignal): Promise<boolean> {
  const client = path.join(root, 'client');
  if (!existsSync(path.join(client, 'index.html'))) return false;
  const dist = path.join(client, 'dist');
  const sources = await hashSources(root);
  if ((await readMark(dist)) === sources) return false;
  const building = path.join(root, 'node_modules', '.cache', `dashboard-${process.pid}`);
  try {
    await mkdir(path.dirname(building), { recursive: true });
    await runVite(client, building, signal);
    await writeFile(path.join(building, markName), sources);
    await replace(dist, building);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return true;
}

/** Everything a build depends on: the client, and the versions of what it is built with. */
async function hashSources(root: string): Promise<string> {
  const client = path.join(root, 'client');
  const names = (await readdir(client, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((name) => !/^client\/(dist|node_modules)\/|\.test\.tsx?$/.test(name.replaceAll(path.sep, '/')));
  const hash = createHash('sha256').update('production\0');
  for (const name of [...names, 'package-lock.json', 'tsconfig.base.json'].sort()) {
    const file = path.join(root, name);
    if (existsSync(file))
      hash
        .update(`${name}\0`)
        .update(await readFile(file))
        .update('\0');
  }
  return hash.digest('hex');
}

async function readMark(dist: string): Promise<string | undefined> {
  const mark = path.join(dist, markName);
  return existsSync(mark) ? readFile(mark, 'utf8') : undefined;
}

async function runVite(client: string, outDir: string, signal?: AbortSignal): Promise<void> {
  const here = createRequire(path.join(client, 'package.json'));
  const vite = path.join(path.dirname(here.resolve('vite/package.json')), 'bin', 'vite.js');
  const args = [vite, 'build', client, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const child = spawn(process.execPath, args, {
    // Readers get the production build whoever builds it: under a test runner it would be React's development one.
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal }),
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`The dashboard could not be built:\n${output.trim()}`);
}

async function replace(dist: string, building: string): Promise<void> {
  const old = `${building}-old`;
  await rename(dist, old).catch(ignore('ENOENT'));
  // Another start may have put its build there in between; it was made from the same sources.
  await rename(building, dist).catch(ignore('ENOTEMPTY', 'EEXIST'));
  await rm(old, { recursive: true, force: true });
}

function ignore(...codes: string[]) {
  return (error: NodeJS.ErrnoException): void => {
    if (!codes.includes(error.code ?? '')) throw error;
  };
}
