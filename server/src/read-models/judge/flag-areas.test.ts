import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines } from '../read-lines.ts';
import { addAnswers, areaCodes, ask, monthsFrom2021, plantedRelease } from '../testing/planted.ts';
import { flagAreas } from './flag-areas.ts';
import { standingFlags } from './standing.ts';

const months = monthsFrom2021(30);
const last = months[29];

/** Area A satisfied in so many of 60 answers in a month, the others in 48. */
const surveys = (ofA: (month: number) => number) => ({
  cube: 'survey_answer' as const,
  fill: (builder: Parameters<typeof addAnswers>[0], area: string, month: number) =>
    addAnswers(builder, area === 'A' ? ofA(month) : 48, 60),
});

function flagsOf(
  release: ReturnType<typeof plantedRelease>,
  metric: string,
  query: Record<string, string> = {},
) {
  const { reading } = ask(release, metric, { by: 'area', from: last, to: last, ...query });
  const lines = readLines(release, reading);
  return new Map([...flagAreas(release, reading, lines, 0)].map(([line, flag]) => [line.node, flag]));
}

describe('flagAreas', () => {
  test('flags a share beyond 99.8% from the other areas, worse by the direction recorded', () => {
    const release = plantedRelease([surveys(() => 34)], months);
    const flags = flagsOf(release, 'satisfaction.overall', { grain: 'rolling-12' });
    expect([...flags.keys()]).toEqual(areaCodes);
    expect(flags.get('A')).toMatchObject({
      side: 'lower',
      word: 'worse',
      comparison: 'difference',
      confidence: 0.998,
      comparedWith: 'the other four areas together',
      sentence: expect.stringMatching(
        /^Area A: 56\.7% over the twelve months to September 2023 \(provisional\) against 80\.0% in the other four areas together, lower by more than chance \(difference −23\.3 percentage points, 99\.8% interval −\d+\.\d to −\d+\.\d\)\.$/,
      ),
    });
    expect(flags.get('B')).toMatchObject({ side: 'higher', word: 'better' });
  });

  test('flags a median, as slower', () => {
    const fill = (
      builder: { at(members: string[]): { runs: number[][]; counts: number[] } },
      area: string,
    ) => {
      const tuple = builder.at([
        '2',
        '2',
        'true',
        'crime',
        'urban',
        '12-18',
        'false',
        'standard',
        'false',
        'attended',
        'not-recorded',
      ]);
      for (let i = 0; i < 40; i++) tuple.runs[0].push((area === 'A' ? 3000 : 1800) + i * 30);
      tuple.counts[0] += 40;
    };
    const release = plantedRelease([{ cube: 'incident', fill }], months);
    expect(flagsOf(release, 'response.time', { grain: 'month' }).get('A')).toMatchObject({
      side: 'higher',
      word: 'worse',
      estimate: 1200,
      sentence: expect.stringContaining('slower by more than chance'),
    });
    // Forty cases a month bound a 90th percentile at 99.8% from below alone: enough to call it higher.
    expect(flagsOf(release, 'response.time', { statistic: 'p90', grain: 'month' }).get('A')).toMatchObject({
      side: 'higher',
      estimate: 1200,
      upper: null,
      absent: 'too-few',
    });
    expect(
      flagsOf(release, 'response.time', { statistic: 'p90', grain: 'rolling-12' }).get('A'),
    ).toMatchObject({ side: 'higher', word: 'worse', absent: null });
    expect(flagsOf(release, 'response.time', { statistic: 'mean', grain: 'month' }).get('A')).toMatchObject({
      side: null,
      absent: 'not-applicable',
      sentence: expect.stringContaining('mean'),
    });
  });

  const notices = (ofA: number) => ({
    cube: 'order_event' as const,
    fill: (builder: { at(members: string[]): { counts: number[] } }, area: string) => {
      const tuple = builder.at(['DVPN', 'issued', 'false', 'not-recorded', 'civil']);
      tuple.counts[0] += area === 'A' ? ofA : 10;
    },
  });
  const crimes = (ofA: number) => ({
    cube: 'crime' as const,
    fill: (
      builder: { at(members: string[]): { counts: number[]; spans: [number, number][] } },
      area: string,
    ) => {
      const rest = Array.from({ length: 5 }, () => 'not-recorded');
      builder.at(['other', 'true', '16', ...rest]).counts[0] += area === 'A' ? ofA : 200;
    },
  });

  test('compares counts as rates per crime of their own population: more crimes, more notices, no flag', () => {
    const release = plantedRelease([notices(40), crimes(800)], months);
    const asked = { orderType: 'DVPN', grain: 'rolling-12' };
    expect(flagsOf(release, 'orders.issued', asked).get('A')).toMatchObject({ side: null, estimate: 1 });
    const more = flagsOf(plantedRelease([notices(40), crimes(200)], months), 'orders.issued', asked);
    expect(more.get('A')).toMatchObject({
      side: 'higher',
      word: 'higher',
      comparison: 'ratio',
      per: 'domestic abuse crime recorded',
      sentence: expect.stringMatching(
        /^Area A: 4\.00 times the rate of the other four areas together over the twelve months to September 2023 \(provisional\), per domestic abuse crime recorded, higher by more than chance/,
      ),
    });
  });

  test('compares no count without a population, nor where its crimes are not held', () => {
    const release = plantedRelease([notices(40)], months);
    const flag = (orderType: string) =>
      flagsOf(release, 'orders.issued', { orderType, grain: 'month' }).get('A');
    expect(flag('SHPO')).toMatchObject({ side: null, absent: 'no-population' });
    expect(flag('DVPN')).toMatchObject({ side: null, absent: 'not-collected' });
  });

  test('gives the same flags whatever the order of areas and the start of the span', () => {
    const release = plantedRelease([surveys((month) => 40 - (month % 7))], months);
    const { reading } = ask(release, 'satisfaction.overall', { by: 'area', grain: 'rolling-12' });
    const lines = readLines(release, reading);
    const byArea = (flags: ReturnType<typeof flagAreas>) =>
      Object.fromEntries([...flags].map(([{ node }, flag]) => [node, flag]).toSorted());
    const expected = byArea(flagAreas(release, reading, lines, reading.periods.length - 1));
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        const flags = flagAreas(release, reading, shuffled, reading.periods.length - 1);
        expect(byArea(flags)).toEqual(expected);
      }),
    );
    const late = ask(release, 'satisfaction.overall', { by: 'area', grain: 'rolling-12', from: last });
    expect(byArea(flagAreas(release, late.reading, readLines(release, late.reading), 0))).toEqual(expected);
  });
});

describe('standingFlags', () => {
  const standing = (ofA: (month: number) => number, month = last) => {
    const release = plantedRelease([surveys(ofA)], months);
    const { reading } = ask(release, 'satisfaction.overall', { by: 'area', grain: 'month' });
    return standingFlags(release, reading, month).get('A');
  };

  test('tells a lasting difference, once, with the numbers of its twelve months', () => {
    expect(standing(() => 34)).toMatchObject({ side: 'lower', standing: true, period: 'P12M/2023-09' });
  });

  test('is news in the first month in which twelve months tell an area apart', () => {
    // Always a little lower, but only the bad month 28 takes the twelve months beyond chance.
    const ofA = (month: number) => (month === 28 ? 20 : 46);
    expect(months.slice(27).map((month) => standing(ofA, month) !== undefined)).toEqual([false, false, true]);
  });

  test('calls one bad month no standing difference, however bad', () => {
    expect(standing((month) => (month === 27 ? 0 : 48))).toBeUndefined();
  });
});
