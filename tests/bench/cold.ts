import { boardGroups } from '../../server/src/metrics/board.ts';
import { addMonths } from '../../server/src/metrics/periods.ts';
import { readBoard } from '../../server/src/read-models/get-board.ts';
import { seriesOf } from '../../server/src/read-models/get-series.ts';
import { requireMetric, resolveQuery } from '../../server/src/read-models/resolve-query.ts';
import { loadCells, loadReleaseRecords } from '../../server/src/releases/load-releases.ts';
import { LoadedRelease } from '../../server/src/releases/loaded-release.ts';
import { askByHand, boardRowSql, type HandMeasure, handMeasures, handSql } from '../support/hand-sql.ts';
import { spansOf } from '../support/named-spans.ts';
import type { BenchDatabase } from './bench-database.ts';
import { covered } from './load-facts.ts';
import { collectGarbage, force, median, timed } from './report.ts';

/** Milliseconds of the same answers from cells and by SQL over the facts. */
export interface ColdTimes {
  board: Both;
  series: Both;
  /** A selection that no table was made for when the release was loaded. */
  adHoc: Both;
}
interface Both {
  cellsMs: number;
  sqlMs: number;
}

const areaSet = 'WM18';
const spans = spansOf(covered.from, covered.to);
const months = spans.month;
const repetitions = 9;
const warmUps = 20;
const areas = ['WM18-HFD', 'WM18-SHR', 'WM18-TEL', 'WM18-NWO', 'WM18-SWO'];

/** The facts' best indexes for the questions asked below: partial and covering, found by trying. */
const indexes = [
  `create index on fact_incident (final_grade, received_at)
     include (area_code, arrived_at, deferred_by_victim) where to_batch is null and domestic_abuse`,
  `create index on fact_incident (received_at)
     include (area_code, arrived_at, video_connected_at) where to_batch is null and domestic_abuse`,
  `create index on fact_incident (final_grade, risk, received_at)
     include (area_code, arrived_at, deferred_by_victim) where to_batch is null and domestic_abuse`,
  `create index on fact_crime (outcome_on)
     include (area_code, outcome_type) where to_batch is null and domestic_abuse`,
  `create index on fact_crime (outcome_on)
     include (area_code, outcome_type) where to_batch is null and offence_group in ('rape', 'other_sexual')`,
  `create index on fact_survey_answer (question, month) include (area_code, answer)
     where to_batch is null and survey = 'domestic_abuse'`,
];

export async function indexFacts({ pool }: BenchDatabase): Promise<void> {
  for (const statement of indexes) await pool.query(statement);
  await pool.query('vacuum (analyze)');
}

/** Times the cold answers of a loaded database; medians of several repetitions. */
export async function measureCold(database: BenchDatabase): Promise<ColdTimes> {
  return {
    board: await both(
      database,
      (release) => readBoard(release, covered.to),
      () => boardBySql(database),
    ),
    series: await both(database, readSeries(seriesQuery), () => seriesBySql(database, seriesRows)),
    adHoc: await both(database, readSeries({ ...seriesQuery, risk: 'high' }), () =>
      seriesBySql(database, { ...seriesRows, where: `${seriesRows.where} and risk = 'high'` }),
    ),
  };
}

const seriesQuery = { grade: '2', domesticAbuse: 'true', by: 'area' };

/** Values alone: SQL is not asked for verdicts either. */
const readSeries = (query: Record<string, string>) => (release: LoadedRelease) =>
  seriesOf(release, resolveQuery(release, requireMetric('response.time'), query), { judged: false });

const seriesRows = handMeasures['response-grade-2'];

async function both(
  database: BenchDatabase,
  read: (release: LoadedRelease) => unknown,
  ask: () => Promise<unknown>,
): Promise<Both> {
  const other = await freshRelease(database);
  await ask();
  const sqlMs: number[] = [];
  const cellsMs: number[] = [];
  for (let i = 0; i < repetitions; i++) {
    const release = await freshRelease(database);
    collectGarbage();
    // The code has run before, as in a server that is up; of this release nothing has been asked.
    for (let k = 0; k < warmUps; k++) read(other);
    cellsMs.push(await timed(() => read(release)));
    sqlMs.push(await timed(ask));
  }
  return { cellsMs: median(cellsMs), sqlMs: median(sqlMs) };
}

/** The release as a server holds it after loading, with nothing asked of it yet. */
async function freshRelease({ db }: BenchDatabase): Promise<LoadedRelease> {
  const [record] = await loadReleaseRecords(db, force);
  const release = new LoadedRelease(record, [...(await loadCells(db, force, 0)).values()]);
  release.warm();
  return release;
}

/** What a board shows: per row 25 months of the force, and the latest period of each area. */
async function boardBySql({ pool }: BenchDatabase): Promise<void> {
  for (const { id, lagMonths, areaGrain } of boardGroups.flatMap(({ rows }) => rows)) {
    const month = addMonths(covered.to, -lagMonths);
    const end = months.findIndex(({ name }) => name === month);
    const sql = boardRowSql(id);
    await askByHand(pool, sql, months.slice(end - 24, end + 1), areaSet, [force]);
    const latest = spans[areaGrain].filter(({ name }) => name.endsWith(month));
    await askByHand(pool, sql, latest, areaSet, areas);
  }
}

/** Every month of the force and its areas. */
function seriesBySql({ pool }: BenchDatabase, rows: HandMeasure): Promise<unknown> {
  return askByHand(pool, handSql(rows), spans.month, areaSet, [force, ...areas]);
}
