import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { OutlookKind, Variation, VariationKind } from '../api/types.ts';
import { HollowMark } from './hollow-mark.tsx';
import { SignalMark } from './signal-mark.tsx';
import type { Tone } from './signal-tone.ts';
import { OutlookIcon, VariationIcon } from './verdict-icons.tsx';
import { VariationWord } from './verdict-words.tsx';

const tones: Tone[] = ['better', 'worse', 'shift'];
const kinds: VariationKind[] = [
  'improvement',
  'concern',
  'shift',
  'common-cause',
  'too-early',
  'not-comparable',
  'too-sparse',
];
const outlooks: OutlookKind[] = [
  'likely-to-meet',
  'could-go-either-way',
  'likely-to-miss',
  'no-outlook',
  'no-target',
];

/** The drawing without its colours: what greyscale, or no colour at all, leaves of it. */
const shapeOf = (drawing: ReactElement) => renderToStaticMarkup(drawing).replaceAll(/ class="[^"]*"/g, '');

/** Its outline alone: the first shape drawn, without its place and size. */
const outlineOf = (drawing: ReactElement) => shapeOf(drawing).match(/<(circle|rect|path)/)?.[1];

describe('shapes without their colours', () => {
  test('marks of better, worse and shift are a circle, a diamond and a square', () => {
    const outlines = tones.map((tone) => outlineOf(<SignalMark x={0} y={0} size={5} tone={tone} />));
    expect(outlines).toEqual(['circle', 'path', 'rect']);
  });

  test('a mark that claims something is filled, one that claims nothing is hollow', () => {
    const filled = renderToStaticMarkup(<SignalMark x={0} y={0} size={5} tone="better" />);
    const hollow = renderToStaticMarkup(<HollowMark x={0} y={0} size={5} tone="better" />);
    expect(filled).not.toBe(hollow);
  });

  test.each(['up', 'down', null] as const)('no two verdict icons pointing %s are alike', (direction) => {
    const shapes = kinds.map((kind) => shapeOf(<VariationIcon kind={kind} direction={direction} />));
    expect(new Set(shapes).size).toBe(kinds.length);
  });

  test('an icon says its direction by its arrow', () => {
    const pointing = (direction: 'up' | 'down') =>
      shapeOf(<VariationIcon kind="improvement" direction={direction} />);
    expect(pointing('up')).not.toBe(pointing('down'));
  });

  test('no two outlook icons are alike', () => {
    const shapes = outlooks.map((kind) => shapeOf(<OutlookIcon kind={kind} />));
    expect(new Set(shapes).size).toBe(outlooks.length);
  });
});

test('a verdict stands beside its word, the icon silent', () => {
  const variation = { kind: 'concern', direction: 'up', word: 'Worse', sentence: 'Higher.' } as Variation;
  const markup = renderToStaticMarkup(<VariationWord variation={variation} />);
  expect(markup).toMatch(/<svg[^>]*aria-hidden="true">.*<\/svg>Worse<\/span>$/);
});
