import type { Column, Feed, Parser } from './definition.ts';
import { namesPersonal } from './personal-data.ts';
import { FileRefused, type Problem } from './problems.ts';

/** Where a feed's columns are in a file. */
export interface HeaderMatch {
  /** Names as in the file, in its order. */
  header: readonly string[];
  /** The feed's columns with their place in the file; -1 where the file has none. */
  columns: readonly { column: Column; index: number }[];
  members: readonly { header: string; dimension: string; index: number }[];
}

/** Trimmed and in lower case, as headers are compared. */
export function normaliseHeader(names: readonly string[]): string[] {
  return names.map((name) => name.trim().toLowerCase());
}

/**
 * Finds a feed's columns in a header.
 * @throws {FileRefused} naming every missing, unknown and duplicate column
 */
export function matchHeader(feed: Feed, names: readonly string[], line: number): HeaderMatch {
  const header = normaliseHeader(names);
  const isMember = (name: string): boolean =>
    feed.memberPrefix !== undefined && /^[a-z][a-z0-9_]*$/.test(name) && name.startsWith(feed.memberPrefix);
  const known = new Set(feed.columns.map(({ name }) => name));
  const required = feed.columns.filter((column) => column.required).map(({ name }) => name);
  const problems = [
    ...findMissing(header, required, feed, line),
    ...findRepeated(header, line),
    ...header
      .filter((name) => !known.has(name) && !isMember(name))
      .map((name) => describeUnknown(name, feed, line)),
  ];
  if (problems.length > 0) throw new FileRefused(problems);
  const prefix = feed.memberPrefix ?? '';
  return {
    header,
    columns: feed.columns.map((column) => ({ column, index: header.indexOf(column.name) })),
    members: header.flatMap((name, index) =>
      isMember(name) ? [{ header: name, dimension: camelCase(name.slice(prefix.length)), index }] : [],
    ),
  };
}

/** The parser that knows a header, if one does. @param chosen name of the parser that was asked for */
export function findParser(
  feed: Feed,
  names: readonly string[],
  chosen: string | undefined,
): Parser | undefined {
  const header = new Set(normaliseHeader(names));
  return feed.parsers?.find(({ name, header: own }) =>
    chosen === undefined
      ? own.length === header.size && own.every((each) => header.has(each))
      : name === chosen,
  );
}

/** @throws {FileRefused} when a file has not the columns of the parser that was asked for */
export function checkParserHeader(parser: Parser, names: readonly string[], line: number): void {
  const header = normaliseHeader(names);
  const own = new Set(parser.header);
  const problems = [
    ...parser.header
      .filter((name) => !header.includes(name))
      .map((name) => missing(name, parser.words, line)),
    ...findRepeated(header, line),
    ...header.filter((name) => !own.has(name)).map((name) => unknown(name, parser.words, line)),
  ];
  if (problems.length > 0) throw new FileRefused(problems);
}

function findMissing(
  header: readonly string[],
  required: readonly string[],
  feed: Feed,
  line: number,
): Problem[] {
  return required
    .filter((name) => !header.includes(name))
    .map((name) => missing(name, `the ${feed.name} feed`, line));
}

function findRepeated(header: readonly string[], line: number): Problem[] {
  const repeated = new Set(header.filter((name, index) => header.indexOf(name) !== index));
  return [...repeated].map((name) => ({
    line,
    column: name,
    code: 'duplicate-column',
    message: `The column "${name}" is there more than once. Keep one.`,
  }));
}

function describeUnknown(name: string, feed: Feed, line: number): Problem {
  if (!namesPersonal(name)) return unknown(name, `the ${feed.name} feed`, line);
  const message = `The column "${name}" looks like personal data. Leave it out of the export: no names, addresses, dates of birth or numbers of people are taken in.`;
  return { line, column: name, code: 'personal-data', message };
}

function missing(name: string, of: string, line: number): Problem {
  return { line, column: name, code: 'missing-column', message: `The column "${name}" of ${of} is missing.` };
}

function unknown(name: string, of: string, line: number): Problem {
  const message =
    name === ''
      ? 'A column has no name. Look for a separator too many at the end of the header.'
      : `"${name.slice(0, 60)}" is not a column of ${of}. Rename it or leave it out.`;
  return { line, column: name, code: 'unknown-column', message };
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
