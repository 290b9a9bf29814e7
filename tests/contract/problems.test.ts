import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { problemTitles } from '../../server/src/plugins/problem-titles.ts';

const source = fileURLToPath(new URL('../../server/src', import.meta.url));

/** Codes written in a `new QueryProblem({…})` or `new HttpProblem({…})`, wherever in the server. */
function codesInSource(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(source, name), 'utf8'))
    .flatMap((text) => [...text.matchAll(/(?:Query|Http)Problem\(\s*\{[^}]*?\bcode: '([a-z-]+)'/g)])
    .map(([, code = '']) => code);
}

test('every code that a problem is given has a title, which the page of codes shows', () => {
  const codes = codesInSource();
  expect(codes).toContain('no-release');
  expect(codes).toContain('unknown-area');
  expect(codes.filter((code) => !(code in problemTitles))).toEqual([]);
});
