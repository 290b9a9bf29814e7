import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newcombeInterval } from '../../stats/intervals/newcombe.ts';
import { noTarget, noVariation } from '../judge/no-verdict.ts';
import { figuresOf } from './format.ts';
import {
  areasFinding,
  forcesFinding,
  gapFinding,
  mainFinding,
  membersFinding,
  partsFinding,
  plainFinding,
} from './measure.ts';

const figures = figuresOf('seconds', 1);
const range = { mean: 4398, lower: 3996, upper: 4800, baseline: { from: '2021-04', to: '2023-03' } };
const flag = {
  period: 'P12M/2023-11',
  side: null,
  word: null,
  comparison: 'difference' as const,
  estimate: 0,
  lower: -1,
  upper: 1,
  confidence: 0.998,
  comparedWith: 'the other four areas together',
  provisional: false,
  per: null,
  standing: false,
  absent: null,
  sentence: 'A sentence.',
};

describe('mainFinding', () => {
  const main = { figures, outlook: noTarget(), judgedValue: 3684, range };

  test('states the pattern and the value judged, with the range as evidence', () => {
    const ruleWords = 'quicker than its average for nine months running';
    const variation = noVariation('A sentence.', { kind: 'improvement', at: '2023-11', ruleWords });
    expect(mainFinding({ ...main, variation })).toEqual({
      statement: 'Quicker than its average for nine months running: 61.4 minutes in November 2023',
      evidence:
        'Average 73.3 minutes, usual range 66.6 to 80.0 minutes (limits from April 2021 to March 2023).',
    });
  });

  test('states usual movement as no real change', () => {
    const variation = noVariation('A sentence.', { kind: 'common-cause', at: '2023-11' });
    expect(mainFinding({ ...main, variation }).statement).toBe(
      'No real change: 61.4 minutes in November 2023, within its usual range',
    );
  });

  test('states why there is no verdict, with the value as evidence', () => {
    const variation = noVariation('Too early to judge: 8 of the 12.', { at: '2023-11' });
    expect(mainFinding({ ...main, variation })).toEqual({
      statement: 'Too early to judge: 8 of the 12',
      evidence: '61.4 minutes in November 2023.',
    });
  });

  test('states the newest value of a line that is not judged', () => {
    expect(plainFinding(figures, { period: 'P12M/2023-11', value: 3684 }, 'Why.')).toEqual({
      statement: '61.4 minutes over the twelve months to November 2023',
      evidence: 'Why.',
    });
    expect(plainFinding(figures, { period: '2023-11', value: null }, 'Why.').statement).toBe(
      'No value in the periods shown',
    );
  });
});

describe('areasFinding', () => {
  const area = (name: string, kind: 'improvement' | 'common-cause' | 'concern') => ({
    name,
    variation: noVariation('A sentence.', { kind }),
    flag,
  });

  test('groups areas by their own verdicts, in the order given', () => {
    const areas = [area('B', 'improvement'), area('A', 'improvement'), area('C', 'common-cause')];
    expect(areasFinding(areas).statement).toBe('On their own limits, better: B and A; no real change: C');
  });

  test('says that all areas are alike', () => {
    const areas = ['A', 'B', 'C', 'D', 'E'].map((name) => area(name, 'common-cause'));
    expect(areasFinding(areas)).toEqual({
      statement: 'On their own limits, no real change: all five areas',
      evidence:
        'No area is distinguishable from the others together over the twelve months to November 2023 (99.8% intervals).',
    });
  });

  test('states which areas lie apart where nothing is judged', () => {
    const apart = { ...flag, side: 'higher' as const };
    const areas = [
      { name: 'A', variation: null, flag },
      { name: 'B', variation: null, flag: apart },
    ];
    expect(areasFinding(areas)).toEqual({
      statement: 'B lies apart from the other area, by more than chance',
      evidence: 'A sentence.',
    });
  });

  test.each([
    [[], 'There are no areas within this one'],
    [
      [{ name: 'A', variation: null, flag: { ...flag, estimate: null } }],
      'The areas are not compared with one another',
    ],
  ])('says that there is nothing to say', (areas, statement) => {
    expect(areasFinding(areas).statement).toBe(statement);
  });

  test('names every area once, over random verdicts', () => {
    const kind = fc.constantFrom('improvement', 'common-cause', 'concern');
    fc.assert(
      fc.property(fc.array(kind, { minLength: 2, maxLength: 6 }), (kinds) => {
        const areas = kinds.map((one, i) => area(`Place ${i}`, one as 'concern'));
        const { statement } = areasFinding(areas);
        const named = statement.match(/Place \d/g) ?? [];
        expect(new Set(kinds).size === 1 ? named : named.toSorted()).toEqual(
          new Set(kinds).size === 1 ? [] : areas.map(({ name }) => name),
        );
        expect(statement.includes('worse: ')).toBe(kinds.includes('concern'));
      }),
    );
  });
});

