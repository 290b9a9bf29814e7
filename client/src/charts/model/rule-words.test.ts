import { describe, expect, test } from 'vitest';
import { spcOf } from '../../testing/measure-fixtures.ts';
import { ruleWords } from './rule-words.ts';

const months = ['2023-01', '2023-02', '2023-03', '2023-04'];
const shift = [{ rule: 'shift' as const, direction: 'down' as const }];

describe('ruleWords', () => {
  test('counts the months of a run that begins inside the months shown', () => {
    const spc = spcOf(months, { '2023-02': { signals: shift }, '2023-03': { signals: shift } });
    expect(ruleWords(spc, 1)).toBe('in a run of two months below the mean');
    expect(ruleWords(spc, 2)).toBe('in a run of two months below the mean');
    expect(ruleWords(spc, 0)).toBe('');
  });

  test('counts no run that may have begun before the first month shown', () => {
    const spc = spcOf(months, { '2023-01': { signals: shift }, '2023-02': { signals: shift } });
    const whole = spc.segments.map((segment) => ({ ...segment, from: '2021-04' }));
    expect(ruleWords(spc, 1)).toBe('in a run of two months below the mean');
    expect(ruleWords({ ...spc, segments: whole }, 1)).toBe('in a run of months below the mean');
  });

  test.each([
    ['outside', 'up', 'above the upper limit'],
    ['outside', 'down', 'below the lower limit'],
    ['two-in-three', 'up', 'among two of three months near the upper limit'],
    ['trend', 'down', 'in a run of falling months'],
  ] as const)('says %s %s', (rule, direction, words) => {
    expect(ruleWords(spcOf(months, { '2023-03': { signals: [{ rule, direction }] } }), 2)).toBe(words);
  });

  test('says why a month was not judged', () => {
    const unjudged = spcOf(months, { '2023-04': { judged: false, why: 'provisional' } });
    expect(ruleWords(unjudged, 3)).toBe('not judged while provisional');
  });
});
