import { UsageError } from '../ingest/problems.ts';
import { describeFeeds, writeTemplate } from '../ingest/template.ts';

process.exitCode = main(process.argv.slice(2));

function main([command, feed]: readonly string[]): number {
  try {
    if (command === 'list') process.stdout.write(`${describeFeeds()}\n`);
    else if (command === 'template' && feed !== undefined) process.stdout.write(writeTemplate(feed));
    else throw new UsageError('Use: npm run feeds -- list, or npm run feeds -- template <feed>');
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
