import { describe, expect, test } from 'vitest';
import { binomialMass } from '../../stats/special/binomial.ts';
import { createDraw } from '../../stats/special/draw.ts';
import { createNormal, createRandom } from '../../stats/special/random.ts';
import { getAreaPage } from '../get-area-page.ts';
import { getComparison } from '../get-comparison.ts';
import { QueryProblem } from '../query-problem.ts';
import { areaCodes, areaRelease, noCases, type TestArea, unfitNumbers } from '../testing/area-release.ts';
import { panelOf } from './panel.ts';
import { resolveComparison } from './question.ts';

const runs = process.env.LONG === '1' ? 2000 : 300;
const random = createRandom(20231205);
const normal = createNormal(random);
const share = (answers: number, satisfied: number): TestArea => ({ ...noCases, answers, satisfied });
const onSatisfaction = { metric: 'satisfaction.overall', grain: 'month', to: '2023-11', second: 'none' };
const ask = (areas: readonly TestArea[], query: Record<string, string> = {}, before?: readonly TestArea[]) =>
  getComparison(areaRelease(areas, before), { ...onResponse, ...query });
const onResponse = {
  metric: 'response.time',
  grade: '2',
  domesticAbuse: 'true',
  grain: 'month',
  second: 'none',
};
const waiting = (...medians: readonly number[]): TestArea[] =>
  medians.map((median) => ({
    ...noCases,
    waits: Array.from({ length: 60 }, () => Math.round(median * Math.exp(0.5 * normal()))),
  }));
const issuing = (...counts: readonly (readonly [dvpns: number, crimes: number])[]): TestArea[] =>
  counts.map(([dvpns, crimes]) => ({ ...noCases, dvpns, crimes }));
const onOrders = { metric: 'orders.issued', orderType: 'DVPN', grain: 'month', second: 'none' };
const orders = (areas: readonly TestArea[]) => getComparison(areaRelease(areas), onOrders);
/** Whether the main measure of a question tells some of the areas apart. */
const tellsApart = (areas: readonly TestArea[], query: Record<string, string>): boolean => {
  const release = areaRelease(areas);
  return panelOf(release, resolveComparison(release, query).main).toldApart.answer === 'yes';
};
const shareOf = (isApart: () => boolean): number =>
  Array.from({ length: runs }, isApart).filter(Boolean).length / runs;
// Four standard errors of a share of 5% seen in so many runs.
const allowed = 0.05 + 4 * Math.sqrt((0.05 * 0.95) / runs);

describe('areas drawn from one true value', () => {
  const sizes = [90, 160, 140, 170, 180];
  const draws = sizes.map((size) => createDraw(binomialMass(size, 0.06), random));

  test('cannot be told apart in at least 95% of draws, by their rates', () => {
    const areas = () => issuing(...sizes.map((crimes, i): [number, number] => [draws[i](), crimes]));
    expect(shareOf(() => tellsApart(areas(), onOrders))).toBeLessThan(allowed);
  }, 300_000);

  test('cannot be told apart in at least 95% of draws, by their waits', () => {
    const areas = () => waiting(3600, 3600, 3600, 3600, 3600);
    expect(shareOf(() => tellsApart(areas(), onResponse))).toBeLessThan(allowed);
  }, 300_000);
});

