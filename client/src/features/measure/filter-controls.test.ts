import { describe, expect, test } from 'vitest';
import { metricOf } from '../../testing/measure-fixtures.ts';
import {
  addressValue,
  defaultOf,
  dimensionControls,
  generalControls,
  periodControls,
} from './filter-controls.ts';

const metric = metricOf();
const areas = [
  { code: 'E23000016', name: 'West Mercia', kind: 'force', parent: null },
  { code: 'WM18-SHR', name: 'Shropshire', kind: 'lpa', parent: 'E23000016' },
  { code: 'SHR-N', name: 'North', kind: 'station', parent: 'WM18-SHR' },
  { code: 'WM18-TEL', name: 'Telford & Wrekin', kind: 'lpa', parent: 'E23000016' },
];

describe('dimensionControls', () => {
  test('sets short members side by side, with All where nothing need be chosen', () => {
    const [grade, basis] = dimensionControls(metric, { grade: '2' }, true);
    expect(grade).toMatchObject({ form: 'toggle', value: '2', label: 'Response grade' });
    expect(grade?.options.map(({ label }) => label)).toEqual(['1', '2', '3', 'All']);
    expect(basis?.options.map(({ value }) => value)).toEqual(['final', 'initial']);
    expect(basis?.value).toBe('final');
  });

  test('lists long members', () => {
    expect(dimensionControls(metric, {}, true).at(-1)).toMatchObject({ form: 'list', value: '' });
  });

  test('keeps several members of an address as one option', () => {
    const [grade] = dimensionControls(metric, { grade: '1,2' }, true);
    expect(grade?.options.at(-1)).toEqual({ value: '1,2', label: '1 and 2' });
  });

  test('leaves out a dimension without known members unless the address names one', () => {
    const empty = metricOf({
      dimensions: [{ id: 'court', label: 'Court', role: 'partition', default: null, members: [] }],
    });
    expect(dimensionControls(empty, {}, true)).toEqual([]);
    expect(dimensionControls(empty, { court: 'C1' }, true)[0]?.value).toBe('C1');
    expect(dimensionControls(empty, {}, false)[0]).toMatchObject({ form: 'list', value: '' });
  });
});

describe('generalControls', () => {
  test('offers the force, then its areas in their own order, set in by level', () => {
    const [area] = generalControls(metric, { area: 'WM18-TEL' }, areas, 'West Mercia');
    expect(area?.options.map(({ label }) => label)).toEqual([
      'West Mercia',
      'Shropshire',
      '\u2003North',
      'Telford & Wrekin',
    ]);
    expect(area?.value).toBe('WM18-TEL');
  });

  test('leaves out what has nothing to choose', () => {
    const one = metricOf({
      grains: ['month'],
      statistics: [{ id: 'count', label: 'Number', unit: 'count' }],
    });
    expect(generalControls(one, {}, [], 'West Mercia')).toEqual([]);
  });
});

test('offers periods from first to last, the newest on top where it ends', () => {
  const [from, to] = periodControls({ from: '2023-10' }, ['2023-09', '2023-10', '2023-11']);
  expect(from).toMatchObject({ value: '2023-10' });
  expect(to?.value).toBe('2023-11');
  expect(to?.options[0]?.label).toBe('Nov 2023');
  expect(periodControls({}, [])).toEqual([]);
});

test('keeps defaults out of the address', () => {
  const value = (name: string, picked: string) =>
    addressValue(picked, defaultOf(name, metric, ['2023-09', '2023-10']));
  expect(value('grain', 'month')).toBeUndefined();
  expect(value('grain', 'quarter')).toBe('quarter');
  expect(value('gradeBasis', 'final')).toBeUndefined();
  expect(value('grade', '')).toBeUndefined();
  expect(value('from', '2023-09')).toBeUndefined();
  expect(value('to', '2023-09')).toBe('2023-09');
  expect(value('statistic', 'p90')).toBe('p90');
});
