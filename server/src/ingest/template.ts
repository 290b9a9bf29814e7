import type { Column, Feed } from './definition.ts';
import { feeds, findFeed } from './feeds.ts';

/** An empty file of a feed: notes on lines that begin with `#`, which the import skips, then the header. */
export function writeTemplate(name: string): string {
  const feed = findFeed(name);
  const notes = [
    `${feed.name}: ${feed.words}`,
    `A row is named by ${feed.key.map((column) => nameInFile(feed, column)).join(' + ')}: the same again is an update.`,
    'These notes may stay: lines that begin with # above the header are skipped.',
    '',
    ...feed.columns.map(describeColumn),
  ];
  if (feed.memberPrefix !== undefined) {
    notes.push(
      `${feed.memberPrefix}*: members of dimensions, such as ${feed.memberPrefix}offence_group or ${feed.memberPrefix}outcome. Add as many as needed.`,
    );
  }
  const header = feed.columns.map(({ name: column }) => column).join(',');
  return `${notes.map((note) => `# ${note}`.trimEnd()).join('\n')}\n${header}\n`;
}

/** Every feed with its key and columns, required ones marked. */
export function describeFeeds(): string {
  return feeds
    .map((feed) => {
      const columns = feed.columns.map(({ name, required }) => (required ? `${name}*` : name)).join(', ');
      const parsers =
        feed.parsers?.map(({ name, words }) => `\n  also reads ${name}: ${words}`).join('') ?? '';
      return `${feed.name}: ${feed.words}\n  key ${feed.key.map((column) => nameInFile(feed, column)).join(' + ')}\n  ${columns}${parsers}`;
    })
    .concat('Columns with * are required. An empty file with notes: npm run feeds -- template <feed>')
    .join('\n\n');
}

/** Every feed with its key and columns, as data. */
export function listFeeds() {
  return feeds.map((feed) => ({
    name: feed.name,
    words: feed.words,
    key: feed.key.map((column) => nameInFile(feed, column)),
    columns: feed.columns.map(({ name, required, type, note }) => ({
      name,
      required,
      value: type.words,
      note,
    })),
    parsers: (feed.parsers ?? []).map(({ name, words }) => ({ name, words })),
  }));
}

function describeColumn({ name, required, type, note }: Column): string {
  return `${name}${required ? ' (required)' : ''}: ${type.words}. ${note}`;
}

/** Name in the file of a stored column. */
export function nameInFile(feed: Feed, stored: string): string {
  if (feed.memberPrefix !== undefined && stored === 'dimensions') return `${feed.memberPrefix}*`;
  return feed.columns.find(({ name, into = name }) => into === stored)?.name ?? stored;
}