describe('a panel of waits', () => {
  const reply = ask(waiting(3600, 7200, 3500, 3700, 3600), {}, waiting(3600, 3600, 3600, 3600, 3600));
  const { main } = reply;

  test('flags the one area that is slower, and says so in its title', () => {
    expect(main.areas.map(({ flag }) => flag.side)).toEqual([null, 'higher', null, null, null]);
    expect(main.areas[1]?.flag.word).toBe('worse');
    expect(main.findings.areas.statement).toMatch(
      /^Area B is \d+\.\d minutes slower than the other areas, by more/,
    );
  });

  test('keeps the order of the force, whatever the values', () => {
    expect(main.areas.map(({ area }) => area)).toEqual([...areaCodes]);
    expect(main.toldApart.places.map(({ area }) => area)).toEqual([...areaCodes]);
  });

  test('has no funnel, and says why', () => {
    expect(main.funnel).toBeNull();
    expect(main.funnelAbsent?.reason).toBe('not-a-share');
  });

  test('narrows the places of the slower area and says which are left', () => {
    expect(main.toldApart.answer).toBe('yes');
    expect(main.toldApart.places[1]).toEqual({ area: 'B', from: 1, to: 1 });
    expect(main.toldApart.sentences.join(' ')).toContain('Area B first');
  });

  test('sets each area against its own year before', () => {
    expect(main.areas.map(({ change }) => change.side)).toEqual([null, 'higher', null, null, null]);
    expect(main.findings.change.statement).toMatch(/^Area B slower than a year earlier by more than chance/);
  });
});

describe('a panel of counts', () => {
  const reply = orders(issuing([3, 400], [40, 400], [5, 380], [4, 410], [6, 390]));

  test('compares rates per crime of their own population', () => {
    const { main } = reply;
    expect(main.per).toBe('domestic abuse crime recorded');
    expect(main.areas[1]?.flag).toMatchObject({ side: 'higher', word: 'higher', comparison: 'ratio' });
    expect(main.funnel).toMatchObject({ unit: 'per-100', denominatorText: 'Domestic abuse crimes recorded' });
    expect(main.funnel?.points[1]).toMatchObject({ numerator: 40, denominator: 400, value: 10 });
    expect(main.funnel?.baseline).toBeCloseTo((100 * 58) / 1980, 12);
  });

  test('stands in the strips outside the range that chance explains', () => {
    const row = reply.strips.groups.flatMap(({ rows }) => rows).find(({ id }) => id === 'dvpn');
    expect(row?.cells[1]).toMatchObject({ beyond: 0.998, side: 'right', centre: 1 });
    expect(row?.cells[1]?.text).toMatch(
      /^40, 8\.\d\d times the rate of the other areas per domestic abuse crime/,
    );
    expect(row?.cells[0]).toMatchObject({ beyond: 0.95, side: 'left' });
  });
});

describe('a panel of shares', () => {
  const parts = [share(200, 160), share(220, 170), share(180, 120), share(240, 190), share(210, 160)];
  // Satisfaction lags the page by three months, so its cases are put there.
  const release = areaRelease([], parts);
  const reply = getComparison(release, { ...onSatisfaction, to: '2023-02' });

  test('shows the latest month that is complete, and says how far it lags', () => {
    expect(reply.main).toMatchObject({ period: '2022-11', lagMonths: 3 });
  });

  test('nests the two areas of the later set exactly in the five', () => {
    const two = getComparison(release, { ...onSatisfaction, to: '2023-02', areaSet: 'TWO' });
    const counts = two.main.areas.map(({ point }) => [point.numerator, point.denominator]);
    expect(counts).toEqual([
      [330, 420],
      [470, 630],
    ]);
    expect(two.main.whole).toEqual(reply.main.whole);
    expect(two.areaSets.map(({ id, label, shown }) => [id, label, shown])).toEqual([
      ['FIVE', 'Five local policing areas', false],
      ['TWO', 'Two local policing areas', true],
    ]);
  });
});

