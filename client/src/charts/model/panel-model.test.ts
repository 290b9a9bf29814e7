import { describe, expect, test } from 'vitest';
import { valueFormat } from '../../format/values.ts';
import { panelGrid } from './panel-model.ts';
import type { ChartSeries } from './types.ts';

const area = (label: string, ...minutes: (number | null)[]): ChartSeries => ({
  id: label,
  label,
  tone: 'ink',
  points: minutes.map((value, index) => ({
    period: `2023-0${index + 1}`,
    value: value === null ? null : value * 60,
    n: 100,
    status: index === minutes.length - 1 ? ['provisional'] : [],
  })),
});
const five = ['Herefordshire', 'Shropshire', 'Telford', 'North', 'South'].map((name, index) =>
  area(name, 70 + index, 64, 61 + index),
);
const input = {
  series: five,
  reference: area('Force', 72, 66, 62),
  format: valueFormat('seconds', 1),
  targets: [],
  marks: [],
  width: 1300,
};

describe('panelGrid', () => {
  test('keeps the order given and fits as many columns as there is room for', () => {
    expect(panelGrid(input).panels.map(({ label }) => label)).toEqual(five.map(({ label }) => label));
    expect([1300, 800, 600, 340].map((width) => panelGrid({ ...input, width }).columns)).toEqual([
      5, 3, 3, 1,
    ]);
  });

  test('draws the own limits of an area as a band, and its marked points', () => {
    const range = {
      from: '2023-01',
      to: '2023-03',
      start: 'series' as const,
      mean: 66 * 60,
      lower: 60 * 60,
      upper: 75 * 60,
      baseline: null,
      absent: null,
    };
    const [first = area('none')] = five;
    const rule = { tone: 'better' as const, words: '', judged: true, range };
    const points = first.points.map((point, index) => (index === 1 ? { ...point, rule } : point));
    const { panels, bottom } = panelGrid({ ...input, series: [{ ...first, points, ranges: [range] }] });
    const [panel] = panels;
    expect(panel?.bands).toHaveLength(1);
    expect(panel?.bands[0]?.height).toBeGreaterThan(0);
    expect((panel?.bands[0]?.y ?? 0) + (panel?.bands[0]?.height ?? 0)).toBeCloseTo(bottom);
    expect(panel?.signals.map(({ tone }) => tone)).toEqual(['better']);
  });

  test('puts every panel on one scale', () => {
    const { panels, ticks } = panelGrid(input);
    expect(ticks.map(({ label }) => label)).toEqual(['60', '65', '70', '75']);
    expect(panels[0]?.reference).toEqual(panels[4]?.reference);
    expect((panels[0]?.end?.y ?? 0) - (panels[4]?.end?.y ?? 0)).toBeCloseTo((4 / 15) * (150 - 12));
  });

  test('ends on the newest value, hollow while it may change', () => {
    expect(panelGrid(input).panels[1]?.end).toMatchObject({ text: '62.0', hollow: true });
    expect(panelGrid({ ...input, series: [area('Nobody', null)] }).panels[0]?.end).toBeNull();
  });

  test('makes room for the target', () => {
    const targets = [{ value: 40 * 60, label: 'Target 40', from: '2020-01-01', to: null }];
    expect(panelGrid({ ...input, targets }).targetY).toBe(150);
    expect(panelGrid(input).targetY).toBeNull();
  });

  test('survives a metric without areas', () => {
    expect(panelGrid({ ...input, series: [], reference: null }).panels).toEqual([]);
  });
});
