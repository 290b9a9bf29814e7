import type { Polarity } from '../format/values.ts';

/** What a real change means: better, worse, or a shift where no direction is agreed. */
export type Tone = 'better' | 'worse' | 'shift';

/** Tone of a pattern that points up or down, by the direction the force has recorded as better. */
export function toneOf(direction: 'up' | 'down', polarity: Polarity): Tone {
  if (polarity === 'neutral') return 'shift';
  return (direction === 'up') === (polarity === 'higher-is-better') ? 'better' : 'worse';
}
