import { spawn } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixture, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

let kit: ImportKit;
let keyFile: string;
beforeAll(async () => {
  kit = await openImportKit();
  keyFile = await kit.write('hmac.key', '07'.repeat(32));
  await chmod(keyFile, 0o600);
});
beforeEach(() => kit.reset());
afterAll(() => kit?.drop());

const plain = fixture('accepted/incidents.plain.csv');

describe('npm run import', () => {
  test('with --json prints one object on standard output and the rest on standard error', async () => {
    const { exit, out, notes } = await run('import', ['incidents', plain, '--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      feed: 'incidents',
      file: plain,
      status: 'applied',
      rows: 2,
      accepted: 2,
      updated: 0,
      unchanged: 0,
      retired: 0,
      refused: 0,
      problems: [],
      problemsTotal: 0,
      warnings: [],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      batchId: expect.any(Number),
      seconds: expect.any(Number),
    });
    expect(notes).toContain('Read 2 rows');
  });

  test('prints a report for a person, and says when nothing changed', async () => {
    const first = await run('import', ['incidents', plain]);
    expect(first.out).toContain('Applied as batch');
    expect(first.out).toContain('2 rows: 2 new.');
    const second = await run('import', ['incidents', plain]);
    expect([second.exit, second.out]).toEqual([0, expect.stringContaining('The same bytes were applied')]);
  });

  test('stops at a file that is refused, with exit code 4, and names those not begun', async () => {
    const refused = fixture('refused-files/incidents.missing-column.csv');
    const { exit, out, notes } = await run('import', ['incidents', refused, plain]);
    expect(exit).toBe(4);
    expect(out).toContain('The column "final_grade" of the incidents feed is missing. [missing-column]');
    expect(notes).toContain(`Not begun: ${plain}`);
    expect(await kit.rows('select count(*)::int as facts from fact_incident')).toEqual([{ facts: 0 }]);
  });

  test('undoes a batch', async () => {
    const { batchId } = await kit.importFile('incidents', plain);
    const { exit, out } = await run('import', ['undo', String(batchId)]);
    expect(exit).toBe(0);
    expect(out).toContain(`Batch ${batchId} (incidents) is undone`);
    expect(await kit.rows('select 1 from fact_incident where to_batch is null')).toEqual([]);
  });

  test('gives the refused rows of a batch as CSV that no spreadsheet takes for formulas', async () => {
    const report = await kit.importText('incidents', [
      'incident_ref,area_code,received_at,final_grade,domestic_abuse',
      '=1+1,N1,2023-05-01T10:00:00Z,9,perhaps',
    ]);
    const { exit, out } = await run('import', ['refused', String(report.batchId)]);
    expect(exit).toBe(0);
    const lines = out.trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^2,final_grade,unknown-code,.*,"'=1\+1,N1,2023-05-01T10:00:00Z,9,perhaps"$/);
  });

  test.each([
    [['weather', plain], 'There is no feed "weather"'],
    [['incidents'], 'Say which file'],
    [[], 'Say which feed'],
    [['incidents', plain, '--cover', '2023-05'], '--cover'],
    [['undo', 'last'], 'Say which batch'],
    [['refused'], 'Say which batch'],
    [['undo', '999'], 'There is no batch 999'],
    [['refused', '9999'], 'There is no batch 9999'],
    [['incidents', plain, '--areas', ','], '--areas names no area'],
  ])('%j has exit code 2 and says what to write', async (args, words) => {
    const { exit, out, notes } = await run('import', args);
    expect([exit, out]).toEqual([2, '']);
    expect(notes).toContain(words);
  });

  test('has exit code 5 when the database cannot be reached', async () => {
    const { exit, notes } = await run('import', ['incidents', plain], 'postgres://nobody@127.0.0.1:9/none');
    expect(exit).toBe(5);
    expect(notes).toContain('cannot be reached');
  });

  test('tells a fault nobody foresaw in a sentence with a reference, with --json as a report', async () => {
    await kit.rows('alter table fact_incident rename to hidden');
    const { exit, out, notes } = await run('import', ['incidents', plain, plain, '--json']);
    await kit.rows('alter table hidden rename to fact_incident');
    expect(exit).toBe(1);
    expect(notes).toMatch(/nothing of the file was kept\. Please report it with the reference 42P01\/\w+/);
    expect(notes).toContain(`Not begun: ${plain}`);
    expect(notes).not.toMatch(/^ +at /m);
    expect(JSON.parse(out)).toMatchObject({
      status: 'failed',
      feed: 'incidents',
      file: plain,
      batchId: null,
    });
  });

  test('takes a row with an offset that no place has for a bad timestamp, and the others', async () => {
    const header = 'incident_ref,area_code,received_at,final_grade,domestic_abuse';
    const rows = ['+01:00', '+16:00', '+25:00', '+10:75'].map(
      (offset, n) => `I${n},N1,2023-11-05T10:00:00${offset},1,true`,
    );
    const report = await kit.importText('incidents', [header, ...rows]);
    expect(report).toMatchObject({ status: 'applied', accepted: 1, refused: 3 });
    expect(report.problems.map(({ code }) => code)).toEqual(Array(3).fill('bad-timestamp'));
  });

  test('says first that an earlier import was cut short', async () => {
    await kit.rows(
      "insert into import_attempt (feed, file_name, backend_pid, backend_started_at) values ('incidents', 'may.csv', 1, '2023-05-01')",
    );
    const { notes } = await run('import', ['incidents', plain]);
    expect(notes).toMatch(
      /The import of may\.csv \(incidents\).* was cut short: nothing of it was kept; import the same file again\./,
    );
    expect(await kit.rows('select status from import_attempt order by attempt_id')).toEqual([
      { status: 'cut-short' },
      { status: 'applied' },
    ]);
  });
});

