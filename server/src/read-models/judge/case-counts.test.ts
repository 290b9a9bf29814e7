import { describe, expect, test } from 'vitest';
import { addAnswers, ask, monthsFrom2021, plantedRelease } from '../testing/planted.ts';
import { countsOf } from './case-counts.ts';
import { describeSpc } from './describe-spc.ts';
import { judgeLines } from './judge-lines.ts';
import { verdictAt } from './verdict.ts';

const months = monthsFrom2021(36);
/** Five areas of so many answers a month, all but so many satisfied, one more or less by turns. */
const releaseOf = (answers: number, dissatisfied: number) =>
  plantedRelease(
    [
      {
        cube: 'survey_answer',
        fill: (builder, area, month) =>
          addAnswers(builder, answers - dissatisfied - (area === 'A' ? month % 2 : 0), answers),
      },
    ],
    months,
  );

describe('countsOf', () => {
  const { reading } = ask(releaseOf(5, 1), 'satisfaction.overall', { grain: 'month' });

  test('reads both sides of a share, the cases of a rate, and a count itself', () => {
    const point = { value: 0.8, n: 5, numerator: 4, denominator: 5 };
    expect(countsOf(reading, point)).toEqual({ counted: 4, others: 1 });
    expect(countsOf({ ...reading, statistic: 'rate' }, point)).toEqual({ counted: 4, others: null });
    expect(countsOf({ ...reading, statistic: 'count' }, { value: 4, n: 5 })).toEqual({
      counted: 4,
      others: null,
    });
  });

  test('has none for a wait, nor for a month without a value', () => {
    expect(countsOf({ ...reading, statistic: 'median' }, { value: 900, n: 5 })).toBeNull();
    expect(countsOf({ ...reading, statistic: 'count' }, { value: null, n: 0 })).toBeNull();
    expect(countsOf(reading, { value: 0.8, n: 5 })).toBeNull();
  });
});

describe('a share of few cases on one side', () => {
  function judged(answers: number, dissatisfied: number, area: string) {
    const release = releaseOf(answers, dissatisfied);
    const { reading } = ask(release, 'satisfaction.overall', { grain: 'month', area });
    const [line] = judgeLines(release, reading);
    return { spc: describeSpc(line, months), ...verdictAt(release, line, reading, '2023-12') };
  }

  test('is drawn with its mean, without limits or signals, and says why', () => {
    const { spc, variation } = judged(30, 1, 'A');
    expect(spc.segments).toMatchObject([
      { lower: null, upper: null, absent: 'too-sparse', baseline: { points: 24 } },
    ]);
    expect(spc.segments[0].mean).toBeCloseTo(28.5 / 30, 12);
    expect(spc.points[10]).toMatchObject({ judged: false, why: 'too-sparse', signals: [], outside: false });
    expect(variation).toMatchObject({
      kind: 'too-sparse',
      word: 'Too few to judge',
      at: '2023-12',
      sentence:
        'On average all but 1.5 of 30 a month: too few for a monthly chart to tell change from chance.',
    });
  });

  test('is judged where three are on each side', () => {
    expect(judged(30, 3, 'A').variation.kind).toBe('common-cause');
  });

  test('has no usual range where every month is alike', () => {
    const { spc, variation } = judged(30, 3, 'B');
    expect(spc.segments).toMatchObject([{ lower: null, absent: 'no-variation' }]);
    expect(spc.points[10]).toMatchObject({ judged: false, why: 'no-limits' });
    expect(variation).toMatchObject({ kind: 'too-sparse', word: 'No usual range' });
  });
});
