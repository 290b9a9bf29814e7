import { describe, expect, test } from 'vitest';
import type { Reading } from '../../cells/query/reading.ts';
import type { PinnedAnnotation } from '../../metrics/pinned.ts';
import { findMetric } from '../../metrics/registry.ts';
import { firstSet, force, pinnedWith, target } from '../../metrics/testing/pinned.ts';
import { intentionIn, settingOf } from './line-setting.ts';

const note = (kind: PinnedAnnotation['kind'], date: string, more: Partial<PinnedAnnotation> = {}) => ({
  kind,
  date,
  metric: '*',
  areaCode: '',
  text: 'A note',
  source: 'A test',
  illustrative: true,
  ...more,
});

const reading = (id: string, parts: Partial<Reading> = {}): Reading => ({
  metric:
    findMetric(id) ??
    (() => {
      throw new Error(id);
    })(),
  statistic: 'count',
  choices: {},
  filters: {},
  by: [],
  areaSet: firstSet,
  area: force,
  nodes: [force],
  periods: [],
  ...parts,
});

const orders = (orderType: string) => reading('orders.issued', { filters: { orderType: [orderType] } });
const settingWith = (annotations: PinnedAnnotation[], asked = orders('DVPN'), node = force) =>
  settingOf(pinnedWith({ annotations }), asked, {}, node);

describe('settingOf', () => {
  test('uses the first 24 complete months where no baseline is recorded', () => {
    expect(settingWith([]).baseline).toEqual({ kind: 'first-complete', count: 24 });
  });

  test.each([
    [
      'the metric over its family',
      note('baseline', '2020-01-01', { until: '2021-12-31', metric: 'orders.issued' }),
    ],
    [
      'its members over every member',
      note('baseline', '2020-01-01', { until: '2021-12-31', filter: 'orderType=DVPN', metric: 'orders.*' }),
    ],
    ['the later of equals', note('baseline', '2020-01-01', { until: '2021-12-31', metric: 'orders.*' })],
  ])('takes the baseline that names the line most closely: %s', (_name, closest) => {
    const others = [
      note('baseline', '2021-04-01', { until: '2023-03-31' }),
      note('baseline', '2019-04-01', { until: '2021-03-31', metric: 'orders.*' }),
    ];
    expect(settingWith([closest, ...others]).baseline).toEqual({
      kind: 'span',
      from: '2020-01',
      to: '2021-12',
    });
  });

  test('cuts a line only where the note names its metric, members and area', () => {
    const cuts = [
      note('break', '2022-01-15', { metric: 'orders.*' }),
      note('break', '2022-02-01', { metric: 'cps.*' }),
      note('rebase', '2022-03-01', { filter: 'orderType=DVPO' }),
      note('rebase', '2022-04-01', { areaCode: 'N' }),
      note('event', '2022-05-01'),
    ];
    expect(settingWith(cuts).cuts).toEqual([{ at: '2022-01', kind: 'break', text: 'A note' }]);
    expect(settingWith(cuts, orders('DVPO'), 'N').cuts.map(({ at }) => at)).toEqual([
      '2022-01',
      '2022-03',
      '2022-04',
    ]);
  });

  test('knows an intention from the first month that begins after it, and for its members only', () => {
    const said = note('intention', '2022-12-19', {
      direction: 'increase',
      filter: 'orderType=DVPN',
      metric: 'orders.issued',
    });
    expect(intentionIn(settingWith([said]), '2022-12')).toBeNull();
    expect(intentionIn(settingWith([said]), '2023-01')).toEqual(said);
    expect(intentionIn(settingWith([said], orders('SHPO')), '2023-01')).toBeNull();
  });

  test('reads the polarity of the member of a split choice', () => {
    const atAge = reading('outcomes.at-age', { choices: { cause: 'attrition', withinDays: '180' } });
    expect(settingOf(pinnedWith({}), atAge, {}, force).polarity).toBe('lower-is-better');
    expect(settingOf(pinnedWith({}), atAge, { cause: 'charged' }, force).polarity).toBe('higher-is-better');
  });

  test('holds every target of the line, in force or not', () => {
    const targets = [target(0.7, { validTo: '2022-12-31' }), target(0.8, { validFrom: '2023-01-01' })];
    const asked = reading('satisfaction.overall', { statistic: 'share' });
    expect(settingOf(pinnedWith({ targets }), asked, {}, force).targets).toHaveLength(2);
  });
});
