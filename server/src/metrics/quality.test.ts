import { describe, expect, test } from 'vitest';
import { checksOn, filtersToCheck } from './quality.ts';
import { families } from './registry.ts';

const metrics = families.flatMap((family) => family.metrics);
const metricOf = (id: string) => metrics.filter((metric) => metric.id === id)[0];
const idsOf = (id: string, choices: Record<string, string> = {}) =>
  checksOn(metricOf(id), choices).map((check) => check.id);

describe('checksOn', () => {
  test('bears on every measure of incidents that is read from their times, and on no other', () => {
    const checked = metrics.filter((metric) => checksOn(metric, {}).length > 0).map(({ id }) => id);
    const timed = metrics.filter(({ cube, kind }) => cube === 'incident' && kind !== 'count');
    expect(checked).toEqual(timed.map(({ id }) => id));
  });

  test('asks for arrivals where a figure needs one', () => {
    expect(idsOf('response.seen-within-hour')).toEqual(['arrival-missing', 'out-of-order']);
    expect(idsOf('response.dispatch-wait')).toEqual(['out-of-order']);
    expect(idsOf('response.domestic-gap', { component: 'dispatch' })).toEqual(['out-of-order']);
    expect(idsOf('response.domestic-gap', { component: 'travel' })).toContain('arrival-missing');
  });
});

test('checks the rows behind a figure, as far as checks can be narrowed', () => {
  const filters = { grade: ['2'], domesticAbuse: ['true'], hourBand: ['0-6'] };
  expect(filtersToCheck(metricOf('response.time'), filters)).toEqual({ domesticAbuse: ['true'] });
  expect(filtersToCheck(metricOf('response.time'), {})).toEqual({});
  expect(filtersToCheck(metricOf('response.seen-within-hour'), {})).toEqual({ domesticAbuse: ['true'] });
});
