import { loadConfig } from '../config.ts';
import { openDatabase } from '../db/client.ts';
import { readHmacKey } from '../db/hmac-key.ts';
import { migrateToLatest } from '../db/migrate.ts';
import { reportCutShort } from '../ingest/attempts.ts';
import { feedNames } from '../ingest/definition.ts';
import { findFeed } from '../ingest/feeds.ts';
import { importFile } from '../ingest/import-file.ts';
import { UsageError } from '../ingest/problems.ts';
import { writeRefused } from '../ingest/refused-csv.ts';
import { emptyReport } from '../ingest/report.ts';
import { undoBatch } from '../ingest/undo-batch.ts';
import { describeFault, exitCodes } from './fault.ts';
import { type ImportCommand, readCommand } from './import-command.ts';
import { describeReport, describeUndo } from './import-report.ts';
import { ProgressLine } from './progress.ts';

type Work = Exclude<ImportCommand, { kind: 'help' }>;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  let command: ImportCommand | undefined;
  const ended: string[] = [];
  try {
    command = readCommand(args);
    if (command.kind === 'help') {
      print(help());
      return exitCodes.done;
    }
    if (command.kind === 'import') findFeed(command.feed);
    return await run(command, ended);
  } catch (error) {
    if (!(error instanceof UsageError)) return fail(error, command, ended.length);
    note(error.message);
    return exitCodes.usage;
  }
}

/** @param ended gets each file that is done with */
async function run(command: Work, ended: string[]): Promise<number> {
  const config = loadConfig();
  const hmacKey = readHmacKey(config);
  const { db, pool, close } = await openDatabase(config, note);
  try {
    await migrateToLatest(db);
    for (const sentence of await reportCutShort(db)) note(sentence);
    if (command.kind === 'refused') {
      for await (const block of writeRefused(pool, command.batchId)) process.stdout.write(block);
      return exitCodes.done;
    }
    if (command.kind === 'undo') {
      const report = await undoBatch({ pool, notify: note }, command.batchId);
      print(command.json ? JSON.stringify(report) : describeUndo(report));
      return exitCodes.done;
    }
    return await importAll({ pool, force: config.FORCE, hmacKey }, command, ended);
  } finally {
    await close();
  }
}

/** Says why a command failed; with --json, as the report of the file in hand. */
function fail(error: unknown, command: ImportCommand | undefined, filesEnded: number): number {
  const isImport = command?.kind === 'import';
  const fault = describeFault(error, isImport ? 'nothing of the file was kept' : 'nothing was changed');
  note(fault.message);
  if (!isImport) return fault.exit;
  const [file = '', ...left] = command.files.slice(filesEnded);
  if (command.json)
    print(
      JSON.stringify({
        ...emptyReport(findFeed(command.feed).name, file, ''),
        status: 'failed',
        message: fault.message,
      }),
    );
  noteNotBegun(left);
  return fault.exit;
}

/** Stops at the first file that is refused, and says which were not begun. */
async function importAll(
  deps: Pick<Parameters<typeof importFile>[0], 'pool' | 'force' | 'hmacKey'>,
  command: Extract<ImportCommand, { kind: 'import' }>,
  ended: string[],
): Promise<number> {
  for (const path of command.files) {
    const progress = new ProgressLine(process.stderr);
    const report = await importFile(
      { ...deps, notify: (line) => progress.say(line), onProgress: (done) => progress.show(done) },
      { ...command.options, feed: command.feed, path },
    ).finally(() => progress.end());
    ended.push(path);
    print(command.json ? JSON.stringify(report) : describeReport(report));
    if (report.status !== 'refused') continue;
    noteNotBegun(command.files.slice(ended.length));
    return exitCodes.refused;
  }
  return exitCodes.done;
}

function noteNotBegun(files: readonly string[]): void {
  if (files.length > 0) note(`Not begun: ${files.join(', ')}.`);
}

function help(): string {
  return [
    'npm run import -- <feed> <file…>   import files, each as one batch',
    '  --covers 2023-04..2023-11        months the file is the truth for (default: first to last of its rows);',
    '                                   2023-04..2023-11-15 where November is in progress, held to the 15th',
    '  --areas A,B                      areas it is the truth for (default: every area of the force)',
    '  --replace-period 2023-11         retire rows of the period that the file does not have',
    '  --parser NAME                    read a published file with the parser named',
    '  --synthetic                      mark the rows as synthetic',
    '  --dry-run                        do everything but keep it',
    '  --json                           one JSON object per file on standard output, nothing else',
    'npm run import -- undo BATCH       restore what was before a batch',
    'npm run import -- refused BATCH    the refused rows of a batch, with their problems, as CSV',
    '',
    `Feeds: ${feedNames.join(', ')}. Columns: npm run feeds -- template <feed>`,
  ].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
