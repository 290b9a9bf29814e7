import { describe, expect, test } from 'vitest';
import { spcOf } from '../../testing/measure-fixtures.ts';
import { limitWords, ruleNotes } from './method-words.ts';

const months = ['2023-03', '2023-04'];
const spc = spcOf(months);
const [segment] = spc.segments;
const after = { ...segment, from: '2023-04', start: 'break', mean: null, baseline: null, absent: 'too-few' };
const cut = { ...spc, segments: [segment, after] } as typeof spc;

describe('limitWords', () => {
  test('names the months the limits come from', () => {
    expect(limitWords({ spc })).toBe('Limits set on April 2021 to March 2023.');
  });

  test('says from when there are none yet', () => {
    expect(limitWords({ spc: cut })).toBe(
      'Limits set on April 2021 to March 2023. No limits from April 2023 yet: under 12 complete months.',
    );
  });

  test('gives the reason where there can be none', () => {
    const spcAbsent = { reason: 'overlapping-periods', text: 'Neighbours share cases.' } as const;
    expect(limitWords({ spcAbsent })).toBe('No limits are drawn. Neighbours share cases.');
  });
});

describe('ruleNotes', () => {
  test('names the rule set, and the shapes in use', () => {
    expect(ruleNotes({ spc }, new Set(['better', 'worse']))).toEqual([
      'Rules: making-data-count-r, version 1.',
      'Points a rule marks as a real change: circle better, diamond worse.',
    ]);
    expect(ruleNotes({ spc }, new Set())).toContain('No rule marks a point.');
  });

  test('passes on settings that could not be applied', () => {
    expect(ruleNotes({ spc: { ...spc, notices: ['The baseline is outside.'] } }, new Set())).toContain(
      'The baseline is outside.',
    );
  });

  test('says nothing of rules where no stretch has limits', () => {
    const none = { ...cut, segments: cut.segments.slice(1) };
    expect(ruleNotes({ spc: none }, new Set())).toEqual([]);
  });
});
