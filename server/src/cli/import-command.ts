import { parseArgs } from 'node:util';
import type { ImportRequest } from '../ingest/import-file.ts';
import { UsageError } from '../ingest/problems.ts';

export type ImportCommand =
  | { kind: 'help' }
  | { kind: 'undo'; batchId: number; json: boolean }
  | { kind: 'refused'; batchId: number }
  | {
      kind: 'import';
      feed: string;
      files: string[];
      options: Omit<ImportRequest, 'feed' | 'path'>;
      json: boolean;
    };

const options = {
  covers: { type: 'string' },
  areas: { type: 'string' },
  'replace-period': { type: 'string' },
  parser: { type: 'string' },
  synthetic: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after `npm run import --`. @throws {UsageError} */
export function readCommand(args: readonly string[]): ImportCommand {
  const { values, positionals } = parse(args);
  const [first, ...rest] = positionals;
  if (values.help) return { kind: 'help' };
  if (first === undefined)
    throw new UsageError('Say which feed and which file: npm run import -- incidents may.csv (or --help).');
  if (first === 'undo') return { kind: 'undo', batchId: readBatchId(first, rest), json: values.json };
  if (first === 'refused') {
    if (values.json) throw new UsageError('The refused rows are printed as CSV: leave --json out.');
    return { kind: 'refused', batchId: readBatchId(first, rest) };
  }
  if (rest.length === 0) throw new UsageError(`Say which file to import: npm run import -- ${first} <file>.`);
  const areas = values.areas
    ?.split(',')
    .map((area) => area.trim())
    .filter((area) => area !== '');
  if (areas?.length === 0)
    throw new UsageError(
      '--areas names no area. Write --areas A,B, or leave it out for every area of the force.',
    );
  return {
    kind: 'import',
    feed: first,
    files: rest,
    json: values.json,
    options: {
      covers: values.covers,
      areas,
      replacePeriod: values['replace-period'],
      parser: values.parser,
      dryRun: values['dry-run'],
      synthetic: values.synthetic,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message} See npm run import -- --help.`);
  }
}

function readBatchId(command: string, words: readonly string[]): number {
  const [batch = '', ...more] = words;
  if (!/^[1-9]\d{0,8}$/.test(batch) || more.length > 0) {
    throw new UsageError(`Say which batch, by its number: npm run import -- ${command} 12.`);
  }
  return Number(batch);
}
