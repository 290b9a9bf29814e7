import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, difference, readTokens, seen, views } from '../testing/colour-vision.ts';

const tokens = readTokens(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));
const themes = ['light', 'dark'] as const;

const marks = ['better', 'worse', 'shift', 'pt', 'mean', 'limit', 'target', 'axis', 'line-3', 'focus'];
const texts = [
  'ink-1',
  'ink-2',
  'ink-3',
  'link',
  'better',
  'worse',
  'shift',
  'target',
  'rag-g',
  'rag-a',
  'rag-r',
];
const signals = ['better', 'worse', 'shift', 'pt'];

/** Below this two colours are taken for the same. */
const told = 10;

describe.each(themes)('%s theme', (theme) => {
  const colour = (name: string) => {
    const hex = tokens[theme][name];
    if (!hex) throw new Error(`tokens.css has no colour --${name} in the ${theme} theme`);
    return hex;
  };

  test.each(views)('marks keep 3:1 and words 4.5:1 on the page in %s', (view) => {
    const ground = seen(colour('bg'), view);
    const ratio = (name: string) => contrast(seen(colour(name), view), ground);
    expect(marks.filter((name) => ratio(name) < 3)).toEqual([]);
    expect(texts.filter((name) => ratio(name) < 4.5)).toEqual([]);
  });

  // WCAG measures colours as they are; a reader with a deficiency may lose a little of that, never much.
  test.each(views)('words of a signal stay readable on their own tint in %s', (view) => {
    const least = view === 'full colour' ? 4.5 : 4;
    const ratio = (name: string) => contrast(seen(colour(name), view), seen(colour(`${name}-tint`), view));
    expect(['better', 'worse', 'shift'].filter((name) => ratio(name) < least)).toEqual([]);
  });

  test('better and worse are told apart by colour in every colour vision but none', () => {
    const least = (view: (typeof views)[number]) =>
      difference(seen(colour('better'), view), seen(colour('worse'), view));
    expect(views.filter((view) => least(view) < told)).toEqual(['greyscale']);
  });

  // The pairs that colour alone leaves the same for some reader: charts/signal-shapes.test.tsx holds their shapes
  // and words apart. A pair that is not here may not merge, and one that no longer merges must leave.
  test('signals merge by colour only where shapes and words are known to tell them apart', () => {
    const merges = signals.flatMap((one, index) =>
      signals
        .slice(index + 1)
        .filter((other) =>
          views.some((view) => difference(seen(colour(one), view), seen(colour(other), view)) < told),
        )
        .map((other) => `${one} and ${other}`),
    );
    expect(merges).toEqual([
      'better and worse',
      'better and shift',
      'better and pt',
      'worse and shift',
      'worse and pt',
      'shift and pt',
    ]);
  });
});
