import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ageBands,
  ethnicities,
  sexes,
  withdrawalReasons,
  withdrawalStages,
} from '../../server/src/ingest/feeds/crimes/lists.ts';
import { generateDemo } from './generate.ts';
import { type Demo, hashFolder, makeDemo } from './testing/folder.ts';
import { keyOf, type Row, readFeedAsAt, readRows } from './testing/read-back.ts';

const anchors: Record<string, string> = {
  incidents: 'received_at',
  crimes: 'recorded_on',
  surveys: 'incident_month',
  orders: 'event_on',
  referrals: 'event_on',
};

const closedLists: Record<string, readonly string[]> = {
  withdrawal_stage: withdrawalStages,
  withdrawal_reason: withdrawalReasons,
  victim_sex: sexes,
  victim_age_band: ageBands,
  victim_ethnicity: ethnicities,
};

describe('generate the demonstration', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await makeDemo({});
  }, 60_000);
  afterAll(() => demo.remove());

  it('writes the same bytes for the same arguments', async () => {
    const again = await makeDemo({});
    expect(await hashFolder(again.folder)).toEqual(await hashFolder(demo.folder));
    await again.remove();
  });

  it('writes other rows for another seed', async () => {
    const other = await makeDemo({ seed: 1 });
    const path = 'release-01/incidents.csv';
    expect((await hashFolder(other.folder))[path]).not.toBe((await hashFolder(demo.folder))[path]);
    await other.remove();
  });

  it('lists its files in a manifest that says they are synthetic', async () => {
    const text = await readFile(join(demo.folder, 'manifest.json'), 'utf8');
    expect(JSON.parse(text)).toEqual(demo.manifest);
    expect(demo.manifest).toMatchObject({
      synthetic: true,
      force: 'E23000016',
      from: '2022-01',
      to: '2023-03',
    });
    expect(demo.manifest.releases).toHaveLength(14);
    expect(demo.manifest.releases[13]).toMatchObject({
      number: 14,
      dataTo: '2023-03-31',
      publishedOn: '2023-04-05',
    });
    expect(demo.manifest.reference.map(({ feed }) => feed)).toContain('areas');
  });

  it('gives each key once in a file, and no row outside the months the file covers', () => {
    for (const file of demo.manifest.releases.flatMap((release) => release.files)) {
      const rows = readRows(join(demo.folder, file.path));
      const keys = new Set(rows.map((row) => keyOf(file.feed, row)));
      expect(keys.size, file.path).toBe(file.rows);
      const anchor = anchors[file.feed];
      const months = anchor === undefined ? [] : rows.map((row) => row[anchor].slice(0, 7)).sort();
      const [first, last] = file.covers.split('..');
      expect(months[0] ?? first, file.path).toSatisfy((month: string) => month >= first);
      expect(months.at(-1) ?? last, file.path).toSatisfy((month: string) => month <= last);
    }
  });

  it('leaves what was known at a release alone when months are added after it', async () => {
    const shorter = await makeDemo({ to: '2023-02' });
    for (const feed of Object.keys(anchors)) {
      const before = readFeedAsAt(shorter.folder, shorter.manifest, feed, 14);
      const asAtSameDay = readFeedAsAt(demo.folder, demo.manifest, feed, 13);
      const sorted = (rows: Row[]) => rows.map((row) => Object.values(row).join(',')).sort();
      expect(sorted(asAtSameDay), feed).toEqual(sorted(before));
    }
    await shorter.remove();
  });

  it.each(Object.entries(closedLists))('uses the members of %s that the import knows', (column, list) => {
    const crimes = readFeedAsAt(demo.folder, demo.manifest, 'crimes', 14);
    const members = new Set(crimes.map((row) => row[column]));
    expect(members.size).toBeGreaterThan(2);
    expect(['', ...list]).toEqual(expect.arrayContaining([...members]));
  });

  it('revises earlier rows in a later release', () => {
    const before = readFeedAsAt(demo.folder, demo.manifest, 'crimes', 1);
    const open = new Set(before.filter((row) => row.outcome_type === '').map((row) => row.crime_ref));
    const update = readRows(join(demo.folder, 'release-02/crimes.csv'));
    const concluded = update.filter((row) => open.has(row.crime_ref) && row.outcome_type !== '');
    expect(concluded.length).toBeGreaterThan(10);
  });

  it('never gives an outcome, an arrest or an interview before the release knows it', () => {
    for (const { number, dataTo } of demo.manifest.releases) {
      const crimes = readFeedAsAt(demo.folder, demo.manifest, 'crimes', number);
      const surveys = readFeedAsAt(demo.folder, demo.manifest, 'surveys', number);
      const days = crimes.flatMap((row) => [row.outcome_on, row.arrested_on, row.recorded_on]);
      const latest = [...days, ...surveys.map((row) => row.interviewed_on)].sort().at(-1) ?? '';
      expect(latest <= dataTo, `release ${number}: ${latest}`).toBe(true);
    }
  });

  it('works over a single month, with one release and no yearly return', async () => {
    const short = await makeDemo({ from: '2023-11', to: '2023-11' });
    expect(short.manifest.releases.map(({ number }) => number)).toEqual([1]);
    const feeds = short.manifest.releases[0].files.map(({ feed }) => feed);
    expect(feeds).toEqual(['incidents', 'crimes', 'surveys', 'orders', 'referrals']);
    await short.remove();
  });

  it('publishes a yearly return in the July after a whole year', async () => {
    const year = await makeDemo({ from: '2022-04', to: '2023-08', scale: 0.1 });
    const [release] = year.manifest.releases.filter(({ files }) =>
      files.some(({ feed }) => feed === 'returns'),
    );
    const file = release.files.find(({ feed }) => feed === 'returns');
    expect([release.dataTo, file?.covers, file?.rows]).toEqual(['2023-07-31', '2022-04..2023-03', 3]);
    await year.remove();
  });

  it('refuses a scale that is not above zero', async () => {
    const options = { from: '2023-11', to: '2023-11', scale: 0, seed: 1, out: '/nonexistent' };
    await expect(generateDemo(options)).rejects.toThrow('must be above 0');
  });
});
