import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A share of a family that is there, written as its author would write it. */
const definition = `import type { ProportionMetric } from '../definition.ts';

export const putOffShare: ProportionMetric = {
  kind: 'proportion',
  id: 'response.put-off-share',
  version: 1,
  versionFrom: '2019-04-01',
  label: 'Visits put off',
  meaning: 'Share of incidents whose visit the victim put off.',
  polarity: 'neutral',
  decimals: 1,
  cube: 'incident',
  owner: 'Operations and communications centre',
  overTime: 'sum',
  overAreas: 'sum',
  settles: { afterMonths: 0, reason: 'late-rows' },
  dimensions: [
    { id: 'grade', role: 'partition' },
    { id: 'domesticAbuse', role: 'partition' },
  ],
  numeratorText: 'Visits put off at the victim’s request',
  denominatorText: 'Incidents',
  numerator: () => ({ of: { count: 'incidents' }, where: [{ deferred: ['true'] }] }),
  denominator: () => ({ of: { count: 'incidents' } }),
  terms: [['Counts', 'Incidents whose visit was put off']],
  caveats: ['An example for a test.'],
};
`;
const notes = '\n## response.put-off-share\nThe note of the metric that was added.\n';

/**
 * Copies the server and adds a metric to it, in one folder: its definition, a line in the family's index and
 * its notes.
 * @returns the changed files, relative to the copy
 */
export async function copyWithMetric(copy: string): Promise<string[]> {
  await mkdir(copy, { recursive: true });
  for (const name of ['server/src', 'server/package.json', 'migrations', 'package.json'])
    await cp(path.join(root, name), path.join(copy, name), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  const family = path.join(copy, 'server/src/metrics/response');
  await writeFile(path.join(family, 'put-off-share.metric.ts'), definition);
  const index = await readFile(path.join(family, 'index.ts'), 'utf8');
  const added = index.replace(
    /^import type/m,
    "import { putOffShare } from './put-off-share.metric.ts';\nimport type",
  );
  await writeFile(path.join(family, 'index.ts'), added.replace('metrics: [', 'metrics: [putOffShare, '));
  await writeFile(path.join(family, 'notes.md'), notes, { flag: 'a' });
  return ['put-off-share.metric.ts', 'index.ts', 'notes.md'];
}

/** A program of the copy: imports a file, publishes it and prints what its API answers to each address. */
export const program = `import { buildApp } from './server/src/app.ts';
import { connectTo } from './server/src/db/client.ts';
import { migrateToLatest } from './server/src/db/migrate.ts';
import { importFile } from './server/src/ingest/import-file.ts';
import { publishRelease } from './server/src/releases/publish.ts';
import { openReleaseStore } from './server/src/releases/store.ts';

const [url, force, file, ...addresses] = process.argv.slice(2);
const quiet = () => undefined;
const { db, pool, close } = await connectTo(url, quiet);
await migrateToLatest(db);
await importFile({ pool, force, hmacKey: Buffer.alloc(32, 7) }, { feed: 'incidents', path: file });
await publishRelease({ db, force });
const store = await openReleaseStore({ db, pool, force, notify: quiet });
const app = await buildApp({ config: { FORCE: force }, store, clientDir: '/nowhere', checkReplies: true });
const replies = [];
for (const address of addresses) replies.push((await app.inject('/api/v1' + address)).json());
await app.close();
await store.close();
await close();
process.stdout.write(JSON.stringify(replies));
`;
