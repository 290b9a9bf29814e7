import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, makeDemo } from './testing/folder.ts';
import {
  daysBetween,
  inArea,
  isDomestic,
  median,
  outcomeOf,
  share,
  waits,
  within,
} from './testing/measure.ts';
import { type Row, readFeedAsAt } from './testing/read-back.ts';

const before = ['2021-04', '2023-02'] as const;
const lastYear = ['2022-12', '2023-11'] as const;
const positive = new Set(['1', '2', '3', '6', '7', '8', '22']);
const content = new Set(['completely', 'very']);

/** A fifth of the force's volumes from April 2021: enough for the truths, quick enough for every run. */
describe('the story of the demonstration', () => {
  let demo: Demo;
  const feeds: Record<string, Row[]> = {};
  beforeAll(async () => {
    demo = await makeDemo({ from: '2021-04', to: '2023-11', scale: 0.2 });
    for (const feed of ['incidents', 'crimes', 'surveys', 'orders', 'referrals']) {
      feeds[feed] = readFeedAsAt(demo.folder, demo.manifest, feed, 14);
    }
  }, 60_000);
  afterAll(() => demo.remove());

  const grade = (member: string, domestic: boolean, span: readonly [string, string]) =>
    within(feeds.incidents, 'received_at', ...span).filter(
      (row) => row.final_grade === member && isDomestic(row) === domestic,
    );
  const response = (rows: Row[]) => median(waits(rows, 'received_at', 'arrived_at'));
  const closed = (from: string, to: string, test: (row: Row) => boolean) =>
    within(feeds.crimes, 'outcome_on', from, to).filter(test);
  const satisfied = (rows: Row[], question: string) =>
    share(
      rows.filter((row) => row.question === question && row.answer !== 'refused'),
      (row) => content.has(row.answer),
    );
  const count = (feed: string, from: string, to: string, test: (row: Row) => boolean) =>
    within(feeds[feed], 'event_on', from, to).filter(test).length;

  it('has the volumes of the force, a fifth of them', () => {
    expect(feeds.incidents.length / 32 / 0.2).toBeCloseTo(8200, -3);
    expect(feeds.incidents.filter(isDomestic).length / 32 / 0.2).toBeCloseTo(1500, -2);
    expect(feeds.crimes.filter(isDomestic).length / 32 / 0.2).toBeCloseTo(1450, -2);
  });

  it('makes grade 2 domestic abuse wait longer than other calls, for dispatch and not on the road', () => {
    const [domestic, other] = [grade('2', true, before), grade('2', false, before)];
    expect(response(domestic)).toBeGreaterThan(69);
    expect(response(domestic)).toBeLessThan(77);
    expect(response(domestic) - response(other)).toBeGreaterThan(18);
    const road = (rows: Row[]) => median(waits(rows, 'dispatched_at', 'arrived_at'));
    expect(Math.abs(road(domestic) - road(other))).toBeLessThan(3);
  });

  it('narrows that gap from March 2023', () => {
    const autumn = ['2023-08', '2023-11'] as const;
    const gap = response(grade('2', true, autumn)) - response(grade('2', false, autumn));
    expect(gap).toBeGreaterThan(8);
    expect(gap).toBeLessThan(19);
  });

  it('reaches grade 1 domestic abuse in about fourteen minutes', () => {
    const minutes = response(grade('1', true, before));
    expect(Math.abs(minutes - 14.3)).toBeLessThan(1);
  });

  it('makes Shropshire slowest, on the road above all', () => {
    const rows = grade('2', true, before);
    const others = rows.filter((row) => !inArea([row], 'shropshire').length);
    expect(response(inArea(rows, 'shropshire')) - response(others)).toBeGreaterThan(6);
    const road = (some: Row[]) => median(waits(some, 'dispatched_at', 'arrived_at'));
    expect(road(inArea(rows, 'shropshire')) / road(others)).toBeGreaterThan(1.25);
  });

  it('relabels calls from April 2023 without anyone being seen sooner', () => {
    const regraded = (from: string, to: string) =>
      share(within(feeds.incidents, 'received_at', from, to), (row) => row.initial_grade !== row.final_grade);
    expect(regraded('2022-04', '2023-03')).toBeLessThan(0.06);
    expect(regraded('2023-04', '2023-11')).toBeGreaterThan(0.09);
    const seen = (month: string) =>
      share(within(feeds.incidents, 'received_at', month, month).filter(isDomestic), (row) =>
        [row.arrived_at, row.video_connected_at].some(
          (stamp) => stamp !== '' && Date.parse(stamp) - Date.parse(row.received_at) <= 3_600_000,
        ),
      );
    expect(Math.abs(seen('2023-04') - seen('2023-03'))).toBeLessThan(0.09);
  });

  it('loses two weeks of arrival times in Telford and Wrekin in September 2023', () => {
    const missing = (rows: Row[]) =>
      share(
        rows.filter((row) => row.closure === 'attended'),
        (row) => !row.arrived_at,
      );
    const telford = inArea(within(feeds.incidents, 'received_at', '2023-09', '2023-09'), 'telford');
    const lost = telford.filter((row) => row.received_at >= '2023-09-04' && row.received_at < '2023-09-18');
    expect(missing(lost)).toBe(1);
    expect(missing(telford.filter((row) => !lost.includes(row)))).toBeLessThan(0.06);
  });

  it('keeps satisfaction just under 80%, and lower in Shropshire', () => {
    const rows = within(feeds.surveys, 'incident_month', '2021-04', '2023-08');
    expect(satisfied(rows, 'overall')).toBeGreaterThan(0.76);
    expect(satisfied(rows, 'overall')).toBeLessThan(0.8);
    expect(satisfied(inArea(rows, 'shropshire'), 'overall')).toBeLessThan(satisfied(rows, 'overall') - 0.02);
  });

  it('charges more from January 2023, after a flat 2022', () => {
    const charged = (from: string, to: string) =>
      share(closed(from, to, isDomestic), (row) => outcomeOf(row) === '1');
    expect(Math.abs(charged('2022-01', '2022-06') - charged('2022-07', '2022-12'))).toBeLessThan(0.02);
    expect(charged('2023-01', '2023-11') - charged('2022-01', '2022-12')).toBeGreaterThan(0.012);
    const acted = (from: string, to: string) =>
      share(
        closed(from, to, () => true),
        (row) => positive.has(outcomeOf(row)),
      );
    expect(acted('2023-01', '2023-11') - acted('2022-01', '2022-12')).toBeGreaterThan(0.015);
  });

  it('ends half of domestic abuse investigations 16 and a fifth 15', () => {
    const ended = closed(...lastYear, isDomestic);
    expect(share(ended, (row) => outcomeOf(row) === '16')).toBeCloseTo(0.49, 1);
    expect(share(ended, (row) => outcomeOf(row) === '15')).toBeCloseTo(0.195, 1);
  });

  it('takes longest over rape and other sexual offences', () => {
    const days = (rows: Row[]) => median(rows.map((row) => daysBetween(row, 'recorded_on', 'outcome_on')));
    const sexual = (row: Row) => row.offence_group === 'rape' || row.offence_group === 'other_sexual';
    expect(days(closed(...lastYear, sexual))).toBeGreaterThan(2 * days(closed(...lastYear, isDomestic)));
  });

  it('arrests more to late 2022', () => {
    const arrested = (from: string, to: string) =>
      share(
        within(feeds.crimes, 'recorded_on', from, to).filter(isDomestic),
        (row) => row.arrested_on !== '' && daysBetween(row, 'recorded_on', 'arrested_on') <= 28,
      );
    expect(arrested('2022-07', '2022-12') - arrested('2021-04', '2021-09')).toBeGreaterThan(0.02);
  });

  it('issues fewer notices to 2022 and more after December 2022; stalking orders rise', () => {
    const notices = (from: string, to: string) =>
      count('orders', from, to, (row) => row.order_type === 'DVPN');
    expect(notices('2022-05', '2022-11')).toBeLessThan(notices('2021-04', '2021-10'));
    expect(notices('2023-05', '2023-11')).toBeGreaterThan(1.3 * notices('2022-05', '2022-11'));
    const stalking = (from: string, to: string) =>
      count('orders', from, to, (row) => row.order_type === 'SPO' && row.event === 'granted');
    expect(stalking('2023-04', '2023-11')).toBeGreaterThan(stalking('2021-04', '2021-11'));
  });

  it('leaves recent crimes without an outcome', () => {
    const open = (month: string) =>
      share(
        within(feeds.crimes, 'recorded_on', month, month).filter(isDomestic),
        (row) => row.outcome_type === '',
      );
    expect(open('2023-11')).toBeGreaterThan(0.7);
    expect(open('2022-11')).toBeLessThan(0.1);
  });

  it('offers few of the eligible a video response', () => {
    const eligible = feeds.incidents.filter((row) => !['', 'not_eligible'].includes(row.video_stage));
    expect(eligible.every((row) => row.received_at >= '2023-02')).toBe(true);
    expect(share(eligible, (row) => row.video_stage === 'completed')).toBeLessThan(0.1);
  });
});
