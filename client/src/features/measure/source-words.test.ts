import { describe, expect, test } from 'vitest';
import { lineOf, pageOf, pointOf, seriesOf } from '../../testing/measure-fixtures.ts';
import { noteWords, sourceWords } from './source-words.ts';

const event = {
  kind: 'event' as const,
  date: '2023-10-01',
  text: 'Video response',
  source: '',
  illustrative: true,
  area: null,
};

test('names feed, release and reach', () => {
  expect(sourceWords(pageOf())).toBe('Source: incidents feed, Release 14, data to 30 November 2023.');
});

describe('noteWords', () => {
  test('says why the hatched stretch may change', () => {
    expect(noteWords(pageOf())).toEqual([
      'The hatched stretch is provisional: late records may still be added.',
    ]);
  });

  test('says that young cohorts cannot be judged yet', () => {
    const point = pointOf('2023-11', 0.04, { status: ['provisional', 'immature'] });
    const page = pageOf();
    const main = seriesOf([lineOf('West Mercia', {}, point)]);
    expect(noteWords({ ...page, panels: { ...page.panels, main } })).toEqual([
      'Hollow points are too young to judge: outcomes are still to come.',
    ]);
  });

  test('says beside events what the data cannot, and which dates are illustrative', () => {
    const break_ = { ...event, kind: 'break' as const, date: '2023-11-01', text: 'Grading review' };
    const notes = noteWords(pageOf({ annotations: [event, break_] }));
    expect(notes.slice(1)).toEqual([
      'At B the counting changed: nothing is compared across it.',
      'Events are shown for context: the data cannot say what caused the change.',
      'Dates of A and B are illustrative.',
    ]);
  });

  test('leaves out events outside the span', () => {
    expect(noteWords(pageOf({ annotations: [{ ...event, date: '2020-01-01' }] }))).toHaveLength(1);
  });
});
