import { describe, expect, test } from 'vitest';
import type { BoardException, BoardRow } from '../../contract/board.ts';
import type { QualityCheck } from '../../contract/measure.ts';
import type { AreaFlag, Outlook, Variation } from '../../contract/verdict.ts';
import { noTarget, noVariation } from '../judge/no-verdict.ts';
import { exceptionsOf, pickStandingOut } from './exceptions.ts';
import { glanceOf, steadyOf } from './glance.ts';

const names = new Map([['SHR', 'Shropshire']]);

const change = (kind: Variation['kind'], sigmas: number): Variation =>
  noVariation('A sentence.', {
    kind,
    at: '2023-10',
    sigmas,
    rule: 'outside',
    ruleWords: 'higher than its usual range',
  });

const outlook = (kind: Outlook['kind'], monthsMissed: number): Outlook => ({
  kind,
  word: 'A word',
  reason: null,
  target: { comparison: '>=', value: 0.8 },
  met: monthsMissed === 0,
  monthsMissed,
  sentence: 'A sentence.',
});

const flag = (rest: Partial<AreaFlag>): AreaFlag => ({
  period: '2023-11',
  side: 'lower',
  word: 'worse',
  comparison: 'difference',
  estimate: -0.1,
  lower: -0.15,
  upper: -0.05,
  confidence: 0.998,
  comparedWith: 'the other four areas together',
  provisional: false,
  per: null,
  standing: false,
  absent: null,
  sentence: 'A flag.',
  ...rest,
});

const row = (id: string, rest: Partial<BoardRow> = {}): BoardRow => ({
  id,
  label: `Row ${id}`,
  detail: '',
  metric: 'satisfaction.overall',
  statistic: 'share',
  filter: { survey: 'domestic_abuse' },
  unit: 'fraction',
  decimals: 1,
  polarity: 'higher-is-better',
  lagMonths: 0,
  period: '2023-11',
  latest: { period: '2023-11', value: 0.7, n: 100, status: [] },
  target: null,
  changeOnMonth: { against: '2023-10', value: null, from: null, comparable: true },
  changeOnYear: { against: '2022-11', value: null, from: null, comparable: true },
  spark: [{ period: '2023-10', value: 0.75, n: 100, status: [] }],
  breaks: [],
  areaGrain: 'month',
  areas: [],
  variation: noVariation('A sentence.', { kind: 'common-cause', word: 'No real change' }),
  outlook: noTarget(),
  ...rest,
});

const quality: QualityCheck = {
  id: 'arrival-missing',
  ok: false,
  text: 'Arrival time is missing for 6.9% of attended incidents in Telford (tolerance 5%).',
  area: 'TEL',
  period: '2023-11',
  numerator: 69,
  denominator: 1000,
  tolerance: 0.05,
};

const reasons = (exceptions: readonly BoardException[]) =>
  exceptions.map(({ reason, row: id }) => [reason, id].filter(Boolean).join(' '));

describe('exceptionsOf', () => {
  test('orders by reason, then by size, whatever the order of rows', () => {
    const rows = [
      row('shifted', { variation: change('shift', 9) }),
      row('better', { variation: change('improvement', 5) }),
      row('missed', { outlook: outlook('could-go-either-way', 3) }),
      row('apart', { areas: [{ area: 'SHR', point: row('x').latest, flag: flag({}) }] }),
      row('worse', { variation: change('concern', 3.1) }),
      row('far-worse', { variation: change('concern', -6) }),
    ];
    const expected = [
      ...['worse far-worse', 'worse worse', 'area-outlier apart', 'target-missed missed'],
      ...['better better', 'shift shifted', 'data-quality'],
    ];
    expect(reasons(exceptionsOf(rows, [quality], names))).toEqual(expected);
    expect(reasons(exceptionsOf(rows.toReversed(), [quality], names))).toEqual(expected);
  });

  test('calls a target missed after three months, or where the usual range cannot meet it', () => {
    const rows = [
      row('twice', { outlook: outlook('could-go-either-way', 2) }),
      row('thrice', { outlook: outlook('could-go-either-way', 3) }),
      row('not-capable', { outlook: outlook('likely-to-miss', 0) }),
      row('moving', { outlook: outlook('no-outlook', 1) }),
    ];
    expect(exceptionsOf(rows, [], names).map(({ row: id, word }) => [id, word])).toEqual([
      ['thrice', 'Target missed'],
      ['not-capable', 'Likely to miss'],
    ]);
  });

  test('does not call a standing difference news', () => {
    const areas = [{ area: 'SHR', point: row('x').latest, flag: flag({ standing: true }) }];
    expect(exceptionsOf([row('apart', { areas })], [], names)).toEqual([]);
  });

  test('names what the page that shows the figure needs', () => {
    const areas = [{ area: 'SHR', point: row('x').latest, flag: flag({}) }];
    expect(exceptionsOf([row('apart', { areas })], [], names)).toMatchObject([
      {
        id: 'apart area-outlier SHR',
        statement: 'Shropshire: Row apart lower than in the other areas, by more than chance',
        evidence: 'A flag.',
        metric: 'satisfaction.overall',
        parameters: { survey: 'domestic_abuse', area: 'SHR' },
        size: expect.closeTo(6.18, 2),
      },
    ]);
  });
});

describe('pickStandingOut', () => {
  test('takes five at most, and a measure once', () => {
    const rows = Array.from({ length: 7 }, (_, i) =>
      row(`r${i}`, { variation: change('concern', 9 - i), outlook: outlook('likely-to-miss', 4) }),
    );
    const picked = pickStandingOut(exceptionsOf(rows, [quality], names));
    expect(reasons(picked)).toEqual(['worse r0', 'worse r1', 'worse r2', 'worse r3', 'worse r4']);
    const few = pickStandingOut(exceptionsOf(rows.slice(0, 2), [quality, { ...quality, area: null }], names));
    expect(reasons(few)).toEqual(['worse r0', 'worse r1', 'data-quality', 'data-quality']);
  });
});

describe('the board at a glance', () => {
  test('holds every row in one of the 35 cells', () => {
    const rows = [
      row('a', { variation: change('concern', 3) }),
      row('b', { outlook: outlook('likely-to-miss', 4) }),
      row('c'),
      row('d'),
    ];
    const glance = glanceOf(rows);
    expect(glance).toHaveLength(35);
    expect(glance.filter((cell) => cell.rows.length > 0)).toEqual([
      { variation: 'concern', outlook: 'no-target', rows: ['a'] },
      { variation: 'common-cause', outlook: 'likely-to-miss', rows: ['b'] },
      { variation: 'common-cause', outlook: 'no-target', rows: ['c', 'd'] },
    ]);
    expect(steadyOf(rows).count).toBe(3);
  });
});
