import type { Outlook, Variation } from '../../contract/verdict.ts';
import { minimumPoints } from '../../stats/spc/variation.ts';

/** The verdict on a line that cannot be judged at all, and why in a sentence. */
export function noVariation(sentence: string): Variation {
  return {
    kind: 'too-early',
    word: 'Too early',
    at: null,
    direction: null,
    intended: null,
    intention: null,
    rule: null,
    ruleWords: null,
    since: null,
    sigmas: null,
    points: 0,
    needed: minimumPoints,
    sentence,
  };
}

/** The outlook of a line that has no target. */
export function noTarget(): Outlook {
  const sentence = 'No target is set.';
  return {
    kind: 'no-target',
    word: 'No target',
    reason: null,
    target: null,
    met: null,
    monthsMissed: 0,
    sentence,
  };
}
