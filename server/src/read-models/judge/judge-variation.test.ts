import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PinnedAnnotation } from '../../metrics/pinned.ts';
import { levelWords, waitWords } from '../findings/variation.ts';
import { judgedLine } from '../testing/judged-line.ts';
import { judgeLineVariation } from './judge-variation.ts';
import type { LineUnit } from './line-unit.ts';

const minutes: LineUnit = { unit: 'seconds', decimals: 1, words: waitWords, least: 0, most: null };
const share: LineUnit = { unit: 'fraction', decimals: 1, words: levelWords, least: 0, most: 1 };
const count: LineUnit = { unit: 'count', decimals: 0, words: levelWords, least: 0, most: null };

/** Two years that vary between two values, then more. */
const steady = (low: number, high: number) => Array.from({ length: 24 }, (_, i) => (i % 2 ? high : low));
const intention = (date: string): PinnedAnnotation => ({
  kind: 'intention',
  date,
  metric: 'orders.issued',
  areaCode: '',
  text: 'More notices',
  source: 'Minutes',
  illustrative: false,
  direction: 'increase',
});

describe('judgeLineVariation', () => {
  test('calls a wait beyond its upper limit worse, and says by which limits', () => {
    const line = judgedLine([...steady(4200, 4320), 6000]);
    expect(judgeLineVariation(line, minutes, '2023-04')).toMatchObject({
      kind: 'concern',
      word: 'Worse',
      at: '2023-04',
      direction: 'up',
      rule: 'outside',
      ruleWords: 'slower than its usual range',
      since: '2023-04',
      points: 25,
      sentence:
        '100.0 minutes in April 2023: slower than its usual range. Average 71.0 minutes, usual range 65.7 to 76.3 minutes (limits from April 2021 to March 2023).',
    });
  });

  test('counts a run to the month judged', () => {
    const line = judgedLine([...steady(0.7, 0.72), ...Array.from({ length: 9 }, () => 0.705)], {
      polarity: 'higher-is-better',
    });
    expect(judgeLineVariation(line, share, '2023-12')).toMatchObject({
      kind: 'concern',
      ruleWords: 'lower than its average for nine months running',
      since: '2023-04',
    });
  });

  test('says where a run ends when the month judged lies within it', () => {
    const line = judgedLine([...steady(0.7, 0.72), ...Array.from({ length: 9 }, () => 0.705)]);
    expect(judgeLineVariation(line, share, '2023-06').ruleWords).toBe(
      'lower than its average, in a run of nine months to December 2023',
    );
  });

  test('counts the rises of a trend', () => {
    const line = judgedLine([...steady(10, 12), 8.5, 9, 9.5, 10, 10.5, 11, 11.5], { polarity: 'neutral' });
    expect(judgeLineVariation(line, count, '2023-10')).toMatchObject({
      kind: 'shift',
      word: 'Shift ↑',
      intended: null,
      ruleWords: 'higher than the month before, six times running',
    });
  });

  test('never calls a neutral measure better, only as intended', () => {
    const rise = [...steady(10, 12), 30];
    const meant = judgedLine(rise, { polarity: 'neutral', intentions: [intention('2022-12-19')] });
    expect(judgeLineVariation(meant, count, '2023-04')).toMatchObject({
      kind: 'shift',
      word: 'Shift ↑, as intended',
      intended: true,
      intention: { direction: 'up', date: '2022-12-19', source: 'Minutes' },
    });
    const fall = judgedLine([...steady(10, 12), 0], {
      polarity: 'neutral',
      intentions: [intention('2022-12-19')],
    });
    expect(judgeLineVariation(fall, count, '2023-04').word).toBe('Shift ↓, not as intended');
  });

  test('knows no intention before it was said', () => {
    const line = judgedLine([...steady(10, 12), 30], {
      polarity: 'neutral',
      intentions: [intention('2023-05-01')],
    });
    expect(judgeLineVariation(line, count, '2023-04')).toMatchObject({ word: 'Shift ↑', intention: null });
  });

  test.each([
    ['2023-05-01', 'Shift ↑, as intended'],
    ['2023-05-02', 'Shift ↑'],
    ['2023-06-19', 'Shift ↑'],
  ])('holds a run from May 2023 against what was said on %s only where all of it follows', (date, word) => {
    const run = Array.from({ length: 9 }, (_, i) => 11.5 + (i % 2) / 10);
    const line = judgedLine([...steady(10, 12), 11, ...run], {
      polarity: 'neutral',
      intentions: [intention(date)],
    });
    expect(judgeLineVariation(line, count, '2024-01')).toMatchObject({ since: '2023-05', word });
  });

  test('is not comparable across a break until 12 complete months follow it', () => {
    const text = 'Grading review: some calls are graded otherwise';
    const line = judgedLine([...steady(10, 12), 30, 30, 30], {
      cuts: [{ at: '2023-04', kind: 'break', text }],
    });
    expect(judgeLineVariation(line, count, '2023-06')).toMatchObject({
      kind: 'not-comparable',
      word: 'Not comparable',
      points: 3,
      needed: 12,
      since: '2023-04',
      sentence:
        'Not comparable across the April 2023 grading review: three of the 12 complete months needed.',
    });
  });

  test('writes what lies within its range to the usual places', () => {
    const line = judgedLine([...steady(0, 5), 3]);
    expect(judgeLineVariation(line, count, '2023-04').sentence).toBe(
      '3 in April 2023, within its usual range of 0 to 16 (limits from April 2021 to March 2023).',
    );
  });

  test('names limits within what a value can be, though they are drawn beyond', () => {
    const line = judgedLine([...steady(0, 4), 2]);
    expect(judgeLineVariation(line, count, '2023-04').sentence).toBe(
      '2 in April 2023, within its usual range of 0 to 13 (limits from April 2021 to March 2023).',
    );
  });

  test('writes a value and its limits to places at which they are seen to lie apart', () => {
    const near = judgedLine([...steady(0, 4), 13]);
    expect(judgeLineVariation(near, count, '2023-04').sentence).toBe(
      '13 in April 2023: higher than its usual range. Average 2, usual range 0 to 12.6 (limits from April 2021 to March 2023).',
    );
  });

  test.each([
    [judgedLine([1, 2, null]), '2021-06', 'No value for June 2021.'],
    [judgedLine([1, 2, 3]), '2021-06', 'Too early to judge: three of the 12 complete months needed.'],
    [
      judgedLine(steady(5, 5)),
      '2023-03',
      'Its months are all alike, or nearly: no usual range can be drawn to tell change from chance.',
    ],
  ])('says why there is no verdict', (line, at, sentence) => {
    expect(judgeLineVariation(line, count, at).sentence).toBe(sentence);
  });
});

