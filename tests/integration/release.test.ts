import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMonths, monthRange } from '../../server/src/metrics/periods.ts';
import { getMeasure } from '../../server/src/read-models/get-measure.ts';
import { getSeries } from '../../server/src/read-models/get-series.ts';
import { draftRelease } from '../../server/src/releases/draft.ts';
import { publishRelease } from '../../server/src/releases/publish.ts';
import { openReleaseStore, type ReleaseStore } from '../../server/src/releases/store.ts';
import { verifyReleases } from '../../server/src/releases/verify.ts';
import { withdrawRelease } from '../../server/src/releases/withdraw.ts';
import { homeForce, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

let kit: ImportKit;
let stores: ReleaseStore[];
beforeEach(async () => {
  kit = await openImportKit();
  stores = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  await kit?.drop();
});

const header = 'incident_ref,area_code,received_at,final_grade,domestic_abuse';
const may = 'I1,N1,2023-05-01T10:00:00Z,1,true';
const june = 'I2,N2,2023-06-01T10:00:00Z,1,true';
const south = 'I3,S1,2023-06-02T10:00:00Z,2,false';

const importIncidents = (rows: string[], options = {}) =>
  kit.importText('incidents', [header, ...rows], options);
const publish = () => publishRelease({ db: kit.db, force: homeForce });
const open = async (pool = kit.pool): Promise<ReleaseStore> => {
  const store = await openReleaseStore({ db: kit.db, pool, force: homeForce, notify: () => undefined });
  stores.push(store);
  return store;
};
/** Incidents per month of one release, from the first month to the last. */
const countsOf = (store: ReleaseStore, number: number): (number | null)[] => {
  const release = store.get(number);
  if (!release) throw new Error(`no release ${number}`);
  return getSeries(release, { metric: 'response.volume' }).series[0].points.map(({ value }) => value);
};
const cellsOf = (release: number) =>
  kit.rows(
    `select cell_id, cube, area_code, month, sha256 from cell
     where from_release <= $1 and (to_release is null or to_release > $1) order by cube, area_code, month`,
    [release],
  );
const placesOf = async (release: number) =>
  (await cellsOf(release)).map(({ area_code, month }) => `${area_code} ${month}`);

describe('a release', () => {
  test('is made from the applied batches where no draft is open', async () => {
    await importIncidents([may, june, south]);
    const first = await publish();
    expect(first).toMatchObject({ number: 1, dataTo: '2023-06-30', cells: 3, changedCells: 3 });
    expect(await placesOf(1)).toEqual(['N1 2023-05', 'N2 2023-06', 'S1 2023-06']);
    expect(countsOf(await open(), 1)).toEqual([1, 2]);
  });

  test('is as at its draft: what is imported afterwards waits for the next', async () => {
    await importIncidents([may]);
    const draft = await kit.db.transaction().execute((trx) => draftRelease(trx, homeForce));
    await importIncidents([may.replace(',1,', ',2,'), june]);
    const first = await publish();
    const second = await publish();
    expect([first.dataTo, second.dataTo]).toEqual([draft.dataTo, '2023-06-30']);
    const store = await open();
    expect(countsOf(store, 1)).toEqual([1]);
    expect(countsOf(store, 2)).toEqual([1, 1]);
  });

  test('replaces the open draft by a newer one, so that there is one at most', async () => {
    await importIncidents([may]);
    await kit.db.transaction().execute((trx) => draftRelease(trx, homeForce));
    await importIncidents([june]);
    await kit.db.transaction().execute((trx) => draftRelease(trx, homeForce));
    expect(await kit.rows('select count(*)::int as drafts from release')).toEqual([{ drafts: 1 }]);
    expect(await publish()).toMatchObject({ number: 1, dataTo: '2023-06-30' });
  });

  test('is refused where nothing was imported, no areas were, or no feed was', async () => {
    const refusal = (code: string) => expect.objectContaining({ code });
    await expect(publish()).rejects.toEqual(refusal('no-data'));
    await expect(publishRelease({ db: kit.db, force: 'E23000014' })).rejects.toEqual(refusal('no-areas'));
    await kit.pool.query('truncate batch cascade');
    await expect(publish()).rejects.toEqual(refusal('nothing-imported'));
    expect(await kit.rows('select count(*)::int as releases from release')).toEqual([{ releases: 0 }]);
  });

  test('is refused where nothing is new, and leaves the live one as it is', async () => {
    await importIncidents([may]);
    await publish();
    await importIncidents([may]);
    await expect(publish()).rejects.toThrow(
      'Nothing has been imported since release 1: it stays the live release.',
    );
    expect(await kit.rows('select number, status from release')).toEqual([
      { number: 1, status: 'published' },
    ]);
  });

  test('is not drafted where nothing is new, so that the next import can be published', async () => {
    await importIncidents([may]);
    await publish();
    await expect(kit.db.transaction().execute((trx) => draftRelease(trx, homeForce))).rejects.toThrow(
      'Nothing has been imported since release 1',
    );
    await importIncidents([june]);
    expect(await publish()).toMatchObject({ number: 2, dataTo: '2023-06-30' });
  });

  test('says of an open draft with nothing in it which batches came later, and of any what it leaves out', async () => {
    await importIncidents([may]);
    await publish();
    await kit.rows(
      `insert into release (force_code, status, as_at_batch, synthetic, data_to, engine_version, pinned, pinned_sha256)
       select force_code, 'draft', as_at_batch, synthetic, data_to, engine_version, pinned, pinned_sha256 from release`,
    );
    await importIncidents([june]);
    await expect(publish()).rejects.toThrow(
      'The open draft is as at batch 3 and holds nothing that release 1 has not; batches to 4 came later',
    );
    await kit.db.transaction().execute((trx) => draftRelease(trx, homeForce));
    await importIncidents([south]);
    const notes: string[] = [];
    const notify = (line: string) => notes.push(line);
    await publishRelease({ db: kit.db, force: homeForce, notify });
    expect(notes).toContainEqual(expect.stringContaining('as at batch 4; what came later, to batch 5,'));
  });

  test('is made once where two ask for it at the same time', async () => {
    await importIncidents([may]);
    const results = await Promise.allSettled([publish(), publish()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await kit.rows('select number from release')).toEqual([{ number: 1 }]);
  });

  test('of reference rows alone changes no cell, and the earlier one keeps its own', async () => {
    await importIncidents([may]);
    await publish();
    const target =
      'metric,statistic,filter,area_code,role,comparison,value,unit,valid_from,valid_to,provenance,source';
    await kit.importText('targets', [
      target,
      'response.within-target,,,,target,>=,0.9,fraction,2018-01-01,,own,A test',
    ]);
    expect(await publish()).toMatchObject({ number: 2, changedCells: 0, cells: 1 });
    const store = await open();
    expect([1, 2].map((number) => store.get(number)?.pinned.targets.length)).toEqual([0, 1]);
  });
});

describe('the cells of a release', () => {
  test('are built again only where rows were touched; the others are the same cells', async () => {
    await importIncidents([may, june, south]);
    await publish();
    const before = await cellsOf(1);
    await importIncidents(['I4,N2,2023-06-09T10:00:00Z,1,true', 'I5,N1,2023-07-01T10:00:00Z,1,true']);
    const second = await publish();
    const after = await cellsOf(2);
    const inherited = after.filter((cell) => before.some(({ cell_id }) => cell_id === cell.cell_id));
    expect(second.changedCells).toBe(2);
    expect(inherited.map(({ area_code, month }) => `${area_code} ${month}`)).toEqual([
      'N1 2023-05',
      'S1 2023-06',
    ]);
    expect(await placesOf(2)).toEqual(['N1 2023-05', 'N1 2023-07', 'N2 2023-06', 'S1 2023-06']);
  });

  test('stay the same where a row was touched and came out as it was', async () => {
    await importIncidents([may, june]);
    await publish();
    const batch = await importIncidents([may.replace(',1,', ',2,')]);
    await kit.undo(batch.batchId ?? 0);
    expect(await publish()).toMatchObject({ number: 2, changedCells: 0 });
    expect(await cellsOf(2)).toEqual(await cellsOf(1));
  });

  test('move with a row that is corrected to another area or month, and older figures stay', async () => {
    await importIncidents([may, june, south]);
    await publish();
    await importIncidents(['I1,N2,2023-06-03T10:00:00Z,1,true']);
    expect(await publish()).toMatchObject({ cells: 2, changedCells: 2 });
    expect(await placesOf(2)).toEqual(['N2 2023-06', 'S1 2023-06']);
    const store = await open();
    expect([countsOf(store, 1), countsOf(store, 2)]).toEqual([
      [1, 2],
      [0, 3],
    ]);
    expect(store.get(2)?.changedCells).toBe(2);
  });

  test('go with rows that are retired', async () => {
    await importIncidents([may, june, south]);
    await publish();
    await importIncidents([june], { replacePeriod: '2023-06' });
    expect(await publish()).toMatchObject({ cells: 2, changedCells: 1 });
    expect(await placesOf(2)).toEqual(['N1 2023-05', 'N2 2023-06']);
    expect((await open()).get(2)?.changedCells).toBe(1);
  });

  test('are those of the release before, hash by hash, once a batch is undone', async () => {
    const first = await importIncidents([may, june, south]);
    await publish();
    const second = await importIncidents([june.replace(',1,', ',2,'), 'I9,S1,2023-05-09T10:00:00Z,1,true']);
    await publish();
    await kit.undo(second.batchId ?? 0);
    await publish();
    const hashes = async (release: number) => (await cellsOf(release)).map(({ cell_id: _, ...cell }) => cell);
    expect(await hashes(3)).toEqual(await hashes(1));
    expect(await hashes(2)).not.toEqual(await hashes(1));
    expect(first.batchId).toBeLessThan(second.batchId ?? 0);
  });

  test('are all built again where their cube has another version than in the release before', async () => {
    await importIncidents([may, june]);
    await publish();
    await kit.pool.query(`update release set pinned = jsonb_set(pinned, '{cubes,incident}', '0')`);
    await kit.pool.query("update cell set payload = '\\x00', sha256 = 'of the older version'");
    await importIncidents(['I5,N1,2023-07-01T10:00:00Z,1,true']);
    expect(await publish()).toMatchObject({ number: 2, cells: 3, changedCells: 3 });
  });

  test('count stamps out of order, that of video too', async () => {
    const columns = `${header},dispatched_at,arrived_at,video_connected_at`;
    await kit.importText('incidents', [
      columns,
      `${may},,,2023-05-01T09:00:00Z`,
      'I6,N1,2023-05-01T10:00:00Z,1,true,2023-05-01T10:05:00Z,2023-05-01T10:04:00Z,',
      'I7,N1,2023-05-01T10:00:00Z,1,true,2023-05-01T10:05:00Z,2023-05-01T10:09:00Z,2023-05-01T10:01:00Z',
    ]);
    await publish();
    const release = (await open()).live();
    if (!release) throw new Error('no release');
    const outOfOrder = getMeasure(release, 'response.time', {}).quality.find(
      ({ id }) => id === 'out-of-order',
    );
    expect(outOfOrder).toMatchObject({ numerator: 2, denominator: 3, ok: false });
  });

  test('take a wait’s end from an event of a later month in another area', async () => {
    const columns = 'referral_ref,area_code,flag,kind,event,event_on';
    await kit.importText('referrals', [columns, 'R1,N1,rape,charging_decision,submitted,2023-03-01'], {
      covers: '2023-03..2023-05',
    });
    await publish();
    await kit.importText('referrals', [columns, 'R1,S1,rape,charging_decision,allocated,2023-05-02'], {
      covers: '2023-03..2023-05',
    });
    expect(await publish()).toMatchObject({ changedCells: 2 });
    const store = await open();
    const waiting = (number: number) => {
      const release = store.get(number);
      if (!release) throw new Error(`no release ${number}`);
      return getSeries(release, { metric: 'cps.overdue' }).series[0].points.map(({ value }) => value);
    };
    expect([waiting(1), waiting(2)]).toEqual([
      [1, 1, 1],
      [1, 1, 0],
    ]);
  });
});

describe('a server that holds releases', () => {
  test('takes a new one up when it is announced, and keeps the figures of the older', async () => {
    await importIncidents([may, june]);
    await publish();
    const store = await open();
    const changed = new Promise<void>((resolve) => store.onChange(resolve));
    await importIncidents([south]);
    await publish();
    await changed;
    expect(store.live()?.number).toBe(2);
    expect(store.all().map(({ number }) => number)).toEqual([2, 1]);
    expect([countsOf(store, 1), countsOf(store, 2)]).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  test('gives the release before a withdrawn one as live, and says so', async () => {
    await importIncidents([may]);
    await publish();
    await importIncidents([june]);
    await publish();
    const store = await open();
    const changed = new Promise<void>((resolve) => store.onChange(resolve));
    expect(await withdrawRelease(kit.db, homeForce, 2)).toBe(1);
    await changed;
    expect(store.live()?.number).toBe(1);
    expect(store.get(2)?.record.status).toBe('withdrawn');
    expect((await verifyReleases(kit.db, homeForce)).map(({ difference }) => difference)).toEqual([
      null,
      null,
    ]);
    await expect(withdrawRelease(kit.db, homeForce, 2)).rejects.toThrow('withdrawn already');
    await expect(withdrawRelease(kit.db, homeForce, 1)).rejects.toThrow('the only one left');
    await expect(withdrawRelease(kit.db, homeForce, 3)).rejects.toThrow('no release 3');
  });

  test('misses none that is published while it begins to listen', async () => {
    await importIncidents([may]);
    await publish();
    await importIncidents([june]);
    const publishing: Promise<unknown>[] = [];
    const late: typeof kit.pool = Object.create(kit.pool, {
      connect: {
        value: async () => {
          publishing.push(publish());
          await Promise.all(publishing);
          return kit.pool.connect();
        },
      },
    });
    const store = await open(late);
    await new Promise<void>((resolve) => store.onChange(resolve));
    expect(store.live()?.number).toBe(2);
  });

  test('begins with none, and takes up the first', async () => {
    const store = await open();
    expect(store.live()).toBeNull();
    const changed = new Promise<void>((resolve) => store.onChange(resolve));
    await importIncidents([may]);
    await publish();
    await changed;
    expect(store.live()?.number).toBe(1);
  });

  test('answers alike whether it read the releases one by one or all at once', async () => {
    const one = await open();
    const months = monthRange('2023-01', '2023-04');
    for (const month of months) {
      await importIncidents([
        `I${month},N1,${month}-05T10:00:00Z,1,true`,
        `I1,N1,${addMonths(month, 1)}-05T10:00:00Z,1,true`,
      ]);
      await publish();
      await one.refresh();
    }
    const atOnce = await open();
    const all = (store: ReleaseStore) => months.map((_, i) => countsOf(store, i + 1));
    expect(all(one)).toEqual(all(atOnce));
    expect(all(one)[3]).toEqual([1, 1, 1, 1, 1]);
  });
});
