import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestServer } from '../support/postgres.ts';
import { type BenchDatabase, createBenchDatabase } from './bench-database.ts';
import { measureCohorts } from './cohorts.ts';
import { type ColdTimes, indexFacts, measureCold } from './cold.ts';
import { measureFirstPage } from './first-page.ts';
import { measureImport } from './import-ratio.ts';
import { measureJudgedBoard } from './judged-board.ts';
import { loadFacts, writeDemo } from './load-facts.ts';
import { emit, note, rounded } from './report.ts';
import { measureWarm } from './warm-reply.ts';

/** Prints one line of JSON per measured ratio. Exit 0 when measured, whatever the goals say. */
const sizes = { small: 100_000, large: 1_000_000 };
const questions = ['board', 'series', 'adHoc'] as const;
/** A question no prebuilt table answers has its table made first, and so goals of its own (docs/performance.md). */
const coldGoals = {
  board: { overSql: 100, growth: 1.5 },
  series: { overSql: 100, growth: 1.5 },
  adHoc: { overSql: 10, growth: 2 },
};

async function bench(serverUrl: string, folder: string): Promise<void> {
  note('Cumulative incidence');
  const cohorts = await measureCohorts();
  emit({
    name: 'cumulative-incidence/sort',
    ratio: cohorts.incidenceMs / cohorts.sortMs,
    goal: 10,
    better: 'lower',
    crimes: cohorts.crimes,
  });

  const small = path.join(folder, 'small');
  note(`Writing ${sizes.small} incidents`);
  await writeDemo(small, sizes.small);
  note('Import beside COPY');
  const imported = await measureImport(serverUrl, small);
  emit({
    name: 'copy/import',
    ratio: imported.copyMs / imported.importMs,
    goal: 0.2,
    better: 'higher',
    importMs: rounded(imported.importMs),
    copyMs: rounded(imported.copyMs),
  });

  const before = await withFacts(serverUrl, small, async (database) => {
    note('Warm replies');
    const warm = await measureWarm(database);
    emit({
      name: 'warm-reply/bare-route',
      ratio: warm.ratio,
      goal: 0.85,
      better: 'higher',
      bytes: warm.bytes,
      requestsPerSecond: rounded(warm.product),
    });
    note('First page');
    const page = await measureFirstPage(database);
    emit({
      name: 'first-page-script/200KB',
      ratio: page.scriptKilobytes / 200,
      goal: 1,
      better: 'lower',
      kilobytes: rounded(page.scriptKilobytes),
    });
    emit({
      name: 'first-page-largest-paint',
      ratio: null,
      goal: null,
      better: 'lower',
      milliseconds: rounded(page.largestPaintMs),
    });
    note('Board with and without verdicts');
    const board = await measureJudgedBoard(database);
    emit({
      name: 'judged-board/plain-board',
      ratio: board.judgedMs / board.plainMs,
      goal: 5,
      better: 'lower',
      judgedMs: rounded(board.judgedMs),
      plainMs: rounded(board.plainMs),
    });
    note('Cold answers');
    return coldTimes(database);
  });

  const large = path.join(folder, 'large');
  note(`Writing ${sizes.large} incidents`);
  await writeDemo(large, sizes.large);
  const after = await withFacts(serverUrl, large, coldTimes);
  for (const question of questions) reportCold(question, before[question], after[question]);
}

/** Against SQL at a million incidents, and how the answer grows from a hundred thousand. */
function reportCold(question: keyof ColdTimes, before: ColdTimes['board'], after: ColdTimes['board']): void {
  emit({
    name: `sql/cold-${question}`,
    ratio: after.sqlMs / after.cellsMs,
    goal: coldGoals[question].overSql,
    better: 'higher',
    cellsMs: rounded(after.cellsMs),
    sqlMs: rounded(after.sqlMs),
  });
  emit({
    name: `cold-${question}-growth`,
    ratio: after.cellsMs / before.cellsMs,
    goal: coldGoals[question].growth,
    better: 'lower',
    smallMs: rounded(before.cellsMs),
    largeMs: rounded(after.cellsMs),
  });
}

async function coldTimes(database: BenchDatabase): Promise<ColdTimes> {
  await indexFacts(database);
  return measureCold(database);
}

async function withFacts<T>(
  serverUrl: string,
  folder: string,
  measure: (database: BenchDatabase) => Promise<T>,
): Promise<T> {
  const database = await createBenchDatabase(serverUrl);
  try {
    await loadFacts(database, folder);
    return await measure(database);
  } finally {
    await database.drop();
  }
}

const folder = await mkdtemp(path.join(tmpdir(), 'vawg-bench-'));
const server = await startTestServer();
try {
  await bench(server.url, folder);
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}
