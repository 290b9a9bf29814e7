import { compileReader } from './compile.ts';
import type { Context, Feed } from './definition.ts';
import { checkParserHeader, findParser, type HeaderMatch, matchHeader, normaliseHeader } from './header.ts';
import { findPersonal } from './personal-data.ts';
import { FileRefused, refuseFile } from './problems.ts';
import { RawRow } from './raw-row.ts';
import { type Dialect, detectDialect } from './read/dialect.ts';
import type { InspectedFile } from './read/inspect-file.ts';
import { type RecordBatch, readRecords } from './read/read-records.ts';
import { Row } from './row.ts';
import type { Reading } from './staging.ts';

export interface OpenedFile {
  dialect: Dialect;
  reading: Reading;
  parserName: string | null;
  /** The records below the header. Each call reads the file anew. */
  rows(): AsyncGenerator<RecordBatch>;
}

const sampledRows = 200;

/**
 * Reads the header and prepares the reading of the rows.
 * @throws {FileRefused} when the file cannot be read as this feed
 */
export async function openFile(
  file: InspectedFile,
  feed: Feed,
  context: Context,
  chosenParser?: string,
): Promise<OpenedFile> {
  const dialect = detectDialect(file);
  const { header: names, sample } = await readStart(file, dialect);
  const parser = findParser(feed, names, chosenParser);
  if (chosenParser !== undefined && !parser) throw unknownParser(feed, chosenParser);
  if (parser) checkParserHeader(parser, names, dialect.headerLine);
  const match = parser
    ? matchHeader(feed, parser.columns, dialect.headerLine)
    : matchOrExplain(feed, names, dialect.headerLine, sample);
  const header = parser ? normaliseHeader(names) : match.header;
  const keys = new Set(feed.columns.filter(({ type }) => type.isKey).map(({ name }) => name));
  return {
    dialect,
    parserName: parser?.name ?? null,
    reading: {
      reader: compileReader(feed, match, context, (slots) => new Row(slots)),
      raw: new RawRow(header, keys, dialect.delimiter, context.hashKey),
      parser: parser && { run: parser.open(), places: new Map(header.map((name, place) => [name, place])) },
    },
    rows: () => withoutHeader(readRecords(file, dialect)),
  };
}

async function readStart(
  file: InspectedFile,
  dialect: Dialect,
): Promise<{ header: string[]; sample: string[][] }> {
  const start: string[][] = [];
  for await (const { records } of readRecords(file, dialect)) {
    start.push(...records.slice(0, sampledRows));
    if (start.length > sampledRows) break;
  }
  const [header, ...sample] = start;
  if (!header)
    throw refuseFile('empty-file', 'The file has no header: its first line must name the columns.');
  return { header, sample };
}

async function* withoutHeader(batches: AsyncIterable<RecordBatch>): AsyncGenerator<RecordBatch> {
  let isFirst = true;
  for await (const batch of batches) {
    yield isFirst ? { ...batch, records: batch.records.slice(1), lines: batch.lines.slice(1) } : batch;
    isFirst = false;
  }
}

/** Says of an unknown column when its content, not only its name, looks personal. */
function matchOrExplain(feed: Feed, names: string[], line: number, sample: readonly string[][]): HeaderMatch {
  try {
    return matchHeader(feed, names, line);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const header = normaliseHeader(names);
    throw new FileRefused(
      error.problems.map((problem) => {
        if (problem.code !== 'unknown-column' || problem.column === null) return problem;
        const index = header.indexOf(problem.column);
        const what = sample
          .map((record) => findPersonal(record[index] ?? ''))
          .find((found) => found !== null);
        if (!what) return problem;
        const message = `The column "${problem.column}" is not one of the feed and holds what looks like ${what}. Leave it out of the export.`;
        return { ...problem, code: 'personal-data' as const, message };
      }),
    );
  }
}

function unknownParser(feed: Feed, chosen: string): FileRefused {
  const known = feed.parsers?.map(({ name }) => name).join(', ') || 'none';
  return refuseFile('unknown-parser', `The ${feed.name} feed has no parser "${chosen}". It has: ${known}.`);
}
