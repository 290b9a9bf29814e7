import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getMeasure } from '../../server/src/read-models/get-measure.ts';
import { getSeries } from '../../server/src/read-models/get-series.ts';
import type { LoadedRelease } from '../../server/src/releases/loaded-release.ts';
import { publishRelease } from '../../server/src/releases/publish.ts';
import { openReleaseStore, type ReleaseStore } from '../../server/src/releases/store.ts';
import { homeForce, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const isShared = existsSync(shared);
const areas = fileURLToPath(new URL('../../seeds/reference/areas.csv', import.meta.url));
const why = isShared ? '' : ' (skipped: ../shared/data is not here)';
const metric = 'published.outcome-share';

/** The checks that come with the published files, on the figures a reader sees. */
describe.skipIf(!isShared)(`the real published files, as figures${why}`, () => {
  let kit: ImportKit;
  let store: ReleaseStore;
  let release: LoadedRelease;
  beforeAll(async () => {
    kit = await openImportKit([]);
    await kit.importFile('areas', areas);
    await kit.importFile('returns', `${shared}bbc_stalking_outcomes_by_force_2014-22.csv`);
    await kit.importFile('returns', `${shared}ho_west_mercia_quarter.csv`);
    await publishRelease({ db: kit.db, force: homeForce });
    store = await openReleaseStore({ ...kit, force: homeForce, notify: () => undefined });
    const live = store.live();
    if (!live) throw new Error('no release');
    release = live;
  });
  afterAll(async () => {
    await store?.close();
    await kit?.drop();
  });

  const percent = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 10);
  const pointsOf = (query: Record<string, string>) =>
    getSeries(release, { metric, ...query }).series[0].points;
  const allForces = (outcome: string) => {
    const { series } = getSeries(release, { metric, outcome, by: 'force', from: '2021/22', to: '2021/22' });
    const sum = (part: 'numerator' | 'denominator') =>
      series.reduce((total, { points }) => total + (points[0][part] ?? 0), 0);
    return [series.length, sum('numerator'), sum('denominator')];
  };

  test('give the sums of all forces for stalking in 2021/22', () => {
    expect(['1', '15', '16'].map(allForces)).toEqual([
      [44, 5948, 99302],
      [44, 30294, 99302],
      [44, 55190, 99302],
    ]);
  });

  test('show West Mercia among all forces on the measure page', () => {
    const { panels, latest } = getMeasure(release, metric, { to: '2021/22' });
    expect(latest).toMatchObject({ period: '2021/22', numerator: 1531, denominator: 2299 });
    expect(panels.members?.series).toHaveLength(44);
    const home = panels.members?.series.find(({ key }) => key.force === homeForce);
    expect(home?.points.find(({ period }) => period === '2017/18')).toMatchObject({
      value: null,
      absent: 'not-collected',
    });
    expect(home?.points.at(-1)).toMatchObject({ numerator: 1531, denominator: 2299 });
  });

  test('give charges of all crime by year, the sum of four quarters', () => {
    const years = pointsOf({ outcome: '1', offenceGroup: 'all-crime' });
    const charged = Object.fromEntries(years.map(({ period, value }) => [period, percent(value)]));
    expect(charged).toMatchObject({ '2014/15': 17.1, '2022/23': 7.4, '2025/26': 11.8 });
  });

  test.each(['closed', 'recorded'])('give 48 quarters of charges on the %s basis', (basis) => {
    const quarters = pointsOf({ outcome: '1', offenceGroup: 'all-crime', basis, grain: 'quarter' });
    expect(quarters).toHaveLength(48);
    expect(quarters.filter(({ value }) => value === null)).toEqual([]);
    expect([quarters[0].period, quarters[47].period]).toEqual(['2014/15-Q1', '2025/26-Q4']);
  });
});