/** What a sentence claims, read back from its words, against numbers worked out here alone. */
describe('the sentence of a verdict', () => {
  const value = fc.integer({ min: 600, max: 1400 });
  const level = fc.constantFrom(0, 0, 0, 150, 300, -200);
  const series = fc
    .tuple(fc.array(value, { minLength: 12, maxLength: 40 }), level, fc.nat(14))
    .map(([values, shift, tail]) => values.map((one, i) => one + (i >= values.length - tail ? shift : 0)));

  test('holds of its numbers, over random series', () => {
    fc.assert(
      fc.property(series, (values) => {
        const line = judgedLine(values);
        const at = line.points.at(-1)?.period ?? '';
        const verdict = judgeLineVariation(line, count, at);
        expect(isTrue(verdict.sentence, values)).toBe(true);
        expect(/due to|because|led to|impact|thanks to|caused/i.test(verdict.sentence)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('holds of small counts, whose limits round to the count itself', () => {
    const small = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 24, maxLength: 30 });
    fc.assert(
      fc.property(small, (values) => {
        const line = judgedLine(values);
        fc.pre(line.xmr.segments[0]?.lower !== null);
        const { sentence } = judgeLineVariation(line, count, line.points.at(-1)?.period ?? '');
        expect(isTrue(sentence, values)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Of the numbers worked out here, and of the numbers as they are printed. */
function isTrue(sentence: string, values: readonly number[]): boolean {
  const { mean, lower, upper } = limitsOf(values.slice(0, 24));
  const last = values[values.length - 1];
  const [, shown] = /^([\d,.]+) in /.exec(sentence) ?? [];
  if (whole(shown ?? '') !== last) return false;
  const within = /within its usual range of ([\d,.]+) to ([\d,.]+)/.exec(sentence);
  if (within) return last >= lower && last <= upper && last >= whole(within[1]) && last <= whole(within[2]);
  const [, average, from, to] =
    /Average ([\d,.]+), usual range ([\d,.]+) to ([\d,]+(?:\.\d+)?)/.exec(sentence) ?? [];
  const printed = { mean: whole(average ?? ''), lower: whole(from ?? ''), upper: whole(to ?? '') };
  if (/(higher) than its usual range/.test(sentence)) return last > upper && last > printed.upper;
  if (/(lower) than its usual range/.test(sentence)) return last < lower && last < printed.lower;
  const run = /(higher|lower) than its average for (\w+) months running/.exec(sentence);
  if (run) {
    const isSeen = run[1] === 'higher' ? last > printed.mean : last < printed.mean;
    const back = values.toReversed().findIndex((one) => (run[1] === 'higher' ? one <= mean : one >= mean));
    return isSeen && (back < 0 ? values.length : back) === numberOf(run[2]);
  }
  const trend = /(higher|lower) than the month before, (\w+) times running/.exec(sentence);
  if (trend) {
    const steps = values.slice(1).map((one, i) => one - values[i]);
    const back = steps.toReversed().findIndex((step) => (trend[1] === 'higher' ? step <= 0 : step >= 0));
    return (back < 0 ? steps.length : back) === numberOf(trend[2]);
  }
  const near = /two of three months near the (upper|lower) end/.exec(sentence);
  const third = ((upper - mean) * 2) / 3;
  return near?.[1] === 'upper' ? last > mean + third : near !== null && last < mean - third;
}

/** XmR limits, written out again from the specification. */
function limitsOf(values: readonly number[]) {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const ranges = values.slice(1).map((one, i) => Math.abs(one - values[i]));
  const rough = ranges.reduce((sum, one) => sum + one, 0) / ranges.length;
  const kept = ranges.filter((range) => range < 3.267 * rough);
  const far = (2.66 * kept.reduce((sum, one) => sum + one, 0)) / kept.length;
  return { mean, lower: mean - far, upper: mean + far };
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const whole = (text: string) => Number(text.replaceAll(',', ''));
const numberOf = (text: string) => (words.includes(text) ? words.indexOf(text) : Number(text));
