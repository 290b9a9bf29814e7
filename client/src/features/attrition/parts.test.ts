import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { difference, readTokens, seen, views } from '../../testing/colour-vision.ts';
import { partFill } from './parts.ts';

const tokens = readTokens(readFileSync(new URL('../../design/tokens.css', import.meta.url), 'utf8'));

/** Parts in the order they are stacked. */
const stack = ['charged', 'other-positive', 'oc15', 'oc16', 'other-no-further-action'];

test.each(['light', 'dark'] as const)(
  'parts that touch are told apart by every reader in the %s theme; what is not known yet is hatched',
  (theme) => {
    const colour = (part: string) => tokens[theme][partFill[part]?.slice('var(--'.length, -1) ?? ''] ?? '';
    const least = stack
      .slice(1)
      .map((part, index) =>
        Math.min(
          ...views.map((view) =>
            difference(seen(colour(part), view), seen(colour(stack[index] ?? ''), view)),
          ),
        ),
      );
    expect(least.filter((one) => !(one >= 15))).toEqual([]);
    expect(partFill['not-yet-assigned']).toMatch(/^url\(#/);
  },
);
