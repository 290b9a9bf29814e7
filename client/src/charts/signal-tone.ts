import type { AreaFlag, BoardRow, VariationKind } from '../api/types.ts';

/** What a real change means: better, worse, or a shift where no direction is agreed. */
export type Tone = 'better' | 'worse' | 'shift';

/** Tone of a pattern that points up or down, by the direction the force has recorded as better. */
export function toneOf(direction: 'up' | 'down', polarity: BoardRow['polarity']): Tone {
  if (polarity === 'neutral') return 'shift';
  return (direction === 'up') === (polarity === 'higher-is-better') ? 'better' : 'worse';
}

const tones: Partial<Record<VariationKind, Tone>> = {
  improvement: 'better',
  concern: 'worse',
  shift: 'shift',
};

/** Tone of a verdict; undefined where no rule says that anything changed. */
export const toneOfVariation = (kind: VariationKind): Tone | undefined => tones[kind];

/** Tone of an area beside the others; undefined where it is not told apart from them. */
export function toneOfFlag({ side, word }: Pick<AreaFlag, 'side' | 'word'>): Tone | undefined {
  if (!side || !word) return undefined;
  return word === 'better' || word === 'worse' ? word : 'shift';
}
