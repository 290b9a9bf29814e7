import { describe, expect, test } from 'vitest';
import { monthName, monthNumber } from '../../format/periods.ts';
import { valueFormat } from '../../format/values.ts';
import { axisStart } from './line-axis.ts';
import { tickLabel } from './line-labels.ts';
import { type LineModelInput, lineModel } from './line-model.ts';
import type { ChartSeries } from './types.ts';

const format = valueFormat('seconds', 1);
const series = (minutes: (number | null)[], more: Partial<ChartSeries> = {}): ChartSeries => ({
  id: 'force',
  label: 'West Mercia',
  tone: 'ink',
  points: minutes.map((value, index) => ({
    period: monthName(monthNumber('2023-01') + index),
    value: value === null ? null : value * 60,
    n: 900,
    status: [],
  })),
  ...more,
});
const input = (more: Partial<LineModelInput> = {}): LineModelInput => ({
  series: [series([72, 74, 71.5, 69])],
  format,
  marks: [],
  targets: [],
  width: 1000,
  plotHeight: 300,
  ...more,
});

const sixty = { value: 60 * 60, label: 'Target 60', from: '2020-01-01', to: null };

describe('lineModel', () => {
  test('draws in shown units, one column for each stretch', () => {
    const model = lineModel(input({ series: [series([72, null, 71.5, 69])] }));
    expect(model.lines.map(({ key }) => key)).toEqual(['s0.0', 's0.1']);
    expect(model.rows.map((row) => row['s0.0'])).toEqual([72, undefined, undefined, undefined]);
    expect(model.rows.map((row) => row['s0.1'])).toEqual([undefined, undefined, 71.5, 69]);
  });

  test('says where the axis starts when not at zero', () => {
    expect(lineModel(input()).startsAt).toBe('69');
    expect(lineModel(input({ series: [series([4, 14])] })).startsAt).toBeNull();
    expect(axisStart(input())).toBe('69');
  });

  test('makes room for the target and labels it at the line end', () => {
    const model = lineModel(input({ targets: [{ ...sixty, from: '2020-01-01' }] }));
    expect(model.axis.domain[0]).toBeLessThanOrEqual(60);
    expect(model.ends.map(({ strong, text }) => strong || text)).toEqual(['69.0', 'Target 60']);
  });

  test('draws a target only over the days it holds', () => {
    const february = monthNumber('2023-02');
    const [target] = lineModel(
      input({ targets: [{ ...sixty, from: '2023-02-01', to: '2023-04-01' }] }),
    ).targets;
    expect([target?.from, target?.to]).toEqual([february - 0.5, february + 1.5]);
    expect(lineModel(input({ targets: [{ ...sixty, to: '2021-01-01' }] })).targets).toEqual([]);
  });

  test('draws a point for every value where there is room, the newest larger', () => {
    expect(lineModel(input()).dots.map(({ radius }) => radius)).toEqual([3.2, 3.2, 3.2, 5]);
    const many = series(Array.from({ length: 200 }, (_, index) => 70 + (index % 5)));
    expect(lineModel(input({ series: [many] })).dots).toHaveLength(1);
  });

  test('draws a hollow point while a value may change', () => {
    const lead = series([72, 74]);
    const points = [...lead.points, { period: '2023-03', value: 4000, n: 9, status: ['provisional'] }];
    const { dots } = lineModel(input({ series: [{ ...lead, points }] }));
    expect(dots.map(({ hollow }) => hollow)).toEqual([false, false, true]);
    expect(dots.at(-1)?.radius).toBe(6);
  });

  test('keeps end labels apart', () => {
    const second = series([70, 71, 70, 69.2], { id: 'other', label: 'Other', tone: 'teal' });
    const [a, b] = lineModel(input({ series: [series([72, 74, 71.5, 69]), second] })).ends;
    expect(Math.abs((a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThanOrEqual(17);
    expect([a?.text, b?.text]).toEqual(['West Mercia', 'Other']);
  });

  test('shortens long names at the line ends', () => {
    const names = ['Outcome 15: Evidential difficulties', 'A very long name of a member without a colon'];
    const two = names.map((label) => series([72, 60], { id: label, label, tone: 'blue' }));
    expect(lineModel(input({ series: two })).ends.map(({ text }) => text)).toEqual([
      'Outcome 15',
      'A very long name of a mem…',
    ]);
  });

  test('hatches the provisional months of the lead series', () => {
    const lead = series([72, 74]);
    const points = [...lead.points, { period: '2023-03', value: 4000, n: 9, status: ['provisional'] }];
    const march = monthNumber('2023-03');
    expect(lineModel(input({ series: [{ ...lead, points }] })).open).toEqual({
      from: march - 0.5,
      to: march + 0.5,
      label: 'Provisional',
    });
    expect(lineModel(input()).open).toBeNull();
  });

  test('says that outcomes are still to come where cohorts are young', () => {
    const lead = series([72, 74]);
    const points = [...lead.points, { period: '2023-03', value: 4000, n: 9, status: ['immature'] }];
    expect(lineModel(input({ series: [{ ...lead, points }] })).open?.label).toBe('Outcomes still to come');
  });

  test('draws context behind and without labels', () => {
    const others = [1, 2].map((id) => series([50, 90, 60, 70], { id: String(id), tone: 'grey' }));
    const model = lineModel(input({ series: [series([72, 74, 71, 69]), ...others] }));
    expect(model.lines.map(({ tone }) => tone)).toEqual(['grey', 'grey', 'ink']);
    expect(model.ends).toHaveLength(1);
  });

  test('leaves room above the plot for events and the word provisional', () => {
    const marks = [{ kind: 'event' as const, date: '2023-02-01', text: 'Video response' }];
    expect(lineModel(input({ marks })).box.top - lineModel(input()).box.top).toBe(24);
  });

  const range = {
    from: '2023-01',
    to: '2023-04',
    start: 'series' as const,
    mean: 70 * 60,
    lower: 60 * 60,
    upper: 80 * 60,
    baseline: null,
    absent: null,
  };

  test('makes room for the limits and names them at the line end, apart from each other', () => {
    const model = lineModel(input({ series: [series([72, 74, 71.5, 69], { ranges: [range] })], floor: 0 }));
    expect(model.axis.domain).toEqual([60, 80]);
    expect(model.ends.map(({ strong, text }) => strong || text)).toEqual([
      '69.0',
      'Upper limit 80.0',
      'Mean 70.0',
      'Lower limit 60.0',
    ]);
    const places = model.ends.map(({ y }) => y).sort((a, b) => a - b);
    const gaps = places.slice(1).map((y, index) => y - (places[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(17);
    expect(model.rangeLabels).toEqual([]);
  });

  test('names limits that end before the line inside the plot', () => {
    const ended = { ...range, to: '2023-03' };
    const model = lineModel(input({ series: [series([72, 74, 71.5, 69], { ranges: [ended] })] }));
    expect(model.ends.map(({ of }) => of)).toEqual(['ink']);
    expect(model.rangeLabels.map(({ text }) => text)).toEqual([
      'Upper limit 80.0',
      'Mean 70.0',
      'Lower limit 60.0',
    ]);
  });

  test('gives a marked point its tone, however tight the line', () => {
    const lines = series(Array.from({ length: 60 }, () => 70));
    const rule = { tone: 'better' as const, words: 'below the lower limit', judged: true, range };
    const points = lines.points.map((point, index) => (index === 5 ? { ...point, rule } : point));
    const { dots } = lineModel(input({ series: [{ ...lines, points }], width: 420 }));
    expect(dots.map(({ signal }) => signal)).toEqual(['better', null]);
  });

  test('marks the interval of each point where asked, whole and inside the axis, and draws no band then', () => {
    const interval = { lower: 50 * 60, upper: 90 * 60, confidence: 0.95 };
    const line = series([72, 74, null], { intervalMarks: true });
    const [first, second, absent] = line.points;
    const points = [{ ...first, interval }, second, absent] as ChartSeries['points'];
    const model = lineModel(input({ series: [{ ...line, points }] }));
    expect(model.whiskers).toHaveLength(1);
    const [whisker] = model.whiskers;
    expect(whisker?.x).toBe(model.dots[0]?.x);
    expect(whisker?.top).toBeGreaterThanOrEqual(model.box.top);
    expect(whisker?.bottom).toBeLessThanOrEqual(model.box.bottom);
    expect(whisker?.top).toBeLessThan(model.dots[0]?.y ?? 0);
    expect(whisker?.bottom).toBeGreaterThan(model.dots[0]?.y ?? 0);
    expect(model.lines[0]?.intervalKey).toBeUndefined();
  });

  test('draws intervals behind a line without limits only', () => {
    const interval = { lower: 50 * 60, upper: 90 * 60, confidence: 0.95 };
    const lines = series([72, 74]);
    const bounded = { ...lines, points: lines.points.map((point) => ({ ...point, interval })) };
    const model = lineModel(input({ series: [bounded] }));
    expect(model.lines[0]?.intervalKey).toBe('i0.0');
    expect(model.rows[0]?.['i0.0']).toEqual([50, 90]);
    expect(model.axis.domain).toEqual([50, 90]);
    const limited = lineModel(input({ series: [{ ...bounded, ranges: [range] }] }));
    expect(limited.lines[0]?.intervalKey).toBeUndefined();
  });

  test('draws an empty series as an empty plot', () => {
    const model = lineModel(input({ series: [series([null, null])] }));
    expect(model.lines).toEqual([]);
    expect(model.axis.ticks).toEqual([0, 1]);
  });
});

test('writes axis labels without trailing zeros', () => {
  expect([0, 0.5, 1].map((tick) => tickLabel(tick, format))).toEqual(['0', '0.5', '1']);
  expect(tickLabel(12_000, valueFormat('count', 0))).toBe('12,000');
});