describe('npm run feeds', () => {
  test('prints a template that the import reads as an empty file', async () => {
    const { exit, out } = await run('feeds', ['template', 'incidents']);
    expect(exit).toBe(0);
    expect(out).toContain('# received_at (required): a timestamp');
    const report = await kit.importFile('incidents', await kit.write('template.csv', out));
    expect(report).toMatchObject({ status: 'applied', rows: 0, problems: [] });
  });

  test('lists the feeds with their keys', async () => {
    const { out } = await run('feeds', ['list']);
    expect(out).toContain('key order_ref + event + event_on + interim + sequence');
    expect(out).toContain('also reads bbc-stalking-outcomes');
  });

  test('lists the feeds as JSON and nothing else', async () => {
    const { out } = await run('feeds', ['list', '--json']);
    const feeds: { name: string; key: string[]; columns: { name: string; required: boolean }[] }[] =
      JSON.parse(out);
    const crimes = feeds.find(({ name }) => name === 'crimes');
    expect(crimes?.key).toEqual(['crime_ref']);
    expect(crimes?.columns).toContainEqual(expect.objectContaining({ name: 'area_code', required: true }));
  });

  test.each([
    [['template', 'weather']],
    [['template', 'crimes', '--json']],
    [['lists']],
    [['list', '--yaml']],
  ])('has exit code 2 for what is not there: %j', async (words) => {
    expect(await run('feeds', words)).toMatchObject({ exit: 2, out: '' });
  });
});

describe('a connection that is lost', () => {
  test('rejects the import, keeps nothing, and leaves the program running', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `I${n},N1,2023-05-01T10:00:00Z,1,true`);
    const file = await kit.write(
      'cut.csv',
      ['incident_ref,area_code,received_at,final_grade,domestic_abuse', ...rows].join('\n'),
    );
    const ends: Promise<unknown>[] = [];
    const end = () =>
      ends.push(
        kit.rows(`select pg_terminate_backend(backend_pid) from import_attempt where file_name = 'cut.csv'`),
      );
    await expect(kit.importFile('incidents', file, {}, end)).rejects.toThrow();
    await Promise.all(ends);
    expect(await kit.rows("select count(*)::int as batches from batch where file_name = 'cut.csv'")).toEqual([
      { batches: 0 },
    ]);
    expect(await kit.importFile('incidents', file)).toMatchObject({ status: 'applied', accepted: 20_000 });
  });
});

function run(
  program: 'import' | 'feeds',
  args: readonly string[],
  databaseUrl = kit.url,
): Promise<{ exit: number | null; out: string; notes: string }> {
  const script = fileURLToPath(new URL(`../../server/src/cli/${program}.ts`, import.meta.url));
  const env = { ...process.env, DATABASE_URL: databaseUrl, HMAC_KEY_FILE: keyFile, SEED: 'none' };
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { env });
  let [out, notes] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    notes += text;
  });
  return new Promise((resolve) => child.on('close', (exit) => resolve({ exit, out, notes })));
}
