import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeasurePage } from '../../server/src/contract/measure.ts';
import type { Catalogue } from '../../server/src/contract/metric.ts';
import type { Series } from '../../server/src/contract/series.ts';
import { publishRelease } from '../../server/src/releases/publish.ts';
import { homeForce, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';
import { copyWithMetric, program } from '../support/added-metric.ts';
import { lineOf, pointOf } from '../support/golden.ts';

const id = 'response.put-off-share';
const header = 'incident_ref,area_code,received_at,final_grade,domestic_abuse,deferred_by_victim';

let kit: ImportKit;
let copy: string;
beforeAll(async () => {
  kit = await openImportKit();
  copy = await mkdtemp(path.join(tmpdir(), 'vawg-added-'));
});
afterAll(async () => {
  await rm(copy, { recursive: true, force: true });
  await kit?.drop();
});

/** Runs the copy's program and returns what its API answers. */
async function ask(file: string, addresses: readonly string[]): Promise<unknown[]> {
  await writeFile(path.join(copy, 'program.ts'), program);
  const args = ['--import', 'tsx', 'program.ts', kit.url, homeForce, file, ...addresses];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: copy, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as unknown[];
}

test('a metric of a known kind is added in one folder, and is in the catalogue, in series and on its page', async () => {
  await kit.importText('incidents', [header, 'I1,N1,2023-05-01T10:00:00Z,1,true,true']);
  await publishRelease({ db: kit.db, force: homeForce });
  const changed = await copyWithMetric(copy);
  const rows = [
    'I2,N1,2023-06-01T10:00:00Z,1,true,true',
    'I3,S1,2023-06-02T10:00:00Z,2,true,',
    'I4,S1,2023-06-03T10:00:00Z,2,true,false',
  ];
  const file = await kit.write('june.csv', `${[header, ...rows].join('\n')}\n`);

  const [catalogue, now, page, before] = (await ask(file, [
    '/metrics',
    `/releases/2/series?metric=${id}`,
    `/releases/2/measures/${id}?grade=1`,
    `/releases/1/series?metric=${id}`,
  ])) as [Catalogue, Series, MeasurePage, Series];

  expect(changed).toHaveLength(3);
  expect(catalogue.metrics.find((metric) => metric.id === id)).toMatchObject({
    family: 'response',
    kind: 'proportion',
    notes: 'The note of the metric that was added.',
  });
  expect(now.series.map(lineOf)).toEqual([
    {
      key: {},
      points: [pointOf({ period: '2023-05', value: '1/1' }), pointOf({ period: '2023-06', value: '1/3' })],
    },
  ]);
  expect(page.title).toBe('Grade 1 (emergency): visits put off');
  expect(page.latest).toMatchObject({ period: '2023-06', value: 1, n: 1 });
  expect(page.panels.areas.series.map(({ key }) => key.area)).toEqual(['N', 'S', homeForce]);
  expect(before.series[0].points).toEqual([
    { period: '2023-05', value: null, n: 0, status: [], absent: 'not-collected' },
  ]);
});
