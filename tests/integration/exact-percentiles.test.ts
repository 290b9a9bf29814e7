import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getSeries } from '../../server/src/read-models/get-series.ts';
import type { LoadedRelease } from '../../server/src/releases/loaded-release.ts';
import { publishRelease } from '../../server/src/releases/publish.ts';
import { openReleaseStore, type ReleaseStore } from '../../server/src/releases/store.ts';
import { homeForce, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';
import { spansOf } from '../support/named-spans.ts';
import { incidentHeader, randomIncidents } from '../support/random-incidents.ts';

/**
 * Figures from cells against `percentile_cont` over the current rows, by SQL that shares nothing with the
 * product. The seed is in the name of the suite: TEST_SEED=… repeats a run.
 */
const seed = Number(process.env.TEST_SEED ?? Date.now() % 2 ** 31);
const cases = process.env.LONG === '1' ? 5000 : 500;
const rows = 6000;
const spans = spansOf('2021-04', '2023-11');

let kit: ImportKit;
let store: ReleaseStore;
beforeAll(async () => {
  kit = await openImportKit(['areas']);
  const grades = ['1', '2', '3', '4'].map((grade) => `${homeForce},${grade},Grade,2018-01-01,`);
  await kit.importText('grades', ['force_code,grade,label,valid_from,valid_to', ...grades]);
  store = await openReleaseStore({ ...kit, force: homeForce, notify: () => undefined });
});
afterAll(async () => {
  await store?.close();
  await kit?.drop();
});

const sql: Record<string, string> = {
  'response.time': selectWaits('arrived_at - received_at'),
  'response.dispatch-wait': selectWaits('dispatched_at - received_at'),
  'response.travel': selectWaits('arrived_at - dispatched_at'),
};

function selectWaits(wait: string): string {
  return `
    with recursive inside as (
      select area_code from area where to_batch is null and area_set = 'SET1' and area_code = $3
      union
      select a.area_code from area a join inside i on a.parent_code = i.area_code
      where a.to_batch is null and a.area_set = 'SET1'
    ), waits as (
      select extract(epoch from ${wait})::float8 as seconds
      from fact_incident
      where to_batch is null and ${wait} >= interval '0'
        and received_at at time zone 'Europe/London' >= $1::date
        and received_at at time zone 'Europe/London' < $2::date
        and ($3 = '${homeForce}' or area_code in (select area_code from inside))
        and ($4::text[] is null or
          coalesce(case when $5 = 'initial' then initial_grade else final_grade end, 'not-recorded') = any($4))
        and ($6 = 'include' or deferred_by_victim is not true)
        and ($7::text[] is null or domestic_abuse::text = any($7))
        and ($8::text[] is null or coalesce(incident_class, 'not-recorded') = any($8))
        and ($9::text[] is null or coalesce(priority_area, 'not-recorded') = any($9))
        and ($10::text[] is null or coalesce(risk, 'not-recorded') = any($10))
        and ($11::text[] is null or coalesce(first_report::text, 'not-recorded') = any($11))
        and ($12::text[] is null or case
          when extract(hour from received_at at time zone 'Europe/London') < 6 then '00-06'
          when extract(hour from received_at at time zone 'Europe/London') < 12 then '06-12'
          when extract(hour from received_at at time zone 'Europe/London') < 18 then '12-18'
          else '18-24' end = any($12))
    )
    select percentile_cont(0.5) within group (order by seconds) as median,
      percentile_cont(0.9) within group (order by seconds) as p90,
      sum(seconds) / nullif(count(*), 0) as mean, count(*)::int as n
    from waits`;
}

const some = (...members: string[]) =>
  fc
    .option(fc.subarray(members, { minLength: 1 }), { freq: 1, nil: undefined })
    .chain((picked) => fc.constantFrom(undefined, undefined, picked));

const question = fc.record({
  metric: fc.constantFrom(...Object.keys(sql)),
  span: fc.constantFrom(...Object.keys(spans)).chain((grain) => fc.constantFrom(...spans[grain])),
  area: fc.constantFrom('force', 'force', 'N', 'S', 'N1', 'N2', 'S1'),
  /** The line alone, as one of many periods, or as one of its parent's areas. */
  within: fc.constantFrom('nothing', 'all periods', 'areas'),
  grade: some('1', '2', '3', '4'),
  gradeBasis: fc.constantFrom(undefined, 'final', 'initial'),
  deferred: fc.constantFrom(undefined, 'exclude', 'include'),
  domesticAbuse: some('true', 'false'),
  incidentClass: some('crime', 'public_safety', 'antisocial', 'not-recorded'),
  priorityArea: some('urban', 'rural', 'not-recorded'),
  risk: some('standard', 'medium', 'high', 'not-recorded'),
  firstReport: some('true', 'false', 'not-recorded'),
  hourBand: some('00-06', '06-12', '12-18', '18-24'),
});
interface Figures {
  median: number | null;
  p90: number | null;
  mean: number | null;
  n: number;
}
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

const parents: Record<string, string> = { N: 'force', S: 'force', N1: 'N', N2: 'N', S1: 'S' };

function parametersOf(asked: Question): Record<string, string> {
  const { metric, span, area, within, ...filters } = asked;
  const parent = within === 'areas' ? parents[area] : undefined;
  const parameters = {
    metric,
    grain: span.grain,
    areaSet: 'SET1',
    ...(within === 'all periods' ? {} : { from: span.name, to: span.name }),
    ...(parent === undefined ? { area } : { area: parent, by: 'area' }),
    ...Object.fromEntries(
      Object.entries(filters).map(([name, members]) => [name, members && String(members)]),
    ),
  };
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}

function fromCells(release: LoadedRelease, asked: Question) {
  const parameters = parametersOf(asked);
  const read = (statistic: string) => {
    const { series } = getSeries(release, { ...parameters, statistic });
    const line = parameters.by === undefined ? series[0] : series.find(({ key }) => key.area === asked.area);
    const point = line?.points.find(({ period }) => period === asked.span.name);
    return { value: point?.value, n: point?.n };
  };
  const median = read('median');
  return { median: median.value, p90: read('p90').value, mean: read('mean').value, n: median.n };
}

async function fromRows(asked: Question): Promise<Figures> {
  const { span, area } = asked;
  const values = [
    span.firstDay,
    span.dayAfter,
    area === 'force' ? homeForce : area,
    asked.grade,
    asked.gradeBasis,
    asked.deferred ?? 'exclude',
    asked.domesticAbuse,
    asked.incidentClass,
    asked.priorityArea,
    asked.risk,
    asked.firstReport,
    asked.hourBand,
  ];
  const { rows: found } = await kit.pool.query({ name: asked.metric, text: sql[asked.metric], values });
  return found[0] as Figures;
}

async function publishAndLoad(): Promise<LoadedRelease> {
  const { number } = await publishRelease({ db: kit.db, force: homeForce });
  await store.refresh();
  const release = store.live();
  expect(release?.number).toBe(number);
  return release as LoadedRelease;
}

async function compare(release: LoadedRelease, runSeed: number): Promise<void> {
  let filled = 0;
  const property = fc.asyncProperty(question, async (asked) => {
    const expected = await fromRows(asked);
    if (expected.n > 0) filled += 1;
    expect(fromCells(release, asked)).toEqual(expected);
  });
  await fc.assert(property, { seed: runSeed, numRuns: cases });
  expect(filled).toBeGreaterThan(cases / 2);
}

describe(`medians, 90th percentiles and means of any selection (seed ${seed})`, () => {
  const references = Array.from({ length: rows }, (_, i) => `R${i}`);

  test('equal percentile_cont over the rows imported', { timeout: 600_000 }, async () => {
    const report = await kit.importText('incidents', [incidentHeader, ...randomIncidents(seed, references)]);
    expect(report).toMatchObject({ status: 'applied', accepted: rows, refused: 0 });
    await compare(await publishAndLoad(), seed);
  });

  test('equal percentile_cont over the current rows after corrections', { timeout: 600_000 }, async () => {
    const corrected = references.filter((_, i) => i % 7 === seed % 7);
    const late = Array.from({ length: 300 }, (_, i) => `LATE${i}`);
    const lines = randomIncidents(seed + 1, [...corrected, ...late]);
    const report = await kit.importText('incidents', [incidentHeader, ...lines]);
    expect(report).toMatchObject({ status: 'applied', accepted: 300, refused: 0 });
    const nothing = await kit.importText('incidents', [incidentHeader], { replacePeriod: '2022-11' });
    expect(nothing.retired).toBeGreaterThan(50);
    await compare(await publishAndLoad(), seed + 1);
  });
});
