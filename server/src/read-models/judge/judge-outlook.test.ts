import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PinnedTarget } from '../../metrics/pinned.ts';
import { target } from '../../metrics/testing/pinned.ts';
import { levelWords } from '../findings/variation.ts';
import { judgedLine } from '../testing/judged-line.ts';
import { judgeLineOutlook } from './judge-outlook.ts';
import { judgeLineVariation } from './judge-variation.ts';
import type { LineUnit } from './line-unit.ts';

const share: LineUnit = { unit: 'fraction', decimals: 1, words: levelWords, least: 0, most: 1 };

/** Two years about 75%, then more. */
const about75 = Array.from({ length: 24 }, (_, i) => (i % 2 ? 0.77 : 0.73));

function outlookOf(values: readonly (number | null)[], targets: readonly PinnedTarget[], at?: string) {
  const line = judgedLine(values, { polarity: 'higher-is-better', targets });
  const month = at ?? line.points.at(-1)?.period ?? '';
  return judgeLineOutlook(line, share, judgeLineVariation(line, share, month), month);
}

describe('judgeLineOutlook', () => {
  test.each([
    [
      0.9,
      'likely-to-miss',
      'The whole usual range of 64.4% to 85.6% misses the target of at least 90.0%. Missed for 25 months running, to April 2023.',
    ],
    [
      0.76,
      'could-go-either-way',
      'The usual range of 64.4% to 85.6% holds the target of at least 76.0%, so a single month could fall either side. Met in April 2023.',
    ],
    [
      0.6,
      'likely-to-meet',
      'The whole usual range of 64.4% to 85.6% meets the target of at least 60.0%. Met in April 2023.',
    ],
  ])('sets a target of %s against the usual range', (value, kind, sentence) => {
    expect(outlookOf([...about75, 0.77], [target(value)])).toMatchObject({ kind, sentence, reason: null });
  });

  test('has no target where none is in force in the month judged', () => {
    const ended = target(0.8, { validTo: '2023-03-31' });
    expect(outlookOf([...about75, 0.77], [ended]).kind).toBe('no-target');
    expect(outlookOf([...about75, 0.77], [ended], '2023-03').kind).toBe('could-go-either-way');
  });

  test('follows a target that changes by date, and counts months missed against the target of each', () => {
    const targets = [target(0.7, { validTo: '2023-02-28' }), target(0.9, { validFrom: '2023-03-01' })];
    const outlook = outlookOf([...about75, 0.77], targets);
    expect(outlook).toMatchObject({ target: { value: 0.9 }, kind: 'likely-to-miss', monthsMissed: 2 });
  });

  test('gives no outlook while the level is moving', () => {
    const outlook = outlookOf([...about75, ...Array.from({ length: 8 }, () => 0.76)], [target(0.9)]);
    expect(outlook).toMatchObject({
      kind: 'no-outlook',
      reason: 'level-changing',
      word: 'Level is changing; no outlook yet',
      met: false,
    });
  });

  test.each([
    [[0.7, 0.7, 0.7], 'too-early'],
    [[0.7, 0.7, null], 'too-early'],
    [Array.from({ length: 24 }, () => 0.7), 'no-limits'],
  ])('says why there is none for %j', (values, reason) => {
    expect(outlookOf(values, [target(0.8)])).toMatchObject({ kind: 'no-outlook', reason });
  });

  test('says what is true of the numbers, over random series and targets', () => {
    const value = fc.double({ min: 0.2, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 12, maxLength: 30 }), value, (values, goal) => {
        const line = judgedLine(values, { targets: [target(goal)] });
        const at = line.points.at(-1)?.period ?? '';
        const { sentence, kind } = judgeLineOutlook(line, share, judgeLineVariation(line, share, at), at);
        const segment = line.xmr.segments[0];
        const [lower, upper] = [segment?.lower ?? Number.NaN, segment?.upper ?? Number.NaN];
        const claims = {
          'likely-to-meet': lower > goal && sentence.includes('meets the target'),
          'could-go-either-way': lower <= goal && goal <= upper && sentence.includes('holds the target'),
          'likely-to-miss': upper < goal && sentence.includes('misses the target'),
          'no-outlook': sentence.startsWith('Level is changing'),
          'no-target': false,
        };
        expect(claims[kind]).toBe(true);
        const missed = values.toReversed().findIndex((one) => one >= goal);
        expect(missedIn(sentence)).toBe(missed < 0 ? values.length : missed);
      }),
      { numRuns: 1000 },
    );
  });
});

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function missedIn(sentence: string): number {
  const [, count] = /Missed for (\w+) months running/.exec(sentence) ?? [];
  if (count !== undefined) return words.includes(count) ? words.indexOf(count) : Number(count);
  return /Missed in/.test(sentence) ? 1 : 0;
}
