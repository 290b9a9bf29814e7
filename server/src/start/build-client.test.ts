import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildClient } from './build-client.ts';

const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url));
let root: string;

const write = (name: string, text: string): Promise<void> => writeFile(path.join(root, 'client', name), text);

async function builtScript(): Promise<string> {
  const folder = path.join(root, 'client', 'dist', 'assets');
  const [name = ''] = await readdir(folder);
  return readFile(path.join(folder, name), 'utf8');
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'vawg-build-'));
  await mkdir(path.join(root, 'client'));
  await mkdir(path.join(root, 'node_modules'));
  await symlink(path.join(packages, 'vite'), path.join(root, 'node_modules', 'vite'));
  await write('package.json', '{"type":"module"}');
  await write('index.html', '<!doctype html><script type="module" src="/main.js"></script>');
  await write('main.js', 'document.title = "one";');
});
afterEach(() => rm(root, { recursive: true }));

describe('buildClient', { timeout: 60_000 }, () => {
  test('builds once for the same sources, and again when they change', async () => {
    expect(await buildClient(root)).toBe(true);
    expect(await builtScript()).toContain('one');
    expect(await buildClient(root)).toBe(false);

    await write('main.js', 'document.title = "two";');
    expect(await buildClient(root)).toBe(true);
    expect(await builtScript()).toContain('two');
  });

  test('is for production whatever runs it', async () => {
    expect(process.env.NODE_ENV).not.toBe('production');
    await write('main.js', 'document.title = process.env.NODE_ENV;');
    await buildClient(root);
    expect(await builtScript()).toContain('production');
  });

  test('keeps the build there is when a new one fails, and says why', async () => {
    await buildClient(root);
    await write('main.js', 'import "./missing.js";');
    await expect(buildClient(root)).rejects.toThrow('missing.js');
    expect(await builtScript()).toContain('one');
    expect(await readdir(path.join(root, 'node_modules', '.cache'))).toEqual([]);
  });

  test('does not mind a change of a test', async () => {
    await buildClient(root);
    await write('main.test.ts', 'test()');
    expect(await buildClient(root)).toBe(false);
  });

  test('has nothing to do where the sources are not installed', async () => {
    await rm(path.join(root, 'client', 'index.html'));
    expect(await buildClient(root)).toBe(false);
  });
});
