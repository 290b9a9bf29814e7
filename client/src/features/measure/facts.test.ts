import { describe, expect, test } from 'vitest';
import { valueFormat } from '../../format/values.ts';
import { outlookOf, pageOf, pointOf, variationOf } from '../../testing/measure-fixtures.ts';
import { pageFacts } from './facts.ts';

const minutes = valueFormat('seconds', 1);
const percent = valueFormat('fraction', 1);
const change = { against: '2023-10', value: -150, from: 3834, comparable: true };
const target = {
  comparison: '>=' as const,
  value: 0.8,
  validFrom: '2019-04-01',
  validTo: null,
  provenance: 'own' as const,
  source: 'Minutes',
};

describe('pageFacts', () => {
  test('gives the latest value with its marks and cases', () => {
    expect(pageFacts(pageOf(), minutes)).toEqual([
      { label: 'November 2023, provisional', value: '61.4', unit: 'minutes', note: '908 cases' },
    ]);
  });

  test('gives a change with what it changed from', () => {
    expect(pageFacts(pageOf({ changes: [change] }), minutes)[1]).toEqual({
      label: 'Change on October 2023',
      value: '−2.5',
      unit: 'minutes',
      note: 'From 63.9 minutes',
    });
  });

  test('gives no change across a break, nor from an absent value', () => {
    const across = { ...change, comparable: false, value: null };
    const absent = { ...change, value: null, from: null };
    const facts = pageFacts(pageOf({ changes: [across, absent] }), minutes);
    expect(facts.map(({ value }) => value)).toEqual(['61.4', 'Not comparable', 'Not known']);
    expect(facts[2]?.note).toBe('There is no value for October 2023');
  });

  test('states the target and the difference from it in percentage points', () => {
    const page = pageOf({
      latest: pointOf('2023-08', 0.788, { numerator: 788, denominator: 1000 }),
      targets: [target],
    });
    expect(pageFacts(page, percent).at(-1)).toEqual({
      label: 'Target',
      value: '≥ 80%',
      unit: '',
      note: 'The force’s own. Latest: −1.2 percentage points',
    });
  });

  test('gives both verdicts, the month judged where it is not the latest', () => {
    const page = pageOf({
      targets: [target],
      variation: variationOf({ at: '2023-10' }),
      outlook: outlookOf(),
    });
    const facts = pageFacts(page, percent).slice(-2);
    expect(facts.map(({ label, value, note }) => [label, value, note])).toEqual([
      ['Variation, October 2023', 'Better', 'Below its average.'],
      ['Against the ≥ 80% target', 'Likely to miss', 'Its usual range lies below the target.'],
    ]);
  });

  test('says why a line has no verdict', () => {
    const verdictAbsent = { reason: 'not-offered', text: 'Neighbours share cases.' } as const;
    expect(pageFacts(pageOf({ verdictAbsent }), minutes).at(-1)).toMatchObject({
      label: 'Variation',
      value: 'Not judged',
      note: 'Neighbours share cases.',
    });
  });

  test('says why there is no latest value', () => {
    expect(pageFacts(pageOf({ latest: pointOf('2023-11', null) }), minutes)[0]).toMatchObject({
      value: 'No cases',
      unit: '',
    });
  });
});