describe('gapFinding', () => {
  const sides = {
    first: { label: 'domestic abuse', value: 3684, n: 908 },
    second: { label: 'all other crime', value: 2856, n: 4210 },
  };

  test('says who waited longer only where the interval says so', () => {
    const gap = { figures, period: '2023-11', ...sides, difference: 828, lower: 600, upper: 1100 };
    expect(gapFinding(gap)).toEqual({
      statement: 'Domestic abuse waited 13.8 minutes longer than all other crime in November 2023',
      evidence:
        'Medians in November 2023: domestic abuse 61.4 minutes (908 cases) and all other crime 47.6 minutes (4,210 cases). Difference 13.8 minutes, 95% interval 10.0 to 18.3.',
    });
    expect(gapFinding({ ...gap, lower: -20 }).statement).toBe(
      'No clear difference between the waits of domestic abuse and all other crime in November 2023',
    );
    expect(gapFinding({ ...gap, difference: null, lower: null, upper: null }).statement).toBe(
      'Too few cases to compare domestic abuse with all other crime in November 2023',
    );
  });

  test('claims a direction exactly where the interval leaves out 0, over random shares', () => {
    const share = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(share, share, (x1, x2) => {
        const { difference, lower, upper } = newcombeInterval(x1, 100, x2, 100, 0.95);
        const { statement } = gapFinding({ figures, period: '2023-11', ...sides, difference, lower, upper });
        expect(statement.includes('longer')).toBe(lower > 0);
        expect(statement.includes('shorter')).toBe(upper < 0);
      }),
    );
  });
});

describe('partsFinding', () => {
  test('gives the mean of each part of each group that has one', () => {
    const parts = (dispatch: number | null) => [
      { label: 'waiting for dispatch', value: dispatch },
      { label: 'travel', value: 1800 },
    ];
    const groups = [
      { label: 'Domestic abuse', parts: parts(2400) },
      { label: 'All other crime', parts: parts(null) },
    ];
    expect(partsFinding(figures, 'P12M/2023-11', groups).statement).toBe(
      'Domestic abuse: waiting for dispatch 40.0 minutes and travel 30.0 minutes',
    );
    expect(partsFinding(figures, 'P12M/2023-11', [groups[1]]).statement).toBe(
      'No incident has every stamp over the twelve months to November 2023',
    );
  });
});

describe('the titles of several lines', () => {
  const shares = figuresOf('fraction', 1);
  const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
  const percentages = (text: string) => [...text.matchAll(/(\d+\.\d)%/g)].map(([, number]) => Number(number));

  test('give every member’s value in the order given, over random values', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), (values) => {
        const members = values.map((value, i) => ({ label: `Member ${i}`, value }));
        const { statement } = membersFinding(shares, { period: '2023/24-Q1', members });
        const named = values.length > 5 ? values.slice(0, 4) : values;
        expect(percentages(statement)).toEqual(named.map((value) => Number((value * 100).toFixed(1))));
        expect(statement.endsWith('others')).toBe(values.length > 5);
      }),
    );
  });

  test('give one force beside the span of the others, and never a place', () => {
    fc.assert(
      fc.property(share, fc.array(share, { minLength: 2, maxLength: 42 }), (own, others) => {
        const home = { label: 'West Mercia', value: own };
        const { statement } = forcesFinding(shares, '2023/24-Q1', home, others);
        const span = [...new Set([Math.min(...others), Math.max(...others)])];
        expect(percentages(statement)).toEqual([own, ...span].map((one) => Number((one * 100).toFixed(1))));
        expect(statement).not.toMatch(/best|worst|top|bottom|rank|\dth/i);
      }),
    );
  });

  test('say so where there is nothing to name', () => {
    expect(membersFinding(shares, { period: '', members: [] }).statement).toBe(
      'No value in the periods shown',
    );
    expect(forcesFinding(shares, '2023/24-Q1', { label: 'West Mercia', value: 0.1 }, []).statement).toBe(
      'West Mercia: 10.0% in April to June 2023',
    );
  });
});
