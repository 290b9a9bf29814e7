import path from 'node:path';
import { importFile } from '../../server/src/ingest/import-file.ts';
import { type BenchDatabase, createBenchDatabase } from './bench-database.ts';
import { copyFile } from './copy-file.ts';
import { force, median, timed } from './report.ts';

/** Milliseconds of a validated import, and of COPY of the same file into the same keyed and indexed table. */
export interface ImportTimes {
  importMs: number;
  copyMs: number;
}

const repetitions = 3;

export async function measureImport(serverUrl: string, folder: string): Promise<ImportTimes> {
  const file = path.join(folder, 'release-01', 'incidents.csv');
  const importMs: number[] = [];
  const copyMs: number[] = [];
  for (let i = 0; i < repetitions; i++) {
    const database = await createBenchDatabase(serverUrl);
    try {
      copyMs.push(await timeCopy(database, file));
      importMs.push(await timeImport(database, folder, file));
    } finally {
      await database.drop();
    }
  }
  return { importMs: median(importMs), copyMs: median(copyMs) };
}

async function timeCopy({ pool }: BenchDatabase, file: string): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('create table copied (like fact_incident including defaults including indexes)');
    await client.query("alter table copied alter month set default '', alter from_batch set default 1");
    return await timed(() => copyFile(client, 'copied', file));
  } finally {
    client.release();
  }
}

async function timeImport({ pool }: BenchDatabase, folder: string, file: string): Promise<number> {
  const deps = { pool, force, hmacKey: Buffer.alloc(32) };
  const areas = path.join(folder, 'reference', 'areas.csv');
  const grades = path.join(folder, 'reference', 'grades.csv');
  await importFile(deps, { feed: 'areas', path: areas, synthetic: true });
  await importFile(deps, { feed: 'grades', path: grades, synthetic: true });
  return timed(() => importFile(deps, { feed: 'incidents', path: file, synthetic: true }));
}
