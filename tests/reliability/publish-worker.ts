import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from '../../seeds/demo/manifest.ts';
import { connectTo } from '../../server/src/db/client.ts';
import { importFile } from '../../server/src/ingest/import-file.ts';
import { draftRelease } from '../../server/src/releases/draft.ts';
import { publishRelease } from '../../server/src/releases/publish.ts';

// Imports, drafts and publishes what is left of a demonstration, and says how long each step took. Kills itself some
// milliseconds into the step of a kind that is asked for, if it comes to that: `publish 1 250`, the second publishing.
const [databaseUrl, folder, killIn, killAt, killAfterMs] = process.argv.slice(2);
const { db, pool, close } = await connectTo(databaseUrl, () => undefined);
const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
const { force } = manifest;

let toCome = Number(killAt);
async function step(kind: string, run: () => Promise<unknown>): Promise<void> {
  if (kind === killIn && toCome-- === 0)
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(killAfterMs));
  const started = performance.now();
  await run();
  process.stdout.write(`${kind} ${performance.now() - started}\n`);
}

const load = (feed: string, file: string, covers?: string): Promise<void> =>
  step('import', async () => {
    const request = { feed, path: path.join(folder, file), covers, synthetic: true };
    const report = await importFile({ pool, force, hmacKey: Buffer.alloc(32, 7) }, request);
    if (!['applied', 'unchanged'].includes(report.status))
      throw new Error(`${file} was not taken: ${report.message}`);
  });

const { rows } = await pool.query<{ published: number }>(
  'select count(*)::int as published from release where number is not null',
);
for (const { feed, path: file } of manifest.reference) await load(feed, file);
for (const release of manifest.releases.slice(rows[0].published)) {
  for (const { feed, path: file, covers } of release.files) await load(feed, file, covers);
  await step('draft', () => db.transaction().execute((trx) => draftRelease(trx, force)));
  await step('publish', () => publishRelease({ db, force }));
}
await close();
