import { ConfigError, loadConfig } from '../config.ts';
import { openDatabase } from '../db/client.ts';
import { DatabaseUnavailable } from '../db/errors.ts';
import { readHmacKey } from '../db/hmac-key.ts';
import { migrateToLatest } from '../db/migrate.ts';
import { reportCutShort } from '../ingest/attempts.ts';
import { feedNames } from '../ingest/definition.ts';
import { findFeed } from '../ingest/feeds.ts';

import { importFile } from '../ingest/import-file.ts';
import { UsageError } from '../ingest/problems.ts';
import { writeRefused } from '../ingest/refused-csv.ts';
import { undoBatch } from '../ingest/undo-batch.ts';
import { type ImportCommand, readCommand } from './import-command.ts';
import { describeReport, describeUndo } from './import-report.ts';
import { ProgressLine } from './progress.ts';

const exitCodes = { applied: 0, usage: 2, refused: 4, unreachable: 5 } as const;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const command = readCommand(args);
    if (command.kind === 'help') {
      print(help());
      return exitCodes.applied;
    }
    if (command.kind === 'import') findFeed(command.feed);
    return await run(command);
  } catch (error) {
    if (error instanceof UsageError || error instanceof ConfigError) {
      note(error.message);
      return exitCodes.usage;
    }
    if (error instanceof DatabaseUnavailable) {
      note(error.message);
      return exitCodes.unreachable;
    }
    if (isConnectionLoss(error)) {
      note('The connection to the database was lost: nothing of the file was kept. Import it again.');
      return exitCodes.unreachable;
    }
    throw error;
  }
}

async function run(command: Exclude<ImportCommand, { kind: 'help' }>): Promise<number> {
  const config = loadConfig();
  const hmacKey = readHmacKey(config);
  const { db, pool, close } = await openDatabase(config, note);
  try {
    await migrateToLatest(db);
    for (const sentence of await reportCutShort(db)) note(sentence);
    if (command.kind === 'refused') {
      for await (const block of writeRefused(pool, command.batchId)) process.stdout.write(block);
      return exitCodes.applied;
    }
    if (command.kind === 'undo') {
      const report = await undoBatch({ pool, notify: note }, command.batchId);
      print(command.json ? JSON.stringify(report) : describeUndo(report));
      return exitCodes.applied;
    }
    return await importAll({ pool, force: config.FORCE, hmacKey }, command);
  } finally {
    await close();
  }
}

/** Stops at the first file that is refused, and says which were not begun. */
async function importAll(
  deps: Pick<Parameters<typeof importFile>[0], 'pool' | 'force' | 'hmacKey'>,
  command: Extract<ImportCommand, { kind: 'import' }>,
): Promise<number> {
  for (const [index, path] of command.files.entries()) {
    const progress = new ProgressLine(process.stderr);
    const report = await importFile(
      { ...deps, notify: (line) => progress.say(line), onProgress: (done) => progress.show(done) },
      { ...command.options, feed: command.feed, path },
    );
    progress.end();
    print(command.json ? JSON.stringify(report) : describeReport(report));
    if (report.status !== 'refused') continue;
    const left = command.files.slice(index + 1);
    if (left.length > 0) note(`Not begun: ${left.join(', ')}.`);
    return exitCodes.refused;
  }
  return exitCodes.applied;
}

function isConnectionLoss(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(ECONN|EPIPE|57P0|08)/.test(code) || message.startsWith('Connection terminated');
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
