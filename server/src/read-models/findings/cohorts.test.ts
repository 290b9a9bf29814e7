import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagConfidence, flagProportionAreas } from '../../stats/areas/area-flags.ts';
import {
  areaWords,
  atAgeFinding,
  compositionFinding,
  groupWords,
  incidenceFinding,
  outcomesFinding,
} from './cohorts.ts';
import { countText, figuresOf } from './format.ts';

const figures = figuresOf('fraction', 1);
const causal = /because|due to|led to|impact|thanks to|caused|significant/i;
const labels = {
  oc15: 'OC15, victim supports action',
  oc16: 'OC16, victim does not support action',
  charged: 'Charged or summonsed',
};

/** Percentages of a sentence, in their order. */
const percentages = (text: string) => [...text.matchAll(/(\d+\.\d)%/g)].map(([, number]) => Number(number));

describe('compositionFinding', () => {
  const facts = (counts: readonly number[], periods: number) => ({
    basis: 'recorded' as const,
    when: 'recorded in May 2023',
    total: counts.reduce((sum, count) => sum + count, 0),
    parts: [
      { code: 'oc15', label: labels.oc15, count: counts[0] },
      { code: 'oc16', label: labels.oc16, count: counts[1] },
      { code: 'not-yet-assigned', label: 'No outcome yet', count: counts[2] },
    ],
    young: { periods, one: 'month' },
    maturesAfterDays: 180,
  });

  test('claims the shares of the counts and the months too young, over random counts', () => {
    const count = fc.integer({ min: 1, max: 40_000 });
    fc.assert(
      fc.property(fc.tuple(count, count, count), fc.nat(24), (counts, young) => {
        const { total, ...rest } = facts(counts, young);
        const { statement, evidence } = compositionFinding(figures, { total, ...rest });
        const shares = counts.map((one) => Number(figures.number(one / total).slice(0, -1)));
        expect(percentages(statement)).toEqual([shares[1], shares[0]]);
        expect(percentages(evidence)).toEqual(shares);
        expect(statement.includes('too young to judge')).toBe(young > 0);
        expect(statement.includes(`the ${countText(young)} newest months`)).toBe(young > 1);
        expect(statement).not.toMatch(causal);
      }),
    );
  });

  test.each([
    [{ when: null, young: { periods: 3, one: 'month' } }, 'Every month shown is too young to judge'],
    [{ total: 0 }, 'No crime was recorded in the months shown'],
    [{ total: 0, basis: 'closed' as const }, 'No outcome was assigned in the months shown'],
  ])('says so where there is nothing to judge: %j', (more, statement) => {
    expect(compositionFinding(figures, { ...facts([1, 2, 3], 0), ...more }).statement).toBe(statement);
  });
});

describe('atAgeFinding', () => {
  const kind = fc.constantFrom('common-cause', 'concern', 'too-early', 'not-comparable');

  test('names every outcome once, and a pattern exactly where a rule fired', () => {
    fc.assert(
      fc.property(fc.tuple(kind, kind, kind), (kinds) => {
        const outcomes = Object.values(labels).map((label, i) => ({
          label,
          value: 0.1,
          variation: {
            kind: kinds[i],
            at: '2023-05',
            intended: null,
            ruleWords: kinds[i] === 'concern' ? 'higher than its usual range' : null,
          } as const,
        }));
        const { statement } = atAgeFinding(figures, 180, outcomes);
        const named = ['OC15', 'OC16', 'the share charged'];
        expect(named.map((name) => statement.split(name).length - 1)).toEqual([1, 1, 1]);
        expect(named.map((name) => statement.includes(`${name}: higher`))).toEqual(
          kinds.map((one) => one === 'concern'),
        );
        expect(statement.includes('no real change in')).toBe(kinds.includes('common-cause'));
        expect(statement).not.toMatch(causal);
      }),
    );
  });

  test('says that no month is old enough where none is judged', () => {
    const outcomes = Object.values(labels).map((label) => ({ label, variation: null, value: null }));
    expect(atAgeFinding(figures, 180, outcomes)).toEqual({
      statement: 'At 180 days, too early to judge: OC15, OC16 and the share charged',
      evidence: 'No month is old enough yet.',
    });
  });
});

