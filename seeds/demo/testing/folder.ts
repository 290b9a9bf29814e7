import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoOptions, generateDemo, type Manifest, usualSeed } from '../generate.ts';

export interface Demo {
  folder: string;
  manifest: Manifest;
  remove(): Promise<void>;
}

/** Generates a demonstration in a folder of its own. */
export async function makeDemo(options: Partial<DemoOptions>): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'vawg-demo-'));
  const usual = { from: '2022-01', to: '2023-03', scale: 0.02, seed: usualSeed };
  const manifest = await generateDemo({ ...usual, ...options, out: folder });
  return { folder, manifest, remove: () => rm(folder, { recursive: true }) };
}

/** SHA-256 of every file of a folder, by relative path. */
export async function hashFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = paths.sort().map(async (path) => {
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    return [path.slice(folder.length + 1), digest] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}
