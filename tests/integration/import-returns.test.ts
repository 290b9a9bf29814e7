import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forceCodeOf, isTotalName } from '../../server/src/ingest/feeds/returns/force-names.ts';
import { type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const isShared = existsSync(shared);
const areas = fileURLToPath(new URL('../../seeds/reference/areas.csv', import.meta.url));
const why = isShared ? '' : ' (skipped: ../shared/data is not here)';

let kit: ImportKit;
beforeAll(async () => {
  kit = await openImportKit([]);
  await kit.importFile('areas', areas);
});
beforeEach(() => kit.reset());
afterAll(() => kit?.drop());

const header =
  'measure,force_code,area_code,period,dim_offence_group,dim_outcome,numerator,denominator,source,published_on';
const row = (outcome: string, numerator: number, group = 'rape', published = '2022-07-21'): string =>
  `published.outcome-share,E23000016,,2021/22,${group},${outcome},${numerator},100,Home Office,${published}`;

describe('returns', () => {
  test('keep members with sorted names, as on the wire, and the first month of the period', async () => {
    await kit.importText('returns', [header, row('15', 5).replace(',2021/22,', ',2022-Q1,')]);
    expect(await kit.rows('select area_code, period, dimensions, month, numerator from fact_return')).toEqual(
      [
        {
          area_code: 'E23000016',
          period: '2021/22-Q4',
          dimensions: 'offenceGroup=rape&outcome=15',
          month: '2022-01',
          numerator: 5,
        },
      ],
    );
  });

  test('keep the latest publication current, in one file and over files', async () => {
    const both = await kit.importText('returns', [header, row('1', 5), row('1', 6, 'rape', '2023-07-20')]);
    expect(both).toMatchObject({
      accepted: 1,
      leftOut: 1,
      refused: 0,
      warningsByCode: { 'older-publication': 1 },
    });
    const older = await kit.importText('returns', [header, row('1', 4, 'rape', '2021-07-20')]);
    expect(older).toMatchObject({ accepted: 0, updated: 0, leftOut: 1 });
    const newer = await kit.importText('returns', [header, row('1', 7, 'rape', '2024-07-20')]);
    expect(newer).toMatchObject({ updated: 1 });
    expect(await kit.rows('select numerator from fact_return where to_batch is null')).toEqual([
      { numerator: 7 },
    ]);
  });

  test('leave out a total among its parts, by name, and only warn of equal sums', async () => {
    const groups = ['rape', 'stalking', 'harassment'].map((group, index) => row('1', index + 1, group));
    const named = await kit.importText('returns', [header, ...groups, row('1', 6, 'Total')]);
    expect(named).toMatchObject({
      rows: 4,
      accepted: 3,
      leftOut: 1,
      warningsByCode: { 'total-left-out': 1 },
    });
    const unnamed = await kit.importText('returns', [header, ...groups, row('1', 6, 'other')]);
    expect(unnamed).toMatchObject({ leftOut: 0, accepted: 1, warningsByCode: { 'looks-like-total': 1 } });
  });

  test('keep a row with a total-like name that has too few siblings', async () => {
    const report = await kit.importText('returns', [header, row('1', 1, 'rape'), row('1', 2, 'total')]);
    expect(report).toMatchObject({ accepted: 2, leftOut: 0 });
  });

  test('take a negative quarter of published counts', async () => {
    const report = await kit.importText('returns', [header, row('1', -2).replace('2021/22', '2021/22-Q2')]);
    expect(report).toMatchObject({ accepted: 1, refused: 0 });
  });
});

describe('an offence group of a return', () => {
  test('that no feed has is kept, and warned about once', async () => {
    const report = await kit.importText('returns', [
      header,
      row('1', 1),
      row('1', 2, 'staking'),
      row('15', 2, 'staking'),
    ]);
    expect(report).toMatchObject({ accepted: 3, refused: 0, warningsByCode: { 'new-member': 1 } });
  });
});

describe('names of forces', () => {
  test.each([
    ['London, City of', 'E23000034'],
    ['City of London Police', 'E23000034'],
    ['Metropolitan Police Service', 'E23000001'],
    ['Hampshire and Isle of Wight', 'E23000030'],
    ['Devon & Cornwall', 'E23000035'],
    ['DYFED-POWYS', 'W15000004'],
    ['West  Mercia Constabulary', 'E23000016'],
    ['British Transport Police', 'BTP'],
    ['Ruritania', null],
  ])('%s is %s', (name, code) => expect(forceCodeOf(name)).toBe(code));

  test('of totals are known', () => {
    expect(['All forces', 'ENGLAND AND WALES', 'Kent'].map(isTotalName)).toEqual([true, true, false]);
  });
});

const bbc = [
  'Police force name,Financial year,Total number of all stalking outcomes,Charge outcomes',
  'Case dropped because of evidential difficulties - victim supports action',
  "Case dropped because of evidential difficulties - victim doesn't support action",
  'Charge outcomes (as percentage of all outcomes)',
  'Case dropped because of evidential difficulties - victim supports action (as percentage of all outcomes)',
  "Case dropped because of evidential difficulties - victim doesn't support action (as percentage of all outcomes)",
].join(',');

describe('a published file of the BBC Shared Data Unit', () => {
  test('is known by its header; wrong percentages are not read, the total row is left out', async () => {
    const report = await kit.importText('returns', [
      bbc,
      'All forces,2021/22,30,3,9,15,10.0%,30.0%,50.0%',
      'Kent,2021/22,20,2,6,10,30.0%,30.0%,50.0%',
      '"London, City of",2021/22,10,1,3,5,10.0%,30.0%,50.0%',
    ]);
    expect(report).toMatchObject({
      parser: 'bbc-stalking-outcomes',
      rows: 7,
      accepted: 6,
      leftOut: 1,
      refused: 0,
    });
    expect(report.warningsByCode).toEqual({ 'total-left-out': 1, 'percentages-ignored': 1 });
    expect(report.warnings[1].message).toContain('1 of 3 rows');
  });

  test('has its rows refused whole where parts exceed the total or the force is unknown', async () => {
    const report = await kit.importText('returns', [
      bbc,
      'Kent,2021/22,20,12,6,10,30.0%,30.0%,50.0%',
      'Ruritania,2021/22,20,2,6,10,30.0%,30.0%,50.0%',
    ]);
    expect(report).toMatchObject({ rows: 2, accepted: 0, refused: 2 });
    expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'identity-broken'],
      [3, 'unknown-force'],
    ]);
  });

  test('is warned about when its total is not that of its forces', async () => {
    const report = await kit.importText('returns', [
      bbc,
      'All forces,2021/22,31,3,9,15,10.0%,30.0%,50.0%',
      'Kent,2021/22,20,2,6,10,10.0%,30.0%,50.0%',
    ]);
    expect(report.warningsByCode['total-differs']).toBe(1);
  });

  test('is refused when its parser is asked for and its columns are others', async () => {
    const report = await kit.importText('returns', [header, row('1', 5)], {
      parser: 'bbc-stalking-outcomes',
    });
    expect(report.status).toBe('refused');
    expect(report.problems.map(({ code }) => code)).toContain('missing-column');
  });
});