describe('where there is little to go by', () => {
  const reply = orders(issuing([0, 0], [2, 50], [0, 40], [1, 45], [0, 30]));

  test('an area without crimes is left out of the funnel, and says so', () => {
    expect(reply.main.funnel?.points.map(({ area }) => area)).toEqual(['B', 'C', 'D', 'E']);
    expect(reply.main.areas[0]?.flag.absent).toBe('no-cases');
    expect(reply.main.toldApart.places[0]).toEqual({ area: 'A', from: null, to: null });
  });

  test('no events at all is no variation, not a line at nothing', () => {
    const none = orders(issuing([0, 40], [0, 50], [0, 40], [0, 45], [0, 30]));
    expect(none.main.funnelAbsent?.reason).toBe('no-variation');
    expect(none.main.toldApart).toMatchObject({ answer: 'no-answer', absent: { reason: 'no-variation' } });
  });

  test('a single area has nothing to be compared with', () => {
    const one = ask(waiting(3600, 3600), { area: 'A' });
    expect(one.areas.map(({ code }) => code)).toEqual(['A1']);
    expect(one.main.areas[0]?.flag.absent).toBe('no-other-areas');
    expect(one.main.toldApart.absent?.reason).toBe('no-other-areas');
    expect(one.title).toBe('One district, and what chance can explain');
  });

  test('an area without parts is refused, naming those that have some', () => {
    const fault = faultOf(() => ask(waiting(3600), { area: 'A1' }));
    expect(fault).toMatchObject({ code: 'no-parts', parameter: 'area' });
    expect(fault?.valid).toEqual(['force', 'A', 'B', 'C', 'D', 'E']);
  });

  test('a period before the data has no figure and no comparison, and says why', () => {
    const early = ask(waiting(3600, 3600), { grain: 'rolling-12', to: '2022-01' });
    expect(early.main.absent?.reason).toBe('not-collected');
    expect(early.main.areas.map(({ flag }) => flag.absent)).toEqual(areaCodes.map(() => 'not-collected'));
    expect(early.main.findings.areas.statement).toContain('areas are not compared');
  });

  test('a second measure that is not divided by area says so', () => {
    const { second } = ask(waiting(3600, 3600), { second: 'cps.overdue' });
    expect(second?.funnelAbsent?.reason).toBe('not-by-area');
    expect(second?.toldApart.answer).toBe('no-answer');
  });

  test('no second measure is a stated choice', () => {
    expect(ask(waiting(3600, 3600)).secondAbsent?.reason).toBe('not-asked');
  });

  test.each([
    ['no rows at all', () => ask([])],
    ['a single wait', () => ask([{ ...noCases, waits: [60] }])],
    ['zero denominators', () => reply],
    ['one answer in two areas', () => ask([share(1, 1), share(1, 0)], { second: 'satisfaction.overall' })],
    ['a page of an empty area', () => getAreaPage(areaRelease([]), 'A', {})],
    ['a page of the force', () => getAreaPage(areaRelease(waiting(3600, 9000)), 'E23000016', {})],
  ])('gives no number that is none for %s', (_, answer) => {
    expect(unfitNumbers(answer())).toEqual([]);
  });
});

describe('the parameters', () => {
  test.each([
    ['an unknown grain', { grain: 'financial-year-to-date' }, 'grain'],
    ['an unknown month', { to: '2019-01' }, 'to'],
    ['an unknown set', { areaSet: 'THREE' }, 'areaSet'],
    ['an unknown second measure', { second: 'response.nothing' }, 'second'],
    ['a span', { from: '2023-01' }, 'from'],
    ['an unknown area', { area: 'Z' }, 'area'],
  ])('refuse %s, naming the parameter', (_, query, parameter) => {
    expect(faultOf(() => ask(waiting(3600, 3600), query))?.parameter).toBe(parameter);
  });

  test('may be left out: a usual measure is compared', () => {
    const { main, second, grain } = getComparison(areaRelease(waiting(3600, 3600)), {});
    expect([main.metric, second?.metric, grain]).toEqual([
      'response.within-target',
      'satisfaction.overall',
      'rolling-3',
    ]);
  });

  test('take a period of the grain as well as a month', () => {
    expect(ask(waiting(3600, 3600), { grain: 'rolling-3', to: 'P3M/2023-10' }).main.period).toBe(
      'P3M/2023-10',
    );
    expect(ask(waiting(3600, 3600), { grain: 'quarter', to: '2023-11' }).main.period).toBe('2023/24-Q2');
  });
});

function faultOf(ask: () => unknown): QueryProblem | null {
  try {
    ask();
    return null;
  } catch (error) {
    if (error instanceof QueryProblem) return error;
    throw error;
  }
}
