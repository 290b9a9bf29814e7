import { describe, expect, test } from 'vitest';
import type { AreaFlag } from '../../contract/verdict.ts';
import { describeArea, describeParts, nothingChanged } from './area-page.ts';
import { figuresOf } from './format.ts';

const minutes = figuresOf('seconds', 1);
const flag = (side: AreaFlag['side'], absent: AreaFlag['absent'] = null): AreaFlag => ({
  period: 'P12M/2023-11',
  side,
  word: null,
  comparison: 'difference',
  estimate: 0,
  lower: 0,
  upper: 0,
  confidence: 0.998,
  comparedWith: 'the other four areas together',
  provisional: false,
  per: null,
  standing: false,
  absent,
  sentence: '',
});
const part = (component: 'dispatch' | 'travel', side: AreaFlag['side'], absent?: AreaFlag['absent']) => ({
  component,
  flag: flag(side, absent),
  meanSeconds: 1800,
  othersMeanSeconds: 1200,
});

describe('describeParts', () => {
  test.each([
    [
      [part('dispatch', null), part('travel', 'higher')],
      'travel is slower than in the other areas by more than chance; dispatch is not told apart from the other areas',
    ],
    [
      [part('dispatch', 'lower'), part('travel', 'lower')],
      'dispatch and travel are quicker than in the other areas by more than chance',
    ],
    [[part('dispatch', null, 'no-cases'), part('travel', null, 'no-cases')], 'no comparison can be made'],
  ])('says which part is told apart', (parts, clause) => {
    const { statement } = describeParts('Elm', 'Grade 2 DA response', minutes, parts);
    expect(statement).toBe(`Elm, Grade 2 DA response: ${clause}`);
  });

  test('gives the means, or says that there are none', () => {
    const both = describeParts('Elm', 'Response', minutes, [part('dispatch', null), part('travel', null)]);
    expect(both.evidence).toBe(
      'Means: dispatch 30.0 against 20.0 minutes, travel 30.0 against 20.0 minutes.',
    );
    const none = describeParts('Elm', 'Response', minutes, [{ ...part('travel', null), meanSeconds: null }]);
    expect(none.evidence).toBe('No incident has every stamp.');
  });
});

describe('describeArea', () => {
  test.each([
    [
      { judged: 11, changed: 4, compared: 18, differing: 5 },
      'Elm: four measures show a real change on their own lines; five differ from the other areas by more than chance',
    ],
    [
      { judged: 1, changed: 1, compared: 1, differing: 1 },
      'Elm: one measure shows a real change on its own line; one differs from the other areas by more than chance',
    ],
    [{ judged: 0, changed: 0, compared: 0, differing: 0 }, 'Elm: no measure can be judged on its own line'],
    [
      { judged: 9, changed: 2, compared: 9, differing: 3, areas: 2 },
      'Elm: two measures show a real change on their own lines; three differ from the other area by more than chance',
    ],
    [
      { judged: 9, changed: 0, compared: 9, differing: 0 },
      'Elm: no measure shows a real change on its own line; none differs from the other areas by more than chance',
    ],
  ])('counts what the rules found: %j', (counts, statement) => {
    expect(describeArea('Elm', { areas: 5, ...counts }).statement).toBe(statement);
  });
});

test('a page without findings says that a steady figure can be poor', () => {
  expect(nothingChanged('Elm')).toContain('A steady figure can still be a poor one.');
});
