import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { openDatabase } from '../db/client.ts';
import { migrateToLatest } from '../db/migrate.ts';
import { draftRelease } from '../releases/draft.ts';
import { loadReleaseRecords } from '../releases/load-releases.ts';
import type { ReleaseRecord } from '../releases/loaded-release.ts';
import { publishRelease } from '../releases/publish.ts';
import { ReleaseRefused } from '../releases/release-refused.ts';
import { verifyReleases } from '../releases/verify.ts';
import { withdrawRelease } from '../releases/withdraw.ts';
import { describeFault, exitCodes } from './fault.ts';

const USAGE = `Usage: npm run release -- <command> [--json]
  draft        open a draft of the next release as at the last import
  publish      publish the open draft, or one made now
  withdraw N   mark one release as not to be used; the newest left is live
  list         every release
  show N       one release
  verify [N]   recompute the hashes of one release, or of all`;

const note = (line: string) => process.stderr.write(`${line}\n`);

interface Answer {
  readonly exit: number;
  readonly json: unknown;
  readonly lines: readonly string[];
}

const summary = (record: ReleaseRecord) => ({
  number: record.number,
  status: record.status === 'published' ? 'live' : record.status,
  publishedOn: record.publishedOn,
  publishedAt: record.publishedAt.toISOString(),
  dataTo: record.dataTo,
  synthetic: record.synthetic,
  cells: record.cellCount,
  batches: record.batches,
  rows: record.rows,
  asAtBatch: record.asAtBatch,
  engineVersion: record.engineVersion,
  previousSha256: record.previousSha256,
  sha256: record.sha256,
});

const line = (record: ReleaseRecord) => {
  const { number, status, publishedOn, dataTo, cells, sha256, synthetic } = summary(record);
  return `Release ${number}  ${status}  published ${publishedOn}  data to ${dataTo}  ${cells} cells  ${sha256.slice(0, 16)}${synthetic ? '  synthetic' : ''}`;
};

async function answer(command: string, argument: string | undefined): Promise<Answer> {
  const config = loadConfig();
  const { db, close } = await openDatabase(config, note);
  try {
    await migrateToLatest(db);
    if (command === 'draft') {
      const draft = await db.transaction().execute((trx) => draftRelease(trx, config.FORCE));
      const { pinned: _pinned, ...json } = draft;
      return {
        exit: exitCodes.done,
        json,
        lines: [
          `Draft as at batch ${draft.asAtBatch}, data to ${draft.dataTo}. Publish it with: npm run release -- publish`,
        ],
      };
    }
    if (command === 'publish') {
      const done = await publishRelease({ db, force: config.FORCE, notify: note });
      return {
        exit: exitCodes.done,
        json: done,
        lines: [
          `Release ${done.number} is published: data to ${done.dataTo}, ${done.cells} cells, ${done.changedCells} changed.`,
          `Hash ${done.sha256}`,
        ],
      };
    }
    if (command === 'withdraw') {
      const withdrawn = Number(argument);
      const live = await withdrawRelease(db, config.FORCE, withdrawn);
      return {
        exit: exitCodes.done,
        json: { withdrawn, live },
        lines: [`Release ${withdrawn} is withdrawn: it stays readable and says so. Release ${live} is live.`],
      };
    }
    if (command === 'verify')
      return verify(await verifyReleases(db, config.FORCE, number(argument)), argument);
    const records = await loadReleaseRecords(db, config.FORCE);
    if (command === 'list')
      return {
        exit: exitCodes.done,
        json: records.map(summary),
        lines: records.length > 0 ? records.map(line) : ['No release has been published yet.'],
      };
    const found = records.find((record) => record.number === number(argument));
    if (!found)
      throw new ReleaseRefused(
        'unknown-release',
        `There is no release ${argument ?? ''}. See: npm run release -- list`,
      );
    const lines = Object.entries(summary(found)).map(([key, value]) => `${key.padEnd(16)} ${value ?? '-'}`);
    return { exit: exitCodes.done, json: summary(found), lines };
  } finally {
    await close();
  }
}

function verify(results: Awaited<ReturnType<typeof verifyReleases>>, argument: string | undefined): Answer {
  if (results.length === 0)
    throw new ReleaseRefused(
      'unknown-release',
      argument ? `There is no release ${argument}.` : 'No release has been published yet.',
    );
  const first = results.find((result) => result.difference !== null);
  const lines = results.map(
    ({ number: n, cells, difference }) =>
      `Release ${n}: ${difference ?? `${cells} cells and the chain are as published`}`,
  );
  return {
    exit: first ? exitCodes.fault : exitCodes.done,
    json: { ok: first === undefined, releases: results },
    lines,
  };
}

function number(argument: string | undefined): number | undefined {
  return argument === undefined ? undefined : Number(argument);
}

function usageFault(command: string, argument: string | undefined): boolean {
  if (command === 'show' || command === 'withdraw')
    return argument === undefined || !/^[1-9]\d*$/.test(argument);
  if (command === 'verify') return argument !== undefined && !/^[1-9]\d*$/.test(argument);
  return !['draft', 'publish', 'list'].includes(command) || argument !== undefined;
}

async function main(): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    note(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return exitCodes.usage;
  }
  if (parsed.values.help) {
    process.stdout.write(`${USAGE}\n`);
    return exitCodes.done;
  }
  const [command, argument, ...rest] = parsed.positionals;
  if (command === undefined || usageFault(command, argument) || rest.length > 0) {
    note(USAGE);
    return exitCodes.usage;
  }
  try {
    const { exit, json, lines } = await answer(command, argument);
    process.stdout.write(parsed.values.json ? `${JSON.stringify(json)}\n` : `${lines.join('\n')}\n`);
    return exit;
  } catch (error) {
    const { exit, code, message } =
      error instanceof ReleaseRefused
        ? { exit: exitCodes.refused, code: error.code, message: error.message }
        : describeFault(error, 'nothing was changed');
    if (parsed.values.json) process.stdout.write(`${JSON.stringify({ error: code, message })}\n`);
    else note(message);
    return exit;
  }
}

const parse = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });

process.exitCode = await main();
