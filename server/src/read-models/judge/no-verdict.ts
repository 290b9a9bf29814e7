import type { Outlook, Variation } from '../../contract/verdict.ts';
import { minimumPoints } from '../../stats/spc/variation.ts';

/** No verdict yet, and why in a sentence. */
export function noVariation(sentence: string, rest: Partial<Variation> = {}): Variation {
  return {
    kind: 'too-early',
    word: 'No verdict',
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
    ...rest,
  };
}

/** The outlook of a line that has no target. */
export function noTarget(): Outlook {
  return {
    kind: 'no-target',
    word: 'No target',
    reason: null,
    target: null,
    met: null,
    monthsMissed: 0,
    sentence: 'No target is set.',
  };
}
