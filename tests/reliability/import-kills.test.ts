import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportCutShort } from '../../server/src/ingest/attempts.ts';
import { homeForce, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

const kills = process.env.LONG === '1' ? 100 : 20;
const rowsPerFile = 3000;
const worker = fileURLToPath(new URL('import-worker.ts', import.meta.url));
const seed = Number(process.env.SEED_KILLS ?? Date.now() % 1_000_000);

let kit: ImportKit;
beforeAll(async () => {
  kit = await openImportKit();
});
afterAll(() => kit?.drop());

describe('an import that is killed', () => {
  test(
    `${kills} times at random moments (SEED_KILLS=${seed}) is kept whole or not at all, and the file then completes`,
    async () => {
      const random = createRandom(seed);
      const usualMs = await runToEnd(await makeFile('whole'));
      let cutShort = 0;
      for (let number = 0; number < kills; number++) {
        const file = await makeFile(`K${number}`);
        await killAfter(file, random() * usualMs * 1.2);
        await expect.poll(() => openAttempts(), { timeout: 30_000 }).toBe(0);
        const sentences = await reportCutShort(kit.db);
        expect(sentences.filter((sentence) => !sentence.includes('import the same file again'))).toEqual([]);
        cutShort += sentences.length;
        expect(await countRows(`K${number}`)).toEqual(
          sentences.length === 0 ? expect.toBeOneOf(whole) : none,
        );
        expect(await kit.importFile('incidents', file)).toMatchObject({
          status: expect.stringMatching(/applied|unchanged/),
        });
        expect(await countRows(`K${number}`)).toEqual({ facts: rowsPerFile, batches: 1 });
      }
      expect(cutShort).toBeGreaterThan(0);
      expect(await kit.rows("select relname from pg_class where relname like 'stg_%'")).toEqual([]);
    },
    kills * 30_000,
  );
});

const none = { facts: 0, batches: 0 };
/** A process killed before it began, or after it had ended, leaves no attempt open. */
const whole = [{ facts: rowsPerFile, batches: 1 }, none];

function makeFile(prefix: string): Promise<string> {
  const rows = Array.from({ length: rowsPerFile }, (_, n) => `${prefix}-${n},N1,2023-05-01T10:00:00Z,1,true`);
  return kit.write(
    `${prefix}.csv`,
    ['incident_ref,area_code,received_at,final_grade,domestic_abuse', ...rows].join('\n'),
  );
}

/** @returns milliseconds from ready to end */
async function runToEnd(file: string): Promise<number> {
  const child = start(file);
  await once(child.stdout, 'data');
  const began = performance.now();
  await once(child, 'exit');
  return performance.now() - began;
}

async function killAfter(file: string, delayMs: number): Promise<void> {
  const child = start(file);
  const exited = once(child, 'exit');
  await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), delayMs);
  await exited;
}

function start(file: string) {
  return spawn(process.execPath, ['--import', 'tsx', worker, kit.url, homeForce, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Attempts whose server process still runs: it ends by itself once it finds its client gone. */
async function openAttempts(): Promise<number> {
  const [{ open }] = await kit.rows(
    `select count(*)::int as open from import_attempt a join pg_stat_activity s
       on s.pid = a.backend_pid and s.backend_start = a.backend_started_at
     where a.finished_at is null`,
  );
  return open as number;
}

async function countRows(prefix: string): Promise<Record<string, unknown>> {
  const [counts] = await kit.rows(
    `select (select count(*)::int from fact_incident where incident_ref like $1 || '-%') as facts,
       (select count(*)::int from batch where file_name = $1 || '.csv') as batches`,
    [prefix],
  );
  return counts;
}

/** mulberry32: 0 to 1. */
function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
