import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { difference, readTokens, seen, views } from '../testing/colour-vision.ts';
import { limitLook, lineLook, meanLook, openDash, targetLook } from './line-look.ts';

const tokens = readTokens(readFileSync(new URL('../design/tokens.css', import.meta.url), 'utf8'));
const told = 10;
type Look = typeof meanLook;

/** The least difference of two looks for any reader, in one theme. */
function leastDifference(one: Look, other: Look, theme: 'light' | 'dark'): number {
  const colour = ({ stroke }: Look) => tokens[theme][stroke.slice('var(--'.length, -1)] ?? '';
  return Math.min(...views.map((view) => difference(seen(colour(one), view), seen(colour(other), view))));
}

const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]));

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('lines of one figure are told apart by lightness or dash, for every reader', () => {
    const tones = ['blue', 'teal', 'mid', 'pink', 'grey'] as const;
    const merged = pairs(tones).filter(
      ([a, b]) =>
        lineLook[a].strokeDasharray === lineLook[b].strokeDasharray &&
        leastDifference(lineLook[a], lineLook[b], theme) < told,
    );
    expect(merged).toEqual([]);
  });

  test('the target, the limits, the mean and the line are told apart by lightness or dash', () => {
    const merged = pairs([meanLook, limitLook, targetLook, lineLook.ink]).filter(
      ([a, b]) => a.strokeDasharray === b.strokeDasharray && leastDifference(a, b, theme) < told,
    );
    expect(merged).toEqual([]);
  });
});

test('a stretch that may still change has a dash no line or rule has', () => {
  const dashes = [...Object.values(lineLook), meanLook, limitLook, targetLook].map(
    (one) => one.strokeDasharray,
  );
  expect(dashes).not.toContain(openDash);
});
