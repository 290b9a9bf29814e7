import { describe, expect, test } from 'vitest';
import { monthRange } from '../time/calendar.ts';
import { compareRange, judgeOutlook, targetOn } from './outlook.ts';
import { judgeVariation } from './variation.ts';
import { analyseXmr, type XmrOptions } from './xmr.ts';

const months = monthRange('2021-04', '2026-03');
const analyse = (values: readonly (number | null)[], options: Partial<XmrOptions> = {}) =>
  analyseXmr(
    values.map((value, i) => ({ at: months[i] ?? '', value })),
    { grain: 'month', ...options },
  );
const steady = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 10 : 12));
const high = analyse([...steady, 30]);
const low = analyse([...steady, -20]);

describe('judgeVariation', () => {
  test('reads a signal by its polarity', () => {
    const kinds = [high, low].flatMap((result) =>
      (['increase', 'decrease', 'neutral'] as const).map(
        (polarity) => judgeVariation(result, { polarity }).kind,
      ),
    );
    expect(kinds).toEqual(['improvement', 'concern', 'shift', 'concern', 'improvement', 'shift']);
  });

  test('calls a neutral shift as intended only in the direction recorded, and never better', () => {
    const judge = (result: typeof high, intention: 'increase' | null) =>
      judgeVariation(result, { polarity: 'neutral', intention });
    expect(judge(high, 'increase')).toMatchObject({ kind: 'shift', asIntended: true });
    expect(judge(low, 'increase')).toMatchObject({ kind: 'shift', asIntended: false });
    expect(judge(high, null)).toMatchObject({ kind: 'shift', asIntended: null });
  });

  test('finds common cause where no rule fired', () => {
    expect(judgeVariation(analyse(steady), { polarity: 'increase' })).toEqual({ kind: 'common-cause' });
  });

  test('is too early below twelve complete points', () => {
    const judge = (values: (number | null)[]) => judgeVariation(analyse(values), { polarity: 'increase' });
    expect(judge(steady.slice(0, 11))).toEqual({ kind: 'too-early', points: 11, needed: 12 });
    expect(judge([...steady.slice(0, 11), null, 10])).toEqual({ kind: 'common-cause' });
  });

  test('is not comparable for twelve points after a break, and too early after a rebase', () => {
    const judge = (kind: 'break' | 'rebase') =>
      judgeVariation(analyse([...steady, 50, 52, 51], { cuts: [{ at: '2023-04', kind }] }), {
        polarity: 'increase',
      });
    expect(judge('break')).toEqual({ kind: 'not-comparable', since: '2023-04', points: 3, needed: 12 });
    expect(judge('rebase')).toEqual({ kind: 'too-early', points: 3, needed: 12 });
  });

  test('judges the point named, with the points up to it', () => {
    expect(judgeVariation(high, { polarity: 'increase', at: '2023-03' }).kind).toBe('common-cause');
    expect(judgeVariation(high, { polarity: 'increase', at: '2021-08' })).toMatchObject({
      kind: 'too-early',
      points: 5,
    });
    expect(() => judgeVariation(high, { polarity: 'increase', at: '2019-01' })).toThrow(/2019-01/);
  });

  test('does not judge a missing value', () => {
    const result = analyse([...steady, null]);
    expect(judgeVariation(result, { polarity: 'increase' })).toEqual({
      kind: 'not-judged',
      reason: 'no-value',
    });
    expect(() => judgeVariation(analyse([]), { polarity: 'increase' })).toThrow(/no points/);
  });
});

describe('judgeOutlook', () => {
  const result = analyse(steady);
  const outlook = (comparison: 'at-least' | 'at-most', value: number) =>
    judgeOutlook(result, { comparison, value }).kind;

  test('compares the usual range, 5.68 to 16.32, with the target', () => {
    expect(['at-least', 'at-most'].map((way) => outlook(way as 'at-least', 5))).toEqual([
      'likely-to-meet',
      'likely-to-miss',
    ]);
    expect(['at-least', 'at-most'].map((way) => outlook(way as 'at-least', 17))).toEqual([
      'likely-to-miss',
      'likely-to-meet',
    ]);
    expect(outlook('at-least', 11)).toBe('could-go-either-way');
  });

  test('leaves it open where a limit equals the target', () => {
    expect(compareRange(10, 20, { comparison: 'at-least', value: 20 })).toBe('could-go-either-way');
    expect(compareRange(12, 12, { comparison: 'at-most', value: 12 })).toBe('could-go-either-way');
  });

  test('gives none while a run or a trend stands at the end', () => {
    const target = { comparison: 'at-least', value: 5 } as const;
    const run = analyse([...steady, 12, 12, 12, 12, 12, 12, 12]);
    const trend = analyse([...steady, 11, 10.1, 10.2, 10.3, 10.4, 10.5, 11.6, 11.7]);
    expect(judgeOutlook(run, target)).toEqual({ kind: 'level-is-changing', target });
    expect(judgeOutlook(trend, target).kind).toBe('level-is-changing');
    expect(judgeOutlook(high, target).kind).toBe('likely-to-meet');
  });

  test('says there is no target, or that it is too early', () => {
    expect(judgeOutlook(result, null)).toEqual({ kind: 'no-target' });
    const early = analyse(steady.slice(0, 5));
    expect(judgeOutlook(early, { comparison: 'at-least', value: 5 }).kind).toBe('too-early');
  });

  test('does not judge a range that was never seen to vary', () => {
    const constant = analyse(steady.map(() => 7));
    expect(judgeOutlook(constant, { comparison: 'at-least', value: 5 })).toEqual({
      kind: 'not-judged',
      reason: 'no-limits',
    });
  });
});

describe('targetOn', () => {
  const targets = [
    { comparison: 'at-least', value: 75, validFrom: '2021-04-01', validTo: '2023-03-31' },
    { comparison: 'at-least', value: 80, validFrom: '2023-04-01', validTo: null },
  ] as const;

  test('follows a target that changes by date', () => {
    const values = ['2021-03-31', '2023-03-31', '2023-04-01', '2030-01-31'].map(
      (date) => targetOn(targets, date)?.value,
    );
    expect(values).toEqual([undefined, 75, 80, 80]);
  });

  test('takes the later start where two are in force', () => {
    const both = [
      ...targets,
      { comparison: 'at-least', value: 90, validFrom: '2023-06-01', validTo: null } as const,
    ];
    expect(targetOn(both, '2023-06-30')?.value).toBe(90);
  });
});
