import { documentFeeds } from '../ingest/document.ts';
import { UsageError } from '../ingest/problems.ts';
import { describeFeeds, writeTemplate } from '../ingest/template.ts';

process.exitCode = main(process.argv.slice(2));

function main([command, feed]: readonly string[]): number {
  try {
    if (command === 'list') process.stdout.write(`${describeFeeds()}\n`);
    else if (command === 'template' && feed !== undefined) process.stdout.write(writeTemplate(feed));
    else if (command === 'document') process.stdout.write(`${documentFeeds()}\n`);
    else
      throw new UsageError(
        'Use: npm run feeds -- list, npm run feeds -- template <feed>, or npm run feeds -- document',
      );
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
