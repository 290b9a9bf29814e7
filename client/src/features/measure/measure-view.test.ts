import { describe, expect, test } from 'vitest';
import { lowerFirst } from '../../format/words.ts';
import { lineOf, metricOf, pageOf, pointOf, seriesOf } from '../../testing/measure-fixtures.ts';
import { measureView } from './measure-view.ts';
import { areaPanels, comparatorSeries, memberPanel, partSeries } from './page-panels.ts';

const point = pointOf('2023-11', 3684);
const panelsOf = (more: Partial<ReturnType<typeof pageOf>['panels']>) =>
  pageOf({ panels: { ...pageOf().panels, ...more } });

describe('measureView', () => {
  test('says what is measured, where and when', () => {
    expect(measureView(pageOf())).toMatchObject({
      valueLabel: 'Median, minutes',
      measured: 'Median minutes, call received to first arrival',
      place: 'West Mercia',
      rhythm: 'by month',
      span: 'October 2023 to November 2023',
      ceiling: undefined,
    });
  });

  test('shows every figure of the page in hours when one wait reaches five', () => {
    const areas = seriesOf([lineOf('Shropshire', { area: 'WM18-SHR' }, pointOf('2023-11', 40_000))]);
    expect(measureView(panelsOf({ areas })).valueLabel).toBe('Median, hours');
  });

  test('caps shares at 100 and names their target', () => {
    const metric = metricOf({
      unit: 'fraction',
      statistics: [{ id: 'share', label: 'Share', unit: 'fraction' }],
    });
    const main = seriesOf([lineOf('West Mercia', {}, pointOf('2023-11', 0.8))], {
      unit: 'fraction',
      statistic: 'share',
    });
    const target = {
      comparison: '>=',
      value: 0.8,
      validFrom: '2019-04-01',
      validTo: null,
      provenance: 'own',
      source: '',
    } as const;
    const view = measureView({ ...panelsOf({ main }), metric, targets: [target] });
    expect(view.ceiling).toBe(100);
    expect(view.targets[0]?.label).toBe('Target ≥ 80%');
    expect(view.valueLabel).toBe('Share, %');
  });

  test('keeps abbreviations in capitals', () => {
    expect(['Call received', 'DVPNs issued', 'CPS decisions'].map(lowerFirst)).toEqual([
      'call received',
      'DVPNs issued',
      'CPS decisions',
    ]);
  });
});

describe('areaPanels', () => {
  const areas = seriesOf([
    lineOf('Herefordshire', { area: 'WM18-HFD' }, point),
    lineOf('Shropshire', { area: 'WM18-SHR' }, point),
    lineOf('West Mercia', { area: 'E23000016' }, point),
    lineOf('Not allocated to an area', { area: 'not-allocated' }, point),
  ]);

  test('keeps the order given and takes the whole and the unplaced rows out of the panels', () => {
    const panels = areaPanels(panelsOf({ areas }));
    expect(panels?.children.map(({ label }) => label)).toEqual(['Herefordshire', 'Shropshire']);
    expect(panels?.whole?.label).toBe('West Mercia');
    expect(panels?.table).toHaveLength(4);
    expect(panels?.unplaced).toBe(true);
  });

  test('is nothing where no area has figures', () => {
    expect(
      areaPanels(panelsOf({ areas: seriesOf([lineOf('West Mercia', { area: 'E23000016' }, point)]) })),
    ).toBeNull();
  });
});

test('sets domestic abuse beside what it is compared with', () => {
  const comparator = seriesOf([lineOf('Other incidents', {}, point)], { filter: { domesticAbuse: 'false' } });
  expect(comparatorSeries(panelsOf({ comparator }))?.map(({ label, tone }) => `${label} ${tone}`)).toEqual([
    'Domestic abuse blue',
    'Other incidents teal',
  ]);
  expect(comparatorSeries(pageOf())).toBeNull();
});

describe('memberPanel', () => {
  test('draws the home force once, in colour, over the others', () => {
    const members = seriesOf([
      lineOf('West Mercia', { force: 'home' }, point),
      lineOf('Kent', { force: 'E23000032' }, point),
      lineOf('West Mercia', { force: 'E23000016' }, point),
    ]);
    expect(memberPanel(panelsOf({ members }))?.series.map(({ label, tone }) => `${label} ${tone}`)).toEqual([
      'West Mercia blue',
      'Kent grey',
    ]);
  });

  test('gives the first few members of another choice that rise above zero a colour', () => {
    const zero = pointOf('2023-11', 0);
    const members = seriesOf(
      ['DVPN', 'NMO', 'DVPO', 'SPO', 'SHPO', 'SRO'].map((code) =>
        lineOf(code, { orderType: code }, code === 'NMO' ? zero : point),
      ),
    );
    expect(memberPanel(panelsOf({ members }))?.series.map(({ tone }) => tone)).toEqual([
      'blue',
      'grey',
      'teal',
      'mid',
      'pink',
      'grey',
    ]);
  });

  test('leaves out members without figures, and a figure of one member', () => {
    const members = seriesOf([
      lineOf('DVPN', { orderType: 'DVPN' }, point),
      lineOf('NMO', { orderType: 'NMO' }, pointOf('2023-11', null)),
    ]);
    expect(memberPanel(panelsOf({ members }))).toBeNull();
  });
});

test('splits a part from its group', () => {
  const decomposition = seriesOf([
    lineOf('Domestic abuse, waiting for dispatch', { group: 'domestic-abuse', component: 'dispatch' }, point),
  ]);
  expect(partSeries(panelsOf({ decomposition }))?.[0]).toMatchObject({
    group: 'Domestic abuse',
    part: 'waiting for dispatch',
  });
});
