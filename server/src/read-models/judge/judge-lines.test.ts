import { describe, expect, test } from 'vitest';
import type { PinnedAnnotation } from '../../metrics/pinned.ts';
import { seriesOf } from '../get-series.ts';
import { requireMetric } from '../resolve-query.ts';
import { addAnswers, ask, monthsFrom2021, plantedRelease } from '../testing/planted.ts';
import { describeSpc, whyNoSpc } from './describe-spc.ts';
import { judgeLines } from './judge-lines.ts';
import { verdictAt } from './verdict.ts';

const months = monthsFrom2021(36);
const note = (kind: PinnedAnnotation['kind'], date: string, more: Partial<PinnedAnnotation> = {}) => ({
  kind,
  date,
  metric: 'satisfaction.*',
  areaCode: '',
  text: 'New survey: asked otherwise',
  source: 'A test',
  illustrative: true,
  ...more,
});

/** About 75% satisfied, going up and down. */
const releaseWithNotes = (annotations: PinnedAnnotation[] = []) =>
  plantedRelease(
    [
      {
        cube: 'survey_answer',
        fill: (builder, _area, month) => addAnswers(builder, month % 2 ? 15 : 14, 20),
      },
    ],
    months,
    { annotations },
  );
const lineOf = (annotations: PinnedAnnotation[] = []) => {
  const release = releaseWithNotes(annotations);
  return judgeLines(release, ask(release, 'satisfaction.overall', { grain: 'month' }).reading)[0];
};

describe('judgeLines', () => {
  test('judges the whole series, whatever span is asked for', () => {
    const release = releaseWithNotes();
    const whole = seriesOf(release, ask(release, 'satisfaction.overall', { grain: 'month' }));
    const span = { grain: 'month', from: '2022-10', to: '2023-02' };
    const cropped = seriesOf(release, ask(release, 'satisfaction.overall', span));
    const [all, part] = [whole.series[0], cropped.series[0]];
    expect(part.points).toEqual(all.points.slice(18, 23));
    expect(part.spc?.points).toEqual(all.spc?.points.slice(18, 23));
    expect(part.spc?.segments).toEqual(all.spc?.segments);
  });

  test('takes no provisional month into the limits, and judges the last complete one', () => {
    const line = lineOf();
    expect([...line.unsettled]).toEqual(['2024-01', '2024-02', '2024-03']);
    const release = releaseWithNotes();
    const { reading } = ask(release, 'satisfaction.overall', { grain: 'month' });
    expect(verdictAt(release, line, reading, '2024-03').variation.at).toBe('2023-12');
    expect(describeSpc(line, months).points.at(-1)).toMatchObject({ judged: false, why: 'provisional' });
  });

  test('cautions where neighbouring months hold some of the same cases, and nowhere else', () => {
    const release = plantedRelease([{ cube: 'referral_event', fill: () => undefined }], months);
    const noticesOf = (metric: string) =>
      seriesOf(release, ask(release, metric, { grain: 'month' })).series[0].spc?.notices;
    expect(noticesOf('cps.overdue')).toEqual([expect.stringContaining('are in both months')]);
    expect(noticesOf('cps.referrals')).toEqual([]);
  });

  test('says that a month is not held, and gives no verdict', () => {
    const release = releaseWithNotes();
    const { reading } = ask(release, 'satisfaction.overall', { grain: 'month' });
    const { variation, outlook } = verdictAt(release, lineOf(), reading, '2025-01');
    expect(variation).toMatchObject({ kind: 'too-early', at: null, sentence: 'January 2025 is not held.' });
    expect(outlook.kind).toBe('no-target');
  });

  test('uses a dated baseline and leaves the months before it drawn but unjudged', () => {
    const line = lineOf([note('baseline', '2022-04-01', { until: '2023-03-31' })]);
    const spc = describeSpc(line, months);
    expect(spc.segments).toMatchObject([{ baseline: { from: '2022-04', to: '2023-03', points: 12 } }]);
    expect(spc.points[0]).toMatchObject({ judged: false, why: 'before-baseline' });
    expect(spc.points[12].judged).toBe(true);
  });

  test('cuts the line at a break, and gives no limits to a stretch under 12 complete months', () => {
    const spc = describeSpc(lineOf([note('break', '2023-07-15')]), months);
    expect(spc.segments).toMatchObject([
      { from: '2021-04', to: '2023-06', start: 'series', absent: null },
      {
        from: '2023-07',
        to: '2024-03',
        start: 'break',
        mean: null,
        upper: null,
        baseline: null,
        absent: 'too-few',
      },
    ]);
    expect(spc.points[27]).toMatchObject({ judged: false, why: 'not-comparable', signals: [] });
  });

  test('restarts limits at a rebase only once 12 complete months follow it, and says so', () => {
    expect(describeSpc(lineOf([note('rebase', '2022-10-01')]), months).segments).toHaveLength(2);
    const waiting = describeSpc(lineOf([note('rebase', '2023-04-01')]), months);
    expect(waiting.segments).toHaveLength(1);
    expect(waiting.notices).toEqual([
      'The limits change at April 2023 once 12 complete months follow it; so far 9.',
    ]);
  });

  test.each([
    [
      note('rebase', '2030-01-01'),
      'The change recorded for January 2030 lies outside the months held (April 2021 to March 2024), so it cuts nothing.',
    ],
    [
      note('baseline', '2030-01-01', { until: '2031-12-31' }),
      'The baseline from January 2030 lies outside the months held (April 2021 to March 2024); the first 24 complete months are used.',
    ],
    [
      note('baseline', '2021-04-01', { until: '2021-09-30' }),
      'The baseline from April 2021 holds under 12 complete months; the first 24 are used.',
    ],
  ])('says which setting could not be applied', (annotation, notice) => {
    expect(describeSpc(lineOf([annotation]), months).notices).toEqual([notice]);
  });

  test('crops to the stretches shown and points into them', () => {
    const spc = describeSpc(lineOf([note('break', '2022-04-01')]), months.slice(12, 20));
    expect(spc.segments).toHaveLength(1);
    expect(new Set(spc.points.map(({ segment }) => segment))).toEqual(new Set([0]));
  });
});

describe('whyNoSpc', () => {
  test.each([
    ['month', undefined],
    ['quarter', 'not-monthly'],
    ['financial-year', 'not-monthly'],
    ['rolling-3', 'overlapping-periods'],
    ['rolling-12', 'overlapping-periods'],
    ['financial-year-to-date', 'overlapping-periods'],
  ])('for %s gives %s', (grain, reason) => {
    expect(whyNoSpc(requireMetric('satisfaction.overall'), grain)?.reason).toBe(reason);
  });

  test('says that a metric has no monthly series', () => {
    expect(whyNoSpc(requireMetric('published.outcome-share'), 'month')?.reason).toBe('not-offered');
  });
});
