import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, lastDay } from '../../server/src/ingest/period.ts';
import { addMonths } from '../../server/src/stats/time/calendar.ts';
import { londonDate } from '../../server/src/stats/time/london.ts';
import { fixture, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

let kit: ImportKit;
beforeAll(async () => {
  kit = await openImportKit();
});
beforeEach(() => kit.reset());
afterAll(() => kit?.drop());

const header = 'incident_ref,area_code,received_at,final_grade,domestic_abuse';
const one = 'I1,N1,2023-05-01T10:00:00Z,1,true';
const two = 'I2,N2,2023-06-01T10:00:00Z,1,true';
const three = 'I3,S1,2023-06-02T10:00:00Z,2,false';
const current =
  'select incident_ref as ref, area_code as area, final_grade as grade, from_batch as since from fact_incident where to_batch is null order by 1';

const importIncidents = (rows: string[], options = {}) =>
  kit.importText('incidents', [header, ...rows], options);

describe('the same key again', () => {
  test('with other content ends the old version and adds a new one', async () => {
    const first = await importIncidents([one, two]);
    const second = await importIncidents([one.replace(',1,', ',2,'), two, three]);
    expect(second).toMatchObject({ rows: 3, accepted: 1, updated: 1, unchanged: 1, refused: 0 });
    const versions = await kit.rows(
      "select final_grade as grade, from_batch, to_batch from fact_incident where incident_ref = 'I1' order by from_batch",
    );
    expect(versions).toEqual([
      { grade: '1', from_batch: first.batchId, to_batch: second.batchId },
      { grade: '2', from_batch: second.batchId, to_batch: null },
    ]);
  });

  test('with the same content changes nothing', async () => {
    await importIncidents([one, two]);
    const again = await importIncidents([two, one]);
    expect(again).toMatchObject({
      status: 'applied',
      accepted: 0,
      updated: 0,
      unchanged: 2,
      touchedCells: 0,
    });
  });

  test('within one file counts once when it is identical', async () => {
    const report = await importIncidents([one, two, one, one]);
    expect(report).toMatchObject({ rows: 4, accepted: 2, repeated: 2, refused: 0 });
  });

  test('in the same bytes is recognised, and the file is not read again', async () => {
    const first = await importIncidents([one]);
    const again = await importIncidents([one]);
    expect(again).toMatchObject({ status: 'unchanged', batchId: first.batchId, sha256: first.sha256 });
    expect(await kit.rows("select count(*)::int as batches from batch where feed = 'incidents'")).toEqual([
      { batches: 1 },
    ]);
  });

  test('in the same bytes is applied when it is asked for differently', async () => {
    await importIncidents([one]);
    const again = await importIncidents([one], { covers: '2023-04..2023-05' });
    expect(again).toMatchObject({
      status: 'applied',
      unchanged: 1,
      coverage: { from: '2023-04', to: '2023-05' },
    });
  });
});

describe('imports at the same time', () => {
  test('wait for each other, and none is lost', async () => {
    const files = Array.from({ length: 4 }, (_, n) => [
      one.replace('I1', `J${n}`),
      two.replace(',1,', n % 2 ? ',1,' : ',2,'),
    ]);
    const reports = await Promise.all(files.map((rows) => importIncidents(rows)));
    expect(reports.map(({ status, refused }) => [status, refused])).toEqual(files.map(() => ['applied', 0]));
    const numbers = await kit.rows("select batch_id from batch where feed = 'incidents' order by applied_at");
    expect(numbers.map(({ batch_id }) => batch_id)).toEqual(
      reports.map(({ batchId }) => Number(batchId)).sort((a, b) => a - b),
    );
    expect(await kit.rows('select count(*)::int as facts from fact_incident where to_batch is null')).toEqual(
      [{ facts: 5 }],
    );
  });
});

describe('cells touched', () => {
  const touched = 'select area_code, month from batch_touch where batch_id = $1 order by 1, 2';

  test('are those of the old and of the new version', async () => {
    await importIncidents([one, two]);
    const moved = await importIncidents(['I1,S1,2023-07-01T10:00:00Z,1,true', two]);
    expect(await kit.rows(touched, [moved.batchId])).toEqual([
      { area_code: 'N1', month: '2023-05' },
      { area_code: 'S1', month: '2023-07' },
    ]);
  });

  test('are all those of a referral whose series gains an event', async () => {
    const events = 'referral_ref,area_code,flag,kind,event,event_on';
    await kit.importText('referrals', [
      events,
      'F1,N1,rape,charging_decision,submitted,2023-03-01',
      'F2,N2,rape,charging_decision,submitted,2023-03-01',
    ]);
    const decided = await kit.importText('referrals', [
      events,
      'F1,N1,rape,charging_decision,decided,2023-06-01',
    ]);
    expect(await kit.rows(touched, [decided.batchId])).toEqual([
      { area_code: 'N1', month: '2023-03' },
      { area_code: 'N1', month: '2023-06' },
    ]);
  });

  test('are none of a reference feed', async () => {
    expect(await kit.rows('select count(*)::int as cells from batch_touch')).toEqual([{ cells: 0 }]);
  });
});

describe('replacing a period', () => {
  test('retires the keys of that period that the file does not have, and no others', async () => {
    await importIncidents([one, two, three]);
    const report = await importIncidents([three], { replacePeriod: '2023-06' });
    expect(report).toMatchObject({ retired: 1, unchanged: 1, accepted: 0 });
    expect((await kit.rows(current)).map(({ ref }) => ref)).toEqual(['I1', 'I3']);
    expect(
      await kit.rows("select count(*)::int as kept from fact_incident where incident_ref = 'I2'"),
    ).toEqual([{ kept: 1 }]);
  });

  test('keeps to the areas declared, with all that lies in them', async () => {
    await importIncidents([two, three]);
    const report = await importIncidents(['I4,N1,2023-06-03T10:00:00Z,1,true'], {
      replacePeriod: '2023-06',
      areas: ['N'],
    });
    expect(report).toMatchObject({ retired: 1, accepted: 1, coverage: { areas: ['N', 'N1', 'N2'] } });
    expect((await kit.rows(current)).map(({ ref }) => ref)).toEqual(['I3', 'I4']);
  });

  test('does not retire a key whose row was refused', async () => {
    await importIncidents([two, three]);
    const report = await importIncidents(['I2,N2,2023-06-01T10:00:00Z,9,true', three], {
      replacePeriod: '2023-06',
    });
    expect(report).toMatchObject({ refused: 1, retired: 0 });
  });

  test('of returns keeps to the areas of the file', async () => {
    const columns = 'measure,force_code,period,dim_outcome,numerator,source,published_on';
    const share = (force: string, outcome: string): string =>
      `published.outcome-share,${force},2021/22,${outcome},5,Home Office,2022-07-21`;
    await kit.importText('returns', [
      columns,
      share('E23000016', '1'),
      share('E23000016', '15'),
      share('BTP', '1'),
    ]);
    const report = await kit.importText('returns', [columns, share('E23000016', '1')], {
      replacePeriod: '2021/22',
    });
    expect(report).toMatchObject({ retired: 1, unchanged: 1 });
  });

  test('of a quarter takes its three months', async () => {
    await importIncidents([one, two]);
    const report = await importIncidents([three], { replacePeriod: '2023/24-Q1' });
    expect(report).toMatchObject({ retired: 2, accepted: 1, coverage: { from: '2023-04', to: '2023-06' } });
  });
});

describe('coverage', () => {
  const declared =
    'select area_code as area, from_month as "from", to_month as "to", held_to, to_batch is null as holds from coverage order by coverage_id';

  test('runs from the first to the last month of the rows, for every area', async () => {
    const report = await importIncidents([one, 'I9,N1,2023-08-31T22:59:00Z,1,true']);
    expect(await kit.rows(declared)).toEqual([
      { area: null, from: '2023-05', to: '2023-08', held_to: '2023-08-31', holds: true },
    ]);
    expect(report.warningsByCode).toEqual({ 'empty-months': 1 });
  });

  test('does not warn of empty months that were covered before', async () => {
    await importIncidents([one], { covers: '2023-01..2023-12' });
    const late = await importIncidents([
      'I8,N1,2023-02-01T10:00:00Z,1,true',
      'I9,N1,2023-08-01T10:00:00Z,1,true',
    ]);
    expect(late.warningsTotal).toBe(0);
  });

  test('can be declared to a day of a month in progress, and for some areas', async () => {
    const report = await importIncidents([one], { covers: '2023-04..2023-06-15', areas: ['S', 'N1'] });
    expect(report.warningsTotal).toBe(0);
    expect(await kit.rows(declared)).toEqual(
      ['N1', 'S', 'S1'].map((area) => ({
        area,
        from: '2023-04',
        to: '2023-06',
        held_to: '2023-06-15',
        holds: true,
      })),
    );
  });

  test('can be declared where there are no rows: none is then a zero', async () => {
    const report = await importIncidents([], { covers: '2023-05' });
    expect(report).toMatchObject({
      status: 'applied',
      rows: 0,
      coverage: { from: '2023-05', to: '2023-05' },
    });
  });

  test('is not made up where there are no rows and none is declared', async () => {
    const report = await importIncidents([]);
    expect(report).toMatchObject({ coverage: null, warningsByCode: { 'no-rows': 1 } });
  });

  test('warns of rows outside what is declared, and keeps them', async () => {
    const report = await importIncidents([one, two], { covers: '2023-05' });
    expect(report).toMatchObject({ accepted: 2, warningsByCode: { 'outside-coverage': 1 } });
  });

  test('is not stretched by a mistyped year', async () => {
    const report = await importIncidents([one, 'I9,N1,2093-05-01T10:00:00Z,1,true']);
    expect(report).toMatchObject({
      accepted: 2,
      coverage: { from: '2023-05', to: '2023-05' },
      warningsByCode: { 'in-future': 1 },
    });
  });

  describe('in the month that is not over', () => {
    const today = londonDate(Date.now());
    const thisMonth = today.slice(0, 7);
    const first = `${thisMonth}-01`;
    const crime = `crime_ref,area_code,recorded_on,offence_group,domestic_abuse\nC1,N1,${first},rape,false`;
    const importCrime = (options = {}) => kit.importText('crimes', crime.split('\n'), options);

    test.runIf(today < lastDay(thisMonth))('is held to its latest row, and warned about', async () => {
      const report = await importCrime();
      expect(report).toMatchObject({
        coverage: { from: thisMonth, to: thisMonth, heldTo: first },
        warningsByCode: { 'month-in-progress': 1 },
      });
      expect(await importCrime({ covers: thisMonth })).toMatchObject({
        coverage: { heldTo: first },
        warningsByCode: { 'month-in-progress': 1 },
      });
    });

    test('is held to the day declared', async () => {
      const report = await importCrime({ covers: `${thisMonth}..${today}` });
      expect(report).toMatchObject({ coverage: { heldTo: today }, warningsByCode: {} });
    });

    test.each([`${thisMonth}..${addMonths(thisMonth, 1)}`, `${thisMonth}..${addDays(today, 1)}`])(
      'cannot be declared to days to come: %s',
      async (covers) => {
        await expect(importCrime({ covers })).rejects.toThrow('which is still to come');
      },
    );
  });

  test('warns of rows outside the areas declared, and keeps them', async () => {
    const report = await importIncidents([one], { areas: ['S'] });
    expect(report).toMatchObject({ accepted: 1, warningsByCode: { 'outside-coverage': 1 } });
    expect(report.warnings[0].message).toContain('1 rows are of areas that --areas does not name (N1)');
  });

  test('cannot leave out a period that is replaced', async () => {
    const asked = importIncidents([one], { covers: '2023-05', replacePeriod: '2023/24-Q1' });
    await expect(asked).rejects.toThrow('--replace-period retires rows of 2023-04');
  });

  test('of returns is that of their rows: a year nobody published is not a zero', async () => {
    await kit.importText('returns', [
      'measure,force_code,period,numerator,source,published_on',
      ...['2015/16', '2016/17', '2018/19'].map(
        (year) => `published.outcome-share,E23000014,${year},5,Home Office,2022-07-21`,
      ),
    ]);
    expect(await kit.rows(declared)).toEqual([
      { area: 'E23000014', from: '2015-04', to: '2017-03', held_to: '2017-03-31', holds: true },
      { area: 'E23000014', from: '2018-04', to: '2019-03', held_to: '2019-03-31', holds: true },
    ]);
  });
});

describe('undo', () => {
  test('restores the versions before a batch, and its coverage', async () => {
    const first = await importIncidents([one, two]);
    const second = await importIncidents([one.replace(',1,', ',2,'), three], { replacePeriod: '2023-06' });
    const undone = await kit.undo(second.batchId as number);
    expect(undone).toMatchObject({ undoes: second.batchId, removed: 2, restored: 2, touchedCells: 3 });
    const now = await kit.rows(current);
    expect(now.map(({ ref, grade }) => [ref, grade])).toEqual([
      ['I1', '1'],
      ['I2', '1'],
    ]);
    const coverage = await kit.rows('select from_batch from coverage where to_batch is null');
    expect(coverage).toEqual([{ from_batch: first.batchId }]);
  });

  test('can itself be undone, and the batch beneath can be undone after it', async () => {
    const first = await importIncidents([one]);
    const second = await importIncidents([one.replace(',1,', ',2,')]);
    const undone = await kit.undo(second.batchId as number);
    const redone = await kit.undo(undone.batchId);
    expect(await kit.rows(current)).toMatchObject([{ ref: 'I1', grade: '2', since: redone.batchId }]);
    await kit.undo(second.batchId as number);
    expect(await kit.rows(current)).toMatchObject([{ ref: 'I1', grade: '1' }]);
    await kit.undo(first.batchId as number);
    expect(await kit.rows(current)).toEqual([]);
    expect(await kit.rows('select 1 from coverage where to_batch is null')).toEqual([]);
  });

  test('is refused when a later batch changed the same rows, naming it', async () => {
    const first = await importIncidents([one]);
    const second = await importIncidents([one.replace(',1,', ',2,')]);
    await expect(kit.undo(first.batchId as number)).rejects.toThrow(`(${second.batchId})`);
  });

  test('is allowed when later batches changed other rows', async () => {
    const first = await importIncidents([one]);
    await importIncidents([two]);
    await kit.undo(first.batchId as number);
    expect((await kit.rows(current)).map(({ ref }) => ref)).toEqual(['I2']);
  });

  test('is refused twice, and for a batch that is not there', async () => {
    const first = await importIncidents([one]);
    const undone = await kit.undo(first.batchId as number);
    await expect(kit.undo(first.batchId as number)).rejects.toThrow(`by batch ${undone.batchId}`);
    await expect(kit.undo(999)).rejects.toThrow('There is no batch 999');
  });

  test('restores a reference list', async () => {
    const types = 'code,label,parent_code';
    await kit.importText('outcome-types', [types, '1,Charged,', '15B,Sub-code,15']);
    const wrong = await kit.importText('outcome-types', [types, '1,Charged by mistake,']);
    await kit.undo(wrong.batchId as number);
    expect(
      await kit.rows('select code, label from outcome_type where to_batch is null order by code'),
    ).toEqual([
      { code: '1', label: 'Charged' },
      { code: '15B', label: 'Sub-code' },
    ]);
  });

  test('lets the same file in again', async () => {
    const first = await importIncidents([one]);
    await kit.undo(first.batchId as number);
    expect(await importIncidents([one])).toMatchObject({ status: 'applied', accepted: 1 });
  });
});

describe('a dry run', () => {
  test('reports all and keeps nothing', async () => {
    const report = await importIncidents([one, 'I2,NOWHERE,2023-06-01T10:00:00Z,1,true'], { dryRun: true });
    expect(report).toMatchObject({ status: 'dry-run', batchId: null, accepted: 1, refused: 1 });
    const kept = await kit.rows(
      "select (select count(*)::int from fact_incident) as facts, (select count(*)::int from batch where feed = 'incidents') as batches, (select count(*)::int from import_attempt where feed = 'incidents') as attempts",
    );
    expect(kept).toEqual([{ facts: 0, batches: 0, attempts: 0 }]);
  });
});

describe('real and synthetic rows', () => {
  test('real ones are refused where the demonstration is, naming what to do', async () => {
    const demonstration = await openImportKit([]);
    for (const feed of ['areas', 'grades']) {
      await demonstration.importFile(feed, fixture(`reference/${feed}.csv`), { synthetic: true });
    }
    const file = fixture('accepted/incidents.plain.csv');
    expect(await demonstration.importFile('incidents', file, { synthetic: true })).toMatchObject({
      status: 'applied',
    });
    const orders = fixture('accepted/orders.windows-1252.csv');
    const real = await demonstration.importFile('orders', orders);
    await demonstration.drop();
    expect(real.problems).toMatchObject([{ code: 'real-and-synthetic' }]);
    expect(real.message).toContain('SEED=none DATA_DIR=… npm start');
  });

  test('synthetic ones are refused where real ones are', async () => {
    await importIncidents([one]);
    const report = await importIncidents([two], { synthetic: true });
    expect(report.problems).toMatchObject([{ code: 'real-and-synthetic' }]);
  });
});

describe('a request that makes no sense', () => {
  test.each([
    ['incidents', { covers: '2023-13' }, '--covers'],
    ['incidents', { covers: '2023-06..2023-05' }, '--covers'],
    ['incidents', { replacePeriod: '2023' }, '--replace-period'],
    ['incidents', { areas: ['NOWHERE'] }, 'NOWHERE'],
    ['incidents', { parser: 'bbc-stalking-outcomes' }, 'parsers'],
    ['areas', { covers: '2023-05' }, 'reference'],
    ['weather', {}, 'There is no feed'],
  ])('%s with %o is said to be wrong', async (feed, options, words) => {
    await expect(kit.importText(feed, [header, one], options)).rejects.toThrow(words);
  });
});
