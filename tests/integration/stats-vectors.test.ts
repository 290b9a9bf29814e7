import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Case = { id: string; kind?: string; expected: { [name: string]: Json }; peer_defect?: string };

const folder = resolve(import.meta.dirname, '../../../shared/stats');
const isThere = existsSync(resolve(folder, 'README.md'));

/** Required fields of each file, as its README lists them; a dotted name reaches into objects and lists. */
const required: Record<string, string[]> = {
  A_spc: [
    ...[
      'date',
      'rebase_group',
      'mean',
      'lpl',
      'upl',
      'outside_limits',
      'close_to_limits',
      'relative_to_mean',
    ],
    ...['special_cause_type', 'special_cause_flag', 'point_type', 'short_group_warning'],
  ]
    .map((name) => `points.${name}`)
    .concat('summary.variation_type', 'summary.assurance_type'),
  B_proportions: ['value', 'lower95', 'upper95', 'lower998', 'upper998', 'method', 'groups'],
  B_rates: ['value', 'lower95', 'upper95', 'lower998', 'upper998', 'method', 'groups'],
  C_funnel_phe: ['baseline', 'significance', 'value', 'area_limits'],
  D_quantiles: [
    ...['quantiles.type1', 'quantiles.type7', 'ci.p', 'ci.conf', 'ci.lower_rank', 'ci.upper_rank'],
    ...['ci.lower', 'ci.upper', 'ci.coverage'],
  ],
  E_cif: [
    ...['n_at_risk', 'no_outcome', 'outcomes.outcome', 'outcomes.cif', 'outcomes.se_ij'],
    ...['outcomes.lower95_log', 'outcomes.upper95_log'],
  ],
  F_two_proportions: ['difference', 'newcombe95', 'newcombe998'],
  G_time: [
    ...['local_month', 'local_date', 'financial_year', 'offset_minutes', 'start_utc', 'end_utc_exclusive'],
    ...['seconds', 'elapsed_seconds', 'candidates_utc'],
  ],
};

/** Reads a dotted path, mapping over lists on the way. */
function pick(value: Json | undefined, path: string[]): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, path) ?? null);
  return typeof value === 'object' && value !== null ? pick(value[name], rest) : undefined;
}

/** Paths at which two values differ by more than 1e-9 relative (1e-12 near 0; 1e-8 absolute for Newcombe). */
function differences(expected: Json, actual: Json | undefined, at: string, absolute: number): string[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const allowed = Math.max(absolute, 1e-9 * Math.abs(expected));
    return Math.abs(expected - actual) <= allowed ? [] : [`${at}: expected ${expected}, got ${actual}`];
  }
  if (typeof expected !== 'object' || expected === null) {
    return expected === actual ? [] : [`${at}: expected ${expected}, got ${JSON.stringify(actual)}`];
  }
  if (Array.isArray(expected) && expected.length !== (Array.isArray(actual) ? actual.length : -1)) {
    return [`${at}: expected ${expected.length} items, got ${JSON.stringify(actual)}`];
  }
  return Object.entries(expected).flatMap(([name, value]) =>
    differences(value, (actual as { [name: string]: Json } | undefined)?.[name], `${at}.${name}`, absolute),
  );
}

function checkCase(file: string, one: Case, output: Json | undefined): string[] {
  const hasError = typeof output === 'object' && output !== null && 'error' in output;
  if (one.peer_defect)
    return output === undefined || hasError ? [`${one.id}: ${JSON.stringify(output)}`] : [];
  if ('error' in one.expected) return hasError ? [] : [`${one.id}: expected an error`];
  const absolute = file === 'F_two_proportions' ? 1e-8 : 1e-12;
  return (required[file] ?? []).flatMap((field) => {
    const expected = pick(one.expected, field.split('.'));
    if (expected === undefined) return [];
    return differences(expected, pick(output, field.split('.')), `${one.id} ${field}`, absolute);
  });
}

function countNumbers(value: Json | undefined): number {
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).reduce<number>((sum, item) => sum + countNumbers(item), 0);
  }
  return value === undefined ? 0 : 1;
}

async function runVectors(files: string[]): Promise<{ [id: string]: Json }> {
  const root = resolve(import.meta.dirname, '../..');
  const tsx = resolve(root, 'node_modules/tsx/dist/cli.mjs');
  const paths = files.map((file) => resolve(folder, `${file}.json`));
  const run = promisify(execFile);
  const args = [tsx, resolve(root, 'server/src/cli/stats-run.ts'), ...paths];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as { [id: string]: Json };
}

if (!isThere) process.stdout.write(`skipped: reference vectors, ${folder} is not there\n`);

describe.skipIf(!isThere)('reference vectors', () => {
  test.each(Object.keys(required))('agree with every required field of %s', async (file) => {
    const { cases } = JSON.parse(readFileSync(resolve(folder, `${file}.json`), 'utf8')) as { cases: Case[] };
    const outputs = await runVectors([file]);
    expect(cases.flatMap((one) => checkCase(file, one, outputs[one.id]))).toEqual([]);
    const compared = cases.flatMap((one) =>
      (required[file] ?? []).map((field) => pick(one.expected, field.split('.'))),
    );
    expect(compared.reduce<number>((sum, value) => sum + countNumbers(value), 0)).toBeGreaterThan(
      cases.length,
    );
  });
});