describe('a Home Office file of outcomes by quarter', () => {
  const types = ['t1', 't2', 't3', 't6', 't7', 't8', 't22', 'oocd', 'positive', 'assigned'];
  const columns = [
    'force',
    'fy',
    'quarter',
    ...['closed', 'recorded'].flatMap((basis) => types.map((type) => `${basis}_${type}`)),
  ];
  const counts = '10,1,1,1,1,1,1,6,16,100';

  test('gives both bases, and has a row refused whole where its identities do not hold', async () => {
    const report = await kit.importText('returns', [
      columns.join(','),
      `West Mercia,2021/22,1,${counts},${counts}`,
      `West Mercia,2021/22,2,${counts},10,1,1,1,1,1,1,7,16,100`,
    ]);
    expect(report).toMatchObject({ parser: 'ho-outcomes-quarter', accepted: 14, refused: 1 });
    expect(report.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'recorded_oocd', 'identity-broken'],
      [3, 'recorded_positive', 'identity-broken'],
    ]);
  });
});

describe.skipIf(!isShared)(`the real published files${why}`, () => {
  const counts = `select sum(numerator)::int as n, sum(denominator)::int as d from fact_return
    where to_batch is null and period = $1 and dimensions = $2 and ($3::text is null or force_code = $3)`;
  const stalking = (outcome: number): string => `basis=closed&offenceGroup=stalking&outcome=${outcome}`;

  test('stalking outcomes by force recompute as published', async () => {
    const report = await kit.importFile('returns', `${shared}bbc_stalking_outcomes_by_force_2014-22.csv`);
    expect(report).toMatchObject({ rows: 931, accepted: 924, leftOut: 7, refused: 0 });
    const [all, home] = [null, 'E23000016'].map((force) =>
      Promise.all(
        [1, 15, 16].map(
          async (outcome) => (await kit.rows(counts, ['2021/22', stalking(outcome), force]))[0],
        ),
      ),
    );
    expect(await all).toEqual([
      { n: 5948, d: 99302 },
      { n: 30294, d: 99302 },
      { n: 55190, d: 99302 },
    ]);
    expect(await home).toEqual([
      { n: 95, d: 2299 },
      { n: 590, d: 2299 },
      { n: 1531, d: 2299 },
    ]);
    expect(
      await kit.rows(
        "select count(distinct force_code)::int as forces, count(*) filter (where period = '2017/18')::int as missing from fact_return",
      ),
    ).toEqual([{ forces: 44, missing: 0 }]);
  });

  test('all crime of the home force by quarter recomputes on the closed basis', async () => {
    const report = await kit.importFile('returns', `${shared}ho_west_mercia_quarter.csv`);
    expect(report).toMatchObject({ rows: 672, accepted: 672, refused: 0, parser: 'ho-outcomes-quarter' });
    const shares = await kit.rows(
      `select left(period, 7) as year, round(100.0 * sum(numerator) / sum(denominator), 1)::float8 as charged, count(*)::int as quarters
       from fact_return where dimensions = 'basis=closed&offenceGroup=all-crime&outcome=1' and left(period, 7) = any($1)
       group by 1 order by 1`,
      [['2014/15', '2022/23', '2025/26']],
    );
    expect(shares).toEqual([
      { year: '2014/15', charged: 17.1, quarters: 4 },
      { year: '2022/23', charged: 7.4, quarters: 4 },
      { year: '2025/26', charged: 11.8, quarters: 4 },
    ]);
  });
});
