import { expect, test } from 'vitest';
import { valueFormat } from '../../format/values.ts';
import {
  flagOf,
  lineOf,
  pageOf,
  pointOf,
  seriesOf,
  spcOf,
  variationOf,
} from '../../testing/measure-fixtures.ts';
import { areaVerdicts, comparedPeriod } from './area-verdicts.ts';

const minutes = valueFormat('seconds', 1);
const north = {
  ...lineOf('North', { area: 'N' }, pointOf('2023-11', 3600)),
  spc: spcOf(['2023-11']),
  variation: variationOf(),
  flag: flagOf(),
};

test('a row holds an area’s cases, its own limits, its verdict and the comparison', () => {
  const { columns, rows } = areaVerdicts([north], minutes);
  expect(columns.map(({ label }) => label)).toEqual([
    'Area',
    'Cases',
    'Mean',
    'Lower limit',
    'Upper limit',
    'Variation',
    'Against the other areas',
  ]);
  expect(rows).toEqual([
    ['North', '908', '73.3', '66.6', '80.0', 'Better. Below its average.', 'North: like the others.'],
  ]);
});

test('limits that ended at a break are not given for the months since', () => {
  const [segment] = north.spc.segments;
  const since = { ...segment, start: 'break', mean: null, lower: null, upper: null, absent: 'too-few' };
  const spc = { ...north.spc, segments: [segment, since] } as typeof north.spc;
  expect(areaVerdicts([{ ...north, spc }], minutes).rows[0]?.slice(2, 5)).toEqual(['None', 'None', 'None']);
});

test('without limits only the comparison is given', () => {
  const { spc: _, variation: __, ...plain } = north;
  expect(areaVerdicts([plain], minutes).rows).toEqual([['North', '908', 'North: like the others.']]);
});

test('the period compared is that of an area that could be compared', () => {
  const page = (flag: typeof north.flag) =>
    pageOf({ panels: { main: seriesOf([]), areas: seriesOf([{ ...north, flag }]) } });
  expect(comparedPeriod(page(north.flag))).toBe('2023-11');
  expect(comparedPeriod(page({ ...north.flag, absent: 'no-cases' }))).toBeNull();
});
