import { describe, expect, test } from 'vitest';
import { spcOf } from '../../testing/measure-fixtures.ts';
import { limitWords, ruleNotes } from './method-words.ts';

const months = ['2023-03', '2023-04'];
const spc = spcOf(months);
const [segment] = spc.segments;
const none = { mean: null, lower: null, upper: null, baseline: null };
const after = { ...segment, ...none, from: '2023-04', start: 'break', absent: 'too-few' };
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

  test('says that there are too few cases for any, though there is a mean', () => {
    const sparse = { ...segment, lower: null, upper: null, absent: 'too-sparse' };
    const few = { ...spc, segments: [sparse] } as typeof spc;
    expect(limitWords({ spc: few })).toBe(
      'No limits: under two cases a month on average, of a share on either side, in April 2021 to March 2023.',
    );
    expect(ruleNotes({ spc: few }, new Set())).toEqual([]);
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
    const young = { ...cut, segments: cut.segments.slice(1) };
    expect(ruleNotes({ spc: young }, new Set())).toEqual([]);
  });
});
