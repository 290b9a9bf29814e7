import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

const runs = process.env.LONG === '1' ? 400 : 25;

let kit: ImportKit;
beforeAll(async () => {
  kit = await openImportKit();
});
afterAll(() => kit?.drop());

const header = 'incident_ref,area_code,received_at,arrived_at,final_grade,domestic_abuse,closure';
const key = fc.integer({ min: 0, max: 11 }).map((n) => `K${n}`);
const content = fc.record({
  area: fc.constantFrom('N1', 'N2', 'S1', 'N', 'E23000016'),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 4, max: 7 }),
  hour: fc.integer({ min: 0, max: 23 }),
  arrived: fc.boolean(),
  grade: fc.constantFrom('1', '2'),
  abuse: fc.boolean(),
  closure: fc.constantFrom('', 'attended', 'video'),
});
type Content = typeof content extends fc.Arbitrary<infer T> ? T : never;
const someRows = fc.uniqueArray(fc.tuple(key, content), {
  selector: ([name]) => name,
  minLength: 1,
  maxLength: 12,
});

describe('an import', () => {
  test('gives the same facts in whatever order and in however many files the rows come', async () => {
    await fc.assert(
      fc.asyncProperty(
        someRows,
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (rows, order, files) => {
          await kit.reset();
          await kit.importText('incidents', [header, ...rows.map(lineOf)]);
          const whole = await readCurrent();
          await kit.reset();
          const shuffled = rows
            .map((row, index) => ({ row, place: order[index] }))
            .sort((a, b) => a.place - b.place);
          const size = Math.ceil(rows.length / files);
          const parts = Array.from({ length: files }, (_, part) =>
            shuffled.slice(part * size, (part + 1) * size),
          );
          for (const part of parts)
            await kit.importText('incidents', [header, ...part.map(({ row }) => lineOf(row))]);
          expect(await readCurrent()).toEqual(whole);
          expect(whole).toHaveLength(rows.length);
        },
      ),
      { numRuns: runs },
    );
  });

  test('keeps what was known at every batch, through updates and undos', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: someRows.map((rows) => ({ rows })) },
      { weight: 1, arbitrary: fc.constant({ rows: null }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        await kit.reset();
        const known: { batchId: number; facts: unknown }[] = [];
        const stack: { batchId: number; before: Map<string, Content> }[] = [];
        let model = new Map<string, Content>();
        for (const { rows } of steps) {
          const undone = rows === null ? stack.pop() : undefined;
          if (rows !== null) {
            const before = new Map(model);
            for (const [name, each] of rows) model.set(name, each);
            const { batchId } = await kit.importText('incidents', [header, ...rows.map(lineOf)]);
            stack.push({ batchId: batchId ?? 0, before });
            known.push({ batchId: batchId ?? 0, facts: factsOf(model) });
          } else if (undone) {
            model = undone.before;
            known.push({ batchId: (await kit.undo(undone.batchId)).batchId, facts: factsOf(model) });
          }
        }
        for (const { batchId, facts } of known) expect(await readAt(batchId)).toEqual(facts);
      }),
      { numRuns: runs },
    );
  });
});

function lineOf([name, row]: [string, Content]): string {
  const { received, arrived } = timesOf(row);
  return `${name},${row.area},${received},${arrived ?? ''},${row.grade},${row.abuse},${row.closure}`;
}

function timesOf({ month, day, hour, arrived }: Content): { received: string; arrived: string | null } {
  const at = (minute: string): string => `2023-${two(month)}-${two(day)}T${two(hour)}:${minute}:00Z`;
  return { received: at('00'), arrived: arrived ? at('40') : null };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function factsOf(model: Map<string, Content>): unknown[] {
  return [...model]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, row]) => {
      const { received, arrived } = timesOf(row);
      const iso = (time: string | null): string | null =>
        time === null ? null : new Date(time).toISOString();
      return {
        incident_ref: name,
        area_code: row.area,
        received_at: iso(received),
        arrived_at: iso(arrived),
        final_grade: row.grade,
        domestic_abuse: row.abuse,
        closure: row.closure || null,
      };
    });
}

const columns = 'incident_ref, area_code, received_at, arrived_at, final_grade, domestic_abuse, closure';

function readCurrent(): Promise<unknown[]> {
  return kit.rows(`select ${columns}, month from fact_incident where to_batch is null order by incident_ref`);
}

function readAt(batchId: number): Promise<unknown[]> {
  return kit.rows(
    `select ${columns} from fact_incident where from_batch <= $1 and (to_batch is null or to_batch > $1) order by incident_ref`,
    [batchId],
  );
}
