import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { documentFeeds, documentMarks } from './document.ts';

test('docs/feeds.md has the columns of every feed as they are defined', async () => {
  const page = await readFile(new URL('../../../docs/feeds.md', import.meta.url), 'utf8');
  const [start, end] = documentMarks.map((mark) => page.indexOf(mark));
  expect(page.slice(start + documentMarks[0].length, end).trim()).toBe(documentFeeds());
});
