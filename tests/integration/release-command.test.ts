import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let kit: ImportKit;
beforeAll(async () => {
  kit = await openImportKit();
});
afterAll(() => kit?.drop());

interface Ran {
  exit: number | null;
  out: string;
  notes: string;
}

/** Runs `npm run release` as a person does, against the database of this file. */
function release(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/cli/release.ts', ...args], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: kit.url,
      HMAC_KEY_FILE: 'unused',
      ...env,
    },
  });
  const ran = { exit: null as number | null, out: '', notes: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    ran.out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    ran.notes += chunk;
  });
  return new Promise((resolve) => child.once('close', (exit) => resolve({ ...ran, exit })));
}

const header = 'incident_ref,area_code,received_at,final_grade,domestic_abuse';

test('release drafts, publishes, lists, shows and verifies, as a person sees it', {
  timeout: 180_000,
}, async () => {
  await kit.importText('incidents', [header, 'I1,N1,2023-05-01T10:00:00Z,1,true']);
  const drafted = await release(['draft']);
  expect(drafted.out).toMatch(
    /^Draft as at batch \d+, data to 2023-05-31\. Publish it with: npm run release -- publish\n$/,
  );
  const published = await release(['publish', '--json']);
  expect(published.exit).toBe(0);
  expect(JSON.parse(published.out)).toMatchObject({
    number: 1,
    dataTo: '2023-05-31',
    cells: 1,
    changedCells: 1,
  });
  const again = await release(['publish', '--json']);
  expect(again.exit).toBe(4);
  expect(JSON.parse(again.out)).toEqual({
    error: 'nothing-new',
    message: expect.stringContaining('release 1'),
  });
  expect((await release(['list'])).out).toMatch(
    /^Release 1 {2}live {2}published \S+ {2}data to 2023-05-31 {2}1 cells {2}[0-9a-f]{16}\n$/,
  );
  const shown = JSON.parse((await release(['show', '1', '--json'])).out);
  expect(shown).toMatchObject({
    number: 1,
    status: 'live',
    batches: 3,
    synthetic: false,
    previousSha256: null,
  });
  expect(await release(['verify'])).toMatchObject({
    exit: 0,
    out: 'Release 1: 1 cells and the chain are as published\n',
  });
  await kit.pool.query("update cell set payload = '\\x00'");
  expect(await release(['verify', '1'])).toMatchObject({
    exit: 1,
    out: 'Release 1: cell incident N1 2023-05 does not match its hash\n',
  });
  expect((await release(['show', '7'])).exit).toBe(4);
});

test.each([[[]], [['show', 'one']], [['list', '--all']]])(
  'release %j prints how it is used and exits 2',
  async (args) => {
    const { exit, out, notes } = await release(args);
    expect([exit, out]).toEqual([2, '']);
    expect(notes).toContain('Usage: npm run release');
  },
);

test('release exits 5 where no database answers, and 2 where a setting is wrong', async () => {
  expect((await release(['list'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).exit).toBe(5);
  expect((await release(['list'], { PORT: 'http' })).exit).toBe(2);
});

test('release tells a fault nobody foresaw in a sentence with a reference', async () => {
  await kit.pool.query('alter table release rename to hidden');
  const [plain, json] = await Promise.all([release(['list']), release(['list', '--json'])]);
  await kit.pool.query('alter table hidden rename to release');
  expect(plain).toMatchObject({ exit: 1, out: '' });
  expect(plain.notes).toMatch(/^This failed in a way .* reference 42P01\/\w+\.\n$/);
  expect(JSON.parse(json.out)).toMatchObject({ error: 'unforeseen', message: plain.notes.trim() });
});

test('release prints its help and exits 0 when asked', async () => {
  expect(await release(['--help'])).toMatchObject({
    exit: 0,
    out: expect.stringContaining('Usage:'),
    notes: '',
  });
});
