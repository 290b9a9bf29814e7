import { describe, expect, test } from 'vitest';
import { cubes } from '../../metrics/cubes.ts';
import { force } from '../../metrics/testing/pinned.ts';
import { readAreas } from '../comparison/read-areas.ts';
import { readLines } from '../read-lines.ts';
import { ask, type Fill, monthsFrom2021, plantedRelease } from '../testing/planted.ts';
import { findFault } from './find-fault.ts';
import { flagAreas } from './flag-areas.ts';
import { judgeLines } from './judge-lines.ts';
import { verdictAt } from './verdict.ts';

const months = monthsFrom2021(30);
const last = months[29];
const monthly = (name: string) => ({ name, months: [name] });
const countAt = (name: string) => cubes.incident.counts.indexOf(name);
const seenAt = cubes.incident.runs.indexOf('seen');

type Missing = (area: string, month: number) => number;

/** Two hundred domestic abuse incidents a month in each area, about half of those that hold an arrival seen in time. */
function incidents(missing: Missing, lowFrom = 99): Fill {
  const members: Record<string, string> = { grade: '2', domesticAbuse: 'true', closure: 'attended' };
  return (builder, area, month) => {
    const tuple = builder.at(cubes.incident.dimensions.map((name) => members[name] ?? 'not-recorded'));
    const lost = missing(area, month);
    tuple.counts[countAt('incidents')] += 200;
    tuple.counts[countAt('attendedNoArrival')] += lost;
    const seen = 200 - lost;
    const inTime = Math.round((seen * (month < lowFrom ? 100 + (month % 5) : 101)) / 200);
    for (let i = 0; i < seen; i++) tuple.runs[seenAt].push(i < inTime ? 1800 : 7200);
  };
}

const releaseOf = (missing: Missing) =>
  plantedRelease([{ cube: 'incident', fill: incidents(missing) }], months);
const inLast = (lost: number) => (area: string, month: number) => (area === 'A' && month === 29 ? lost : 2);

describe('findFault', () => {
  test('finds the failing check with its numbers, in its place and month only', () => {
    const release = releaseOf(inLast(104));
    const { reading } = ask(release, 'response.seen-within-hour');
    expect(findFault(release, reading, 'A', monthly(last))).toEqual({
      fault: { check: 'arrival-missing', period: last, numerator: 104, denominator: 200, tolerance: 0.05 },
      sentence:
        'Arrival time is missing for 52.0% of attended incidents in Area A in September 2023 (tolerance 5%): not comparable.',
    });
    expect(findFault(release, reading, 'B', monthly(last))).toBeNull();
    expect(findFault(release, reading, 'A', monthly(months[28]))).toBeNull();
    // 104 and four times two of 1,000.
    expect(findFault(release, reading, force, monthly(last))?.fault).toMatchObject({
      numerator: 112,
      denominator: 1000,
    });
  });

  test('adds months up, and bears on no measure that needs no arrival', () => {
    const release = releaseOf(inLast(104));
    const { reading } = ask(release, 'response.seen-within-hour');
    const year = { name: `P12M/${last}`, months: months.slice(18) };
    expect(findFault(release, reading, 'A', year)?.fault).toMatchObject({
      numerator: 126,
      denominator: 2400,
    });
    const dispatch = ask(release, 'response.dispatch-wait').reading;
    expect(findFault(release, dispatch, 'A', monthly(last))).toBeNull();
  });
});

describe('what a failing check keeps back', () => {
  const asked = { by: 'area', from: last, to: last, grain: 'month' };
  const flagsOf = (lost: number) => {
    const release = releaseOf(inLast(lost));
    const { reading } = ask(release, 'response.seen-within-hour', asked);
    const found = flagAreas(release, reading, readLines(release, reading), 0);
    return new Map([...found].map(([line, flag]) => [line.node, flag]));
  };

  test('gives an area no flag, and leaves it out of the others', () => {
    const flags = flagsOf(104);
    expect([...flags.keys()]).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(flags.get('A')).toMatchObject({
      side: null,
      absent: 'data-quality',
      fault: { check: 'arrival-missing', numerator: 104, denominator: 200 },
      sentence: expect.stringContaining('52.0% of attended incidents in Area A'),
    });
    expect(flags.get('B')).toMatchObject({
      side: null,
      absent: null,
      comparedWith: 'the other three areas together',
      estimate: 0,
    });
    expect(flagsOf(10).get('A')).toMatchObject({
      absent: null,
      comparedWith: 'the other four areas together',
    });
  });

  test('says on the wire and in the sentence that a flag is of a provisional month', () => {
    expect(flagsOf(2).get('B')).toMatchObject({
      provisional: true,
      sentence: expect.stringContaining('in September 2023 (provisional) against'),
    });
  });

  test('leaves it out of what tells areas apart', () => {
    const release = releaseOf(inLast(104));
    const { reading } = ask(release, 'response.seen-within-hour', { from: last, to: last, grain: 'month' });
    const areas = readAreas(release, reading, [monthly(last)]);
    expect(areas.comparands(0)).toMatchObject({
      kind: 'shares',
      areas: [{ numerator: 0, denominator: 0 }, ...Array.from({ length: 4 }, () => ({ denominator: 200 }))],
    });
    expect(areas.areas[0].points[0].value).not.toBeNull();
  });

  const verdict = (lost: Missing, node: string, month: string) => {
    const release = releaseOf(lost);
    const { reading } = ask(release, 'response.seen-within-hour', { area: node, grain: 'month' });
    const [line] = judgeLines(release, { ...reading, nodes: [node] });
    return verdictAt(release, line, reading, month).variation;
  };
  const inMonth28 = (lost: number) => (area: string, month: number) =>
    area === 'A' && month === 28 ? lost : 2;

  test('judges no month whose own data fail, of an area or of the force', () => {
    const withheld = verdict(inMonth28(104), 'A', last);
    expect(withheld).toMatchObject({
      kind: 'not-comparable',
      at: months[28],
      ruleWords: null,
      fault: { check: 'arrival-missing', period: months[28] },
      sentence: expect.stringMatching(
        /^Arrival time is missing for 52\.0% .* in August 2023 .*not comparable\.$/,
      ),
    });
    expect(verdict(inMonth28(104), force, last)).toMatchObject({ kind: 'not-comparable', at: months[28] });
    expect(verdict(inMonth28(104), 'B', last).kind).toBe('common-cause');
    expect(verdict(inMonth28(10), 'A', last).kind).not.toBe('not-comparable');
  });

  test('gives no pattern that would not stand without the months that fail', () => {
    const long = monthsFrom2021(40);
    // Lower for nine months to month 38, the last that is settled; two of them can be spared.
    const variationOf = (...bad: number[]) => {
      const fill = incidents((_, month) => (bad.includes(month) ? 30 : 2), 30);
      const release = plantedRelease([{ cube: 'incident', fill }], long);
      const { reading } = ask(release, 'response.seen-within-hour', { area: 'A', grain: 'month' });
      const [line] = judgeLines(release, { ...reading, nodes: ['A'] });
      return verdictAt(release, line, reading, long[39]).variation;
    };
    expect(variationOf()).toMatchObject({ kind: 'concern', rule: 'shift', since: long[30] });
    expect(variationOf(34, 35)).toMatchObject({ kind: 'concern', since: long[30] });
    expect(variationOf(33, 34, 35)).toMatchObject({ kind: 'not-comparable', fault: { period: long[33] } });
  });
});
