import { describe, expect, test } from 'vitest';
import { makingDataCountR } from '../../stats/spc/rule-set.ts';
import { getMethods } from '../get-methods.ts';
import { areaRelease, noCases, unfitNumbers } from '../testing/area-release.ts';
import { madeUpExample } from './made-up-example.ts';
import { methodExamples } from './method-examples.ts';
import { methodTexts } from './method-texts.ts';
import { peerRuleSets, readWithRuleSet } from './read-with-rule-set.ts';
import { ruleSetTexts } from './rule-set-texts.ts';

const bannedWords = /\b(because of|due to|led to|impact of|thanks to|significant)\b/i;

describe('the made-up series', () => {
  const [own, ptd, pbi, qic] = madeUpExample().readings;
  const months = (rule: string) =>
    pbi?.points.flatMap(({ period, signals }) => (signals.some((one) => one.rule === rule) ? [period] : []));

  test('shows one month beyond a limit under the set in use', () => {
    expect(own).toMatchObject({ id: makingDataCountR.id, signals: 1, disagrees: 0, why: 'The set in use.' });
  });

  test('stops the R package at the missing month', () => {
    expect(ptd).toMatchObject({ outcome: 'stopped', points: [], disagrees: 1 });
    expect(ptd?.stoppedText).toContain('stops with an error');
  });

  test('is a trend of five, two in three and a bridged run to the Power BI visual', () => {
    expect(months('two-in-three')).toEqual(['2022-04', '2022-06']);
    expect(months('trend')?.slice(0, 5)).toEqual(['2022-09', '2022-10', '2022-11', '2022-12', '2023-01']);
    expect(months('shift')).toContain('2023-07');
    expect(pbi?.why).toContain('five months');
    expect(pbi?.why).toContain('bridges a month that is missing');
    expect(pbi?.disagrees).toBe(14);
  });

  test('is judged as a line by qicharts2', () => {
    expect(qic?.lineRules.map(({ rule }) => rule)).toEqual(['longest-run', 'crossings']);
    expect(qic?.lineRules.map(({ fired }) => fired)).toEqual([false, false]);
    expect(qic?.statement).toContain('not called shifted');
  });
});

describe('readWithRuleSet', () => {
  test('takes all months for limits where there are under twelve', () => {
    const few = [5, 7, 6, 8].map((value, i) => ({ at: `2023-0${i + 1}`, value }));
    const readings = peerRuleSets.map((peer) => readWithRuleSet(peer, few, few.length));
    expect(readings.map((reading) => reading.stopped === null && reading.points[0]?.mean)).toEqual([
      6.5, 6.5, 6.5,
    ]);
  });

  test('calls a line shifted that lies twelve above and twelve below its average', () => {
    const halves = Array.from({ length: 24 }, (_, i) => ({
      at: `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
      value: i < 12 ? 12 + (i % 2) : 2 + (i % 2),
    }));
    const line = readWithRuleSet({ ...peerRuleSets[2] }, halves, 24);
    expect(line.stopped === null && line.lineRules.map(({ fired }) => fired)).toEqual([true, true]);
  });
});

describe('the texts', () => {
  test('cover every rule set once, the one in use first', () => {
    const ids = [makingDataCountR, ...peerRuleSets.map(({ ruleSet }) => ruleSet)].map(({ id }) => id);
    expect(ruleSetTexts.map(({ id }) => id)).toEqual(ids);
    expect(ruleSetTexts.map(({ inUse }) => inUse)).toEqual([true, false, false, false]);
  });

  test('name the rules of the set in use in order of precedence', () => {
    expect(ruleSetTexts[0]?.rules.map(({ term }) => term)).toEqual(
      makingDataCountR.rules.map(({ name }) => name),
    );
  });

  test('cite a source for each set and method', () => {
    const bare = [...ruleSetTexts, ...methodTexts].filter(({ sources }) => sources.length === 0);
    expect(bare).toEqual([]);
  });

  test('claim no cause and no significance', () => {
    const words = JSON.stringify([ruleSetTexts, methodTexts]);
    expect(words.match(bannedWords)).toBeNull();
  });

  test('have examples only of methods that there are', () => {
    const ids = methodTexts.map(({ id }) => id);
    expect(Object.keys(methodExamples).filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('getMethods', () => {
  test('speaks before the first release, without live examples', () => {
    const methods = getMethods(null);
    expect(methods.release).toBeNull();
    expect(methods.examples.map(({ madeUp }) => madeUp)).toEqual([true]);
    expect(new Set(methods.methods.map(({ example }) => example))).toEqual(new Set([null]));
    expect(methods.methods.filter(({ exampleAbsent }) => exampleAbsent === null)).toEqual([]);
  });

  test('gives an example or a reason for each method of a release', () => {
    const area = { answers: 60, satisfied: 45, waits: [900, 1800, 2700], dvpns: 3, crimes: 200 };
    const { methods, release } = getMethods(areaRelease([area, area, area, area, noCases]));
    expect(release).toBe(1);
    expect(
      methods.filter(({ example, exampleAbsent }) => (example === null) === (exampleAbsent === null)),
    ).toEqual([]);
    expect(unfitNumbers(methods)).toEqual([]);
  });
});
