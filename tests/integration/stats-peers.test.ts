import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StatsError } from '../../server/src/stats/errors.ts';
import { plotTheDots } from '../../server/src/stats/spc/peers/plot-the-dots.ts';
import { qicharts2 } from '../../server/src/stats/spc/peers/qicharts2.ts';
import { analyseXmr } from '../../server/src/stats/spc/xmr.ts';

interface Case {
  id: string;
  input: {
    dates: string[];
    values: (number | null)[];
    rebase: string[] | string | null;
    fix_after_n_points: number | null;
    screen_outliers: boolean;
  };
  expected: { points?: { special_cause_type: string[] }; error?: string };
}

const file = resolve(import.meta.dirname, '../../../shared/stats/A_spc.json');
const cases: Case[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).cases : [];

/** The package's own label of each point under our restatement of its rules, defects and all. */
function labelsOf({ input }: Case): string[] | 'stops' {
  const rows = input.fix_after_n_points;
  try {
    const { points } = analyseXmr(
      input.dates.map((at, i) => ({ at, value: input.values[i] ?? null })),
      {
        grain: 'month',
        ruleSet: plotTheDots,
        baseline: rows === null ? { kind: 'all' } : { kind: 'first-rows', count: rows },
        cuts: [...new Set([input.rebase ?? []].flat())].map((at) => ({ at, kind: 'rebase' as const })),
        screenRanges: input.screen_outliers,
      },
    );
    return points.map(({ signals: [signal] }) =>
      signal ? wordOf(signal.rule, signal.direction) : 'Common Cause',
    );
  } catch (error) {
    if (error instanceof StatsError && error.code === 'peer-stops') return 'stops';
    throw error;
  }
}

function wordOf(rule: string, direction: 1 | -1): string {
  const side = direction > 0 ? 'Above' : 'Below';
  const words: Readonly<Record<string, string>> = {
    outside: `${side} ${direction > 0 ? 'UCL' : 'LCL'}`,
    trend: `7 Point Trend (${direction > 0 ? 'Increasing' : 'Decreasing'})`,
    'two-in-three': `2 in 3 ${side} CL`,
    shift: `7 Points ${side} CL`,
  };
  return words[rule] ?? rule;
}

describe.skipIf(cases.length === 0)('the rule sets of other programs', () => {
  const judged = cases.filter(({ expected }) => expected.points !== undefined);
  const stopped = cases.filter(({ id }) => id.includes('missing-inside-trend-error'));

  test.each(judged.map((one) => [one.id, one] as const))(
    'label %s as NHSRplotthedots does, faults and all',
    (_, one) => {
      expect(labelsOf(one)).toEqual(one.expected.points?.special_cause_type);
    },
  );

  test('stop where NHSRplotthedots stops', () => {
    expect(stopped.map(labelsOf)).toEqual(stopped.map(() => 'stops'));
    expect(stopped.length).toBeGreaterThan(0);
  });

  test('are marked by the two faults of the package in the reference cases', () => {
    expect(judged.filter(({ id }) => id.includes('trend-then-trend')).length).toBeGreaterThan(0);
  });

  test('draw the limits of qicharts2 at 3 over 1.128 average ranges', () => {
    const [first] = judged;
    const points = first.input.dates.map((at, i) => ({ at, value: first.input.values[i] ?? null }));
    const options = { grain: 'month', baseline: { kind: 'all' } } as const;
    const [ours] = analyseXmr(points, options).segments;
    const [theirs] = analyseXmr(points, { ...options, ruleSet: qicharts2 }).segments;
    const width = (segment: typeof ours) => (segment?.upper ?? 0) - (segment?.mean ?? 0);
    expect(width(ours) / width(theirs)).toBeCloseTo((2.66 * 1.128) / 3, 12);
  });
});