describe('incidenceFinding', () => {
  const spans = {
    cohort: { fromMonth: '2022-06', toMonth: '2023-05' },
    against: { fromMonth: '2021-06', toMonth: '2022-05' },
  };
  const outcome = {
    label: labels.charged,
    value: 0.079,
    against: 0.067,
    estimate: 0.012,
    lower: 0.007,
    upper: 0.018,
    confidence: 0.95,
    side: 'higher' as const,
    absent: null,
  };
  const alike = { ...outcome, label: labels.oc15, lower: -0.007, side: null };

  test('states the size of a difference and names what cannot be told apart', () => {
    expect(incidenceFinding(figures, 180, spans, [outcome, alike])).toEqual({
      statement:
        '180 days after recording, the share charged is 1.2 percentage points higher than for crimes recorded June 2021 to May 2022; OC15 cannot be told apart',
      evidence:
        'Crimes recorded June 2022 to May 2023 and June 2021 to May 2022: charged or summonsed 7.9% and 6.7% (difference 1.2 percentage points, 95% interval 0.7 to 1.8); OC15 7.9% and 6.7% (difference 1.2 percentage points, 95% interval −0.7 to 1.8).',
    });
  });

  test('says that there is nothing to tell apart, and why nothing is compared', () => {
    expect(incidenceFinding(figures, 180, spans, [alike]).statement).toBe(
      '180 days after recording, OC15 cannot be told apart from those of crimes recorded June 2021 to May 2022',
    );
    const shared = { ...outcome, estimate: null, lower: null, upper: null, side: null };
    expect(incidenceFinding(figures, 0, spans, [{ ...shared, absent: 'not-comparable' }])).toEqual({
      statement: 'The two groups of crimes cannot be compared',
      evidence: 'Crimes recorded June 2022 to May 2023 and June 2021 to May 2022: some months are in both.',
    });
  });
});

describe('outcomesFinding', () => {
  const row = fc
    .integer({ min: 1, max: 900 })
    .chain((crimes) =>
      fc.record({ crimes: fc.constant(crimes), oc15: fc.nat(crimes), oc16: fc.nat(crimes) }),
    );
  const names = ['Alder', 'Birch', 'Cedar', 'Elm', 'Fir'];
  const compare = (rows: readonly { crimes: number; oc15: number; oc16: number }[]) =>
    (['oc16', 'oc15'] as const).map((part) => {
      const flags = flagProportionAreas(
        rows.map((one) => ({ numerator: one[part], denominator: one.crimes })),
      );
      return {
        label: labels[part],
        rows: flags.map(({ estimate, lower, upper, flag }, i) => ({
          name: names[i],
          difference:
            estimate === null
              ? undefined
              : { estimate, lower, upper, confidence: flagConfidence, side: flag },
        })),
      };
    });

  test('counts and names exactly the rows told apart, each on its side, over random tables', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), (rows) => {
        const parts = compare(rows);
        const { statement, evidence } = outcomesFinding(parts, areaWords);
        const told = parts.map(({ rows: compared }) => compared.filter(({ difference }) => difference?.side));
        const sentences = evidence.split('. ').slice(0, 2);
        told.forEach((found, i) => {
          for (const side of ['higher', 'lower']) {
            const own = found.filter(({ difference }) => difference?.side === side).map(({ name }) => name);
            const clause = new RegExp(`${side} for ([^;]+)`).exec(sentences[i])?.[1] ?? '';
            const said = names.filter((name) => clause.includes(name));
            expect(said).toEqual(own.length > 3 ? [] : own);
            expect(clause === `${countText(own.length)} areas`).toBe(own.length > 3);
          }
        });
        const named = told.filter(({ length }) => length <= 2).flat();
        expect(names.filter((name) => statement.includes(name))).toEqual(
          names.filter((name) => named.some((one) => one.name === name)),
        );
        expect(/^No area differs/.test(statement)).toBe(told.flat().length === 0);
        expect(statement).not.toMatch(causal);
        expect(statement).not.toMatch(/best|worst|top|bottom/i);
      }),
    );
  });

  test('says so where there are fewer than two to compare', () => {
    expect(outcomesFinding(compare([{ crimes: 5, oc15: 1, oc16: 1 }]), groupWords).statement).toBe(
      'Fewer than two crime groups have crimes, so none is set beside another',
    );
  });
});
