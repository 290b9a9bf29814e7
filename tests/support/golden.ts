import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KeyedSeries, Point } from '../../server/src/contract/series.ts';
import { importFile } from '../../server/src/ingest/import-file.ts';
import { publishRelease } from '../../server/src/releases/publish.ts';
import { openReleaseStore, type ReleaseStore } from '../../server/src/releases/store.ts';
import { createTestDatabase } from './database.ts';

/** A file of a feed, its rows written small: `{n}` in a row is its number among all that the file has. */
export interface GoldenFile {
  readonly feed: string;
  readonly covers?: string;
  readonly areas?: readonly string[];
  readonly columns: string;
  readonly rows: readonly (string | { readonly repeat: number; readonly row: string })[];
}

/** A point as the API gives it. A value may be written as the division it is: `694/1275`. */
export interface GoldenPoint extends Omit<Partial<Point>, 'value'> {
  readonly period: string;
  readonly value: number | string | null;
}

export interface Expectation {
  /** What the figure shows, as a sentence. */
  readonly about: string;
  /** Parameters of a series, the metric apart. */
  readonly query: Readonly<Record<string, string>>;
  readonly series?: readonly {
    readonly key?: Record<string, string>;
    readonly points: readonly GoldenPoint[];
  }[];
  /** For a question that must be refused: the code of the problem, and some of what it names as valid. */
  readonly refused?: { readonly code: string; readonly parameter: string; readonly valid: readonly string[] };
}

/** Figures of one metric that do not come from the product: from a source, or worked by hand. */
export interface Golden {
  readonly path: string;
  readonly metric: string;
  /** Who says so: an outside source by name, or "Worked by hand". */
  readonly source: string;
  readonly notes?: readonly string[];
  /** Rows of its own, or the name of a file beside it that several share. */
  readonly rows: readonly GoldenFile[] | string;
  readonly expect: readonly Expectation[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = path.join(root, 'server/src/metrics');
const hmacKey = Buffer.alloc(32, 7);
const force = 'E23000016';

/** Every golden file; its path is relative to the metrics. */
export function readGoldens(): Golden[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.golden.json'))
    .sort()
    .map((name) => ({ path: name, ...(readJson(path.join(folder, name)) as Omit<Golden, 'path'>) }));
}

/** Golden files by the rows they need: each group is one database. */
export function groupByRows(goldens: readonly Golden[]): { rows: string; goldens: Golden[] }[] {
  const groups = new Map<string, Golden[]>();
  for (const golden of goldens) {
    const rows =
      typeof golden.rows === 'string' ? path.join(path.dirname(golden.path), golden.rows) : golden.path;
    groups.set(rows, [...(groups.get(rows) ?? []), golden]);
  }
  return [...groups].map(([rows, members]) => ({ rows, goldens: members }));
}

export interface GoldenRelease {
  readonly store: ReleaseStore;
  close(): Promise<void>;
}

/** Imports the rows of a group as a user would, publishes them as release 1 and opens it. */
export async function publishGolden(group: {
  rows: string;
  goldens: readonly Golden[];
}): Promise<GoldenRelease> {
  const own = group.goldens[0].rows;
  const files = typeof own === 'string' ? (readJson(path.join(folder, group.rows)) as GoldenFile[]) : own;
  const database = await createTestDatabase();
  const temporary = await mkdtemp(path.join(tmpdir(), 'vawg-golden-'));
  const take = async (
    feed: string,
    file: string,
    options: { covers?: string; areas?: readonly string[] } = {},
  ) => {
    const report = await importFile(
      { pool: database.pool, force, hmacKey },
      { ...options, feed, path: file },
    );
    if (report.status !== 'applied' || report.refused > 0)
      throw new Error(
        `${group.rows}: ${feed} was not taken: ${JSON.stringify(report.problems)} ${report.message}`,
      );
  };
  for (const feed of ['areas', 'grades', 'outcome-types'])
    await take(feed, path.join(root, 'seeds/reference', `${feed}.csv`));
  for (const [index, { feed, columns, rows, ...options }] of files.entries()) {
    const file = path.join(temporary, `${index}-${feed}.csv`);
    await writeFile(file, `${[columns, ...writeRows(rows)].join('\n')}\n`);
    await take(feed, file, options);
  }
  await publishRelease({ db: database.db, force });
  const store = await openReleaseStore({ ...database, force, notify: () => undefined });
  const close = async (): Promise<void> => {
    await store.close();
    await database.drop();
    await rm(temporary, { recursive: true });
  };
  return { store, close };
}

/** A golden point in full, its division done. */
export function pointOf({ value, ...rest }: GoldenPoint): Point {
  const status = rest.status ?? [];
  if (typeof value !== 'string') return { n: 0, ...rest, value: toTwelve(value), status };
  const [numerator, denominator] = value.split('/').map(Number);
  return {
    n: denominator,
    numerator,
    denominator,
    ...rest,
    value: toTwelve(numerator / denominator),
    status,
  };
}

/** What a golden file says of a line. Labels are words and may change; intervals have tests of their own. */
export function lineOf({ key, points }: KeyedSeries): Pick<KeyedSeries, 'key' | 'points'> {
  return { key, points: points.map(figureOf) };
}

function figureOf(point: Point): Point {
  const { period, value, n, numerator, denominator, status, provisional, absent, sides } = point;
  return { period, value: toTwelve(value), n, numerator, denominator, status, provisional, absent, sides };
}

/** Twelve digits: what was worked by hand has no rounding of binary fractions in it. */
const toTwelve = (value: number | null) => (value === null ? null : Number(value.toPrecision(12)));

function writeRows(rows: GoldenFile['rows']): string[] {
  let number = 0;
  return rows.flatMap((entry) => {
    const { repeat, row } = typeof entry === 'string' ? { repeat: 1, row: entry } : entry;
    return Array.from({ length: repeat }, () => row.replaceAll('{n}', String(++number)));
  });
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
