import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detectDialect } from './dialect.ts';
import { inspectFile } from './inspect-file.ts';
import { readRecords } from './read-records.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vawg-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Buffer): Promise<{ line: number; record: string[] }[]> {
  const file = path.join(folder, 'some.csv');
  await writeFile(file, content);
  const inspected = await inspectFile(file);
  const found: { line: number; record: string[] }[] = [];
  for await (const { records, lines } of readRecords(inspected, detectDialect(inspected))) {
    found.push(...records.map((record, index) => ({ record, line: lines[index] })));
  }
  return found;
}

const field = fc.stringMatching(/^[a-zé0-9 ]{0,6}$/);
const quotedField = fc
  .stringMatching(/^[a-zé0-9 ,;"\n]{0,6}$/)
  .map((text) => `"${text.replaceAll('"', '""')}"`);
const lineEnd = fc.constantFrom('\n', '\r\n');

describe('reading records', () => {
  test('agrees with csv-parse, quotes or none, however lines end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.oneof({ weight: 6, arbitrary: field }, { weight: 1, arbitrary: quotedField }), {
            minLength: 2,
            maxLength: 4,
          }),
          { maxLength: 30 },
        ),
        lineEnd,
        fc.boolean(),
        async (rows, end, endsWithLine) => {
          const text = `${[['h1', 'h2'], ...rows].map((row) => row.join(',')).join(end)}${endsWithLine ? end : ''}`;
          const parsed: string[][] = parse(text, {
            relax_column_count: true,
            record_delimiter: ['\r\n', '\n'],
          });
          const expected = parsed.filter((record) => record.some((each) => each.trim() !== ''));
          expect((await read(text)).map(({ record }) => record)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('goes on with csv-parse from the first quote, within a block and between blocks', async () => {
    const long = Array.from({ length: 60_000 }, (_, n) => `${n},plain`);
    const rows = ['a,b', ...long, '"quoted, once",x', ...long];
    const found = await read(rows.join('\n'));
    expect(found).toHaveLength(rows.length);
    expect(found[60_001]).toEqual({ line: 60_002, record: ['quoted, once', 'x'] });
    expect(found.at(-1)).toEqual({ line: 120_002, record: ['59999', 'plain'] });
  });

  test('counts blank lines and lines within quotes', async () => {
    const found = await read('a,b\n\n1,2\n\n"x\n\ny",3\n4,5\n');
    expect(found.map(({ line }) => line)).toEqual([1, 3, 5, 8]);
  });

  test('leaves out rows with nothing in them, and what npm and spreadsheets write above the header', async () => {
    const found = await read('\n> program@1.0\n> run\n\nsep=;\na;b\n1;2\n;\n ; \n3;4\n;\n');
    expect(found).toEqual([
      { line: 6, record: ['a', 'b'] },
      { line: 7, record: ['1', '2'] },
      { line: 10, record: ['3', '4'] },
    ]);
  });

  test('keeps a stray quote as a character', async () => {
    expect((await read('a,b\n6" pipe,2\n'))[1]).toEqual({ line: 2, record: ['6" pipe', '2'] });
  });

  test('refuses a file that changed after it was inspected', async () => {
    const file = path.join(folder, 'growing.csv');
    await writeFile(file, 'a,b\n1,2\n');
    const inspected = await inspectFile(file);
    await writeFile(file, 'a,b\n1,2\n3,4\n');
    const read = async (): Promise<void> => {
      for await (const _ of readRecords(inspected, detectDialect(inspected)));
    };
    await expect(read()).rejects.toThrow('was changed while it was read');
  });

  test('says of a folder that it is one', async () => {
    await expect(inspectFile(folder)).rejects.toThrow('is a folder. Name the files in it');
  });

  test('refuses a row without end, quoted or not, naming its line', async () => {
    await expect(read(`a,b\n1,2\n"${'x\n'.repeat(700_000)}`)).rejects.toThrow(
      'starts on line 3 has no end: look for a quote',
    );
    await expect(read(`a,b\n1,2\n${'x'.repeat(2_500_000)}`)).rejects.toThrow('Line 3 is longer than');
    await expect(read(`a,b\n"1",2\n${'x'.repeat(2_500_000)}`)).rejects.toThrow('Line 3 is longer than');
  });
});
