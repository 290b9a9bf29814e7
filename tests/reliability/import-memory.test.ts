import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { homeForce, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

const worker = fileURLToPath(new URL('import-worker.ts', import.meta.url));
const rows = process.env.LONG === '1' ? 1_000_000 : 250_000;
/** Held all at once, the rows of the file would need several times as much. */
const heapMegabytes = 40;

let kit: ImportKit;
beforeAll(async () => {
  kit = await openImportKit();
});
afterAll(() => kit?.drop());

test(`an import of ${rows} rows, a tenth of them refused, runs in a heap of ${heapMegabytes} MB`, async () => {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heapMegabytes}`,
      '--import',
      'tsx',
      worker,
      kit.url,
      homeForce,
      await makeFile(),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(
    await kit.rows('select row_count, accepted, refused from batch order by batch_id desc limit 1'),
  ).toEqual([{ row_count: rows, accepted: rows * 0.9, refused: rows * 0.1 }]);
}, 300_000);

async function makeFile(): Promise<string> {
  const file = await kit.write('large.csv', '');
  const out = createWriteStream(file);
  out.write('incident_ref,area_code,received_at,dispatched_at,arrived_at,final_grade,domestic_abuse\n');
  for (let n = 0; n < rows; n++) {
    const area = n % 10 === 0 ? 'NOWHERE' : 'N1';
    const line = `REFERENCE-${n},${area},2023-05-01T10:00:00Z,2023-05-01T09:00:00Z,2023-05-01T10:20:00Z,1,true\n`;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return file;
}
