import { parseArgs } from 'node:util';
import { documentFeeds } from '../ingest/document.ts';
import { UsageError } from '../ingest/problems.ts';
import { describeFeeds, listFeeds, writeTemplate } from '../ingest/template.ts';

const USAGE =
  'Use: npm run feeds -- list [--json], npm run feeds -- template <feed>, or npm run feeds -- document';

process.exitCode = main();

function main(): number {
  try {
    process.stdout.write(answer());
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

/** @throws {UsageError} for words that are no command, and for a feed that is not there */
function answer(): string {
  const { values, positionals } = parse();
  const [command, feed, ...rest] = positionals;
  if (command === 'list' && feed === undefined)
    return values.json ? `${JSON.stringify(listFeeds())}\n` : `${describeFeeds()}\n`;
  if (values.json || rest.length > 0) throw new UsageError(USAGE);
  if (command === 'template' && feed !== undefined) return writeTemplate(feed);
  if (command === 'document' && feed === undefined) return `${documentFeeds()}\n`;
  throw new UsageError(USAGE);
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error} ${USAGE}`);
  }
}
