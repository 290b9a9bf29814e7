import { describe, expect, test } from 'vitest';
import { spanLength } from '../cells/tuple-builder.ts';
import { dayNumber } from '../metrics/periods.ts';
import { coverage } from '../metrics/testing/pinned.ts';
import { getBoard } from './get-board.ts';
import { getMeasure } from './get-measure.ts';
import { getSeries } from './get-series.ts';
import { heldCell, releaseWith } from './testing/release.ts';

const covers = (feed: string, from: string, to: string, heldTo: string, areaCode: string | null = null) => ({
  ...coverage(from, to, heldTo, areaCode),
  feed,
});
const openSince = (...days: string[]) =>
  heldCell('referral_event', 'N1', days[0].slice(0, 7), (builder) => {
    const waiting = builder.at(['rape', 'charging_decision', '-', '-', 'cps', 'new']);
    for (const day of days) waiting.spans.push([dayNumber(day), spanLength(dayNumber(day), null)]);
    builder.at(['rape', 'charging_decision', 'submitted', '-', '-', '-']).counts[0] += days.length;
  });

describe('a measure page', () => {
  test('compares a level with that of the month and the year before, the nearer first', () => {
    const release = releaseWith([openSince('2022-01-01'), openSince('2022-06-01'), openSince('2023-01-01')], {
      coverage: [covers('referrals', '2022-01', '2023-03', '2023-03-31')],
    });
    const { latest, changes } = getMeasure(release, 'cps.overdue', {});
    expect(latest).toMatchObject({ period: '2023-03', value: 3 });
    expect(changes.map(({ against, from, value }) => [against, from, value])).toEqual([
      ['2023-02', 3, 0],
      ['2022-03', 1, 2],
    ]);
  });
});

describe('the parts of a wait', () => {
  test('are not collected over twelve months that are not all covered', () => {
    const release = releaseWith([], { coverage: [covers('incidents', '2022-01', '2023-06', '2023-06-30')] });
    const { decomposition } = getMeasure(release, 'response.time', {}).panels;
    expect(decomposition?.series[0].points.map(({ period, absent }) => [period, absent])).toEqual([
      ['P12M/2022-06', 'not-collected'],
      ['P12M/2023-06', 'no-cases'],
    ]);
  });
});

describe('a series', () => {
  test('has no line of waits for events that are none', () => {
    const release = releaseWith([openSince('2023-01-01')], {
      coverage: [covers('referrals', '2023-01', '2023-03', '2023-03-31')],
    });
    const { series } = getSeries(release, { metric: 'cps.overdue', by: 'submission', from: '2023-03' });
    expect(series.map(({ key }) => key)).toEqual([{ submission: 'new' }]);
  });

  test('of not-allocated rows is covered where the area is', () => {
    const unplaced = heldCell('order_event', 'N', '2023-01', (builder) => {
      builder.at(['DVPN', 'issued', 'false', 'not-recorded', 'civil']).counts[0] += 2;
    });
    const release = releaseWith([unplaced], {
      coverage: [covers('orders', '2023-01', '2023-01', '2023-01-31', 'N')],
    });
    const { series } = getSeries(release, { metric: 'orders.issued', by: 'area', area: 'N' });
    expect(series.map(({ key, points }) => [key.area, points[0].value])).toEqual([
      ['N1', 0],
      ['N2', 0],
      ['N', 2],
      ['not-allocated', 2],
    ]);
  });

  test('of one area of a force that is not all covered has values, and the force has none', () => {
    const release = releaseWith([], {
      coverage: [covers('orders', '2023-01', '2023-01', '2023-01-31', 'N')],
    });
    const { series } = getSeries(release, { metric: 'orders.issued', by: 'area', areaSet: 'SET1' });
    expect(series.map(({ key, points }) => [key.area, points[0].value, points[0].absent])).toEqual([
      ['N', 0, undefined],
      ['S', null, 'not-collected'],
      ['E23000016', null, 'not-collected'],
    ]);
  });

  test('of a metric that a release did not know is not collected', () => {
    const release = releaseWith([], {
      coverage: [covers('orders', '2023-01', '2023-01', '2023-01-31')],
      definitions: {},
    });
    expect(getSeries(release, { metric: 'orders.issued' }).series[0].points).toEqual([
      { period: '2023-01', value: null, n: 0, status: [], absent: 'not-collected' },
    ]);
  });

  test('split by a choice says neither the choice nor its basis', () => {
    const release = releaseWith([], { coverage: [covers('crimes', '2023-01', '2023-01', '2023-01-31')] });
    const reply = getSeries(release, { metric: 'outcomes.attrition', by: 'basis' });
    expect([reply.basis, reply.filter]).toEqual([null, {}]);
    expect(reply.series.map(({ key }) => key.basis)).toEqual(['closed', 'recorded']);
  });
});

describe('the board', () => {
  test('stands with rows of grades that the force does not have', () => {
    const release = releaseWith([], {
      grades: [],
      coverage: [covers('incidents', '2023-01', '2023-01', '2023-01-31')],
    });
    const rows = getBoard(release, 'latest').groups.flatMap((group) => group.rows);
    expect(rows.find(({ id }) => id === 'response-grade-1')?.latest).toMatchObject({
      value: null,
      absent: 'no-cases',
    });
  });
});
