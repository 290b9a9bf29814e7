import { expect, test } from 'vitest';
import { lineOf, metricOf, pageOf, pointOf, seriesOf } from '../../testing/measure-fixtures.ts';
import { compositionSeries } from './composition.ts';
import { sideSeries } from './page-panels.ts';

const part = (code: string) => lineOf(code, { part: code }, pointOf('2023-11', 0.5));

test('compositionSeries hatches what has no outcome yet and keeps the order given', () => {
  const panels = {
    main: seriesOf([]),
    areas: seriesOf([]),
    members: seriesOf(['charged', 'not-yet-assigned'].map(part)),
  };
  const page = pageOf({ metric: metricOf({ kind: 'composition' }), panels });
  expect(compositionSeries(page)?.map(({ label, look }) => [label, look])).toEqual([
    ['charged', 'teal'],
    ['not-yet-assigned', 'hatched'],
  ]);
  expect(compositionSeries(pageOf({ panels }))).toBeNull();
});

test('sideSeries gives both sides of a difference as lines, and why one is missing', () => {
  const sides = [
    { value: 3840, n: 400 },
    { value: null, n: 3 },
  ];
  const main = seriesOf([lineOf('Force', {}, pointOf('2023-11', null, { sides }))]);
  const panels = { main, areas: seriesOf([]) };
  const page = pageOf({ metric: metricOf({ kind: 'difference' }), panels });
  expect(sideSeries(page)?.map(({ points }) => points[0])).toMatchObject([
    { value: 3840, n: 400 },
    { value: null, n: 3, absent: 'no-cases' },
  ]);
  expect(sideSeries(pageOf({ panels }))).toBeNull();
});
