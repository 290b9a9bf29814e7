import type { Column, Feed } from './definition.ts';
import { feeds } from './feeds.ts';
import { nameInFile } from './template.ts';

/** Between these lines `docs/feeds.md` holds what `documentFeeds` gives. */
export const documentMarks = [
  '<!-- columns: npm run feeds -- document -->',
  '<!-- end of columns -->',
] as const;

/** Every feed with its columns, in Markdown. */
export function documentFeeds(): string {
  return feeds.map(documentFeed).join('\n\n');
}

function documentFeed(feed: Feed): string {
  const key = feed.key.map((column) => `\`${nameInFile(feed, column)}\``).join(' + ');
  const lines = [`### \`${feed.name}\``, `${feed.words} Key: ${key}.`];
  if (feed.anchor !== null) lines.push(`A row belongs to the month of \`${feed.anchor}\`.`);
  lines.push('', '| column | required | value | |', '|---|---|---|---|', ...feed.columns.map(documentColumn));
  if (feed.memberPrefix !== undefined) {
    lines.push(
      `| \`${feed.memberPrefix}*\` | no | a code | Member of a dimension: \`${feed.memberPrefix}offence_group\` is \`offenceGroup\`. |`,
    );
  }
  for (const { name, words } of feed.parsers ?? [])
    lines.push('', `Also reads, by its header or with \`--parser ${name}\`: ${words}.`);
  return lines.join('\n');
}

function documentColumn({ name, required, type, note }: Column): string {
  return `| \`${name}\` | ${required ? 'yes' : 'no'} | ${escapeCell(type.words)} | ${escapeCell(note)} |`;
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*');
}
