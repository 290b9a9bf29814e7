import type pg from 'pg';
import type { PoolClient } from 'pg';
import { londonDate } from '../stats/time/london.ts';
import { beginAttempt, finishAttempt } from './attempts.ts';
import type { Asked } from './batches.ts';
import type { Feed } from './definition.ts';
import { findFeed } from './feeds.ts';
import { type Covers, type NamedPeriod, parseCovers, parsePeriod } from './period.ts';
import { FileRefused, UsageError } from './problems.ts';
import { type InspectedFile, inspectFile } from './read/inspect-file.ts';
import { emptyReport, type ImportReport } from './report.ts';
import { runImport } from './run-import.ts';
import { withClient } from './with-client.ts';

/** How far an import is. */
export interface ImportProgress {
  /** Of the file as it is on disk. */
  bytesRead: number;
  sizeBytes: number;
  rows: number;
}

export interface ImportDeps {
  pool: pg.Pool;
  /** Code of the home force. */
  force: string;
  /** Hides keys of people; see `readHmacKey`. */
  hmacKey: Buffer;
  /** One line for people at each step. */
  notify?(line: string): void;
  onProgress?(progress: ImportProgress): void;
}

export interface ImportRequest {
  feed: string;
  path: string;
  /** `2023-04..2023-11`, `2023-11`, or to a date in a month that is in progress: `2023-04..2023-11-15`. */
  covers?: string;
  /** Codes of areas; each stands for all that lies in it. */
  areas?: readonly string[];
  /** `2023-11`, `2023/24-Q3` or `2023/24`: rows of it that the file does not have are retired. */
  replacePeriod?: string;
  /** Name of a parser of a published file, where its header does not tell. */
  parser?: string;
  dryRun?: boolean;
  synthetic?: boolean;
}

/**
 * Imports a file in one transaction: all of it is kept, or nothing.
 * @returns what was done; a file that cannot be taken is reported as refused, not thrown
 * @throws {UsageError} when what is asked makes no sense for the feed
 */
export async function importFile(deps: ImportDeps, request: ImportRequest): Promise<ImportReport> {
  const started = performance.now();
  const feed = findFeed(request.feed);
  const asked = checkRequest(feed, request);
  let report = emptyReport(feed.name, request.path, '');
  await withClient(deps.pool, async (client) => {
    const file = await inspectFile(request.path);
    report = {
      ...report,
      sha256: file.sha256,
      encoding: file.encoding,
      synthetic: request.synthetic ?? false,
    };
    report = await inTransaction(client, deps, request, { feed, file, asked, report });
  }).catch((error) => {
    if (!(error instanceof FileRefused)) throw error;
    const problems = [...error.problems];
    report = { ...report, message: error.message, problems, problemsTotal: problems.length };
  });
  return { ...report, seconds: Math.round(performance.now() - started) / 1000 };
}

function ignore(): void {}

async function inTransaction(
  client: PoolClient,
  deps: ImportDeps,
  request: ImportRequest,
  { feed, file, asked, report }: { feed: Feed; file: InspectedFile; asked: Asked; report: ImportReport },
): Promise<ImportReport> {
  const attemptId = request.dryRun ? null : await beginAttempt(client, feed.name, file.name);
  const close = async (status: string): Promise<void> => {
    await client.query('rollback');
    if (attemptId !== null) await finishAttempt(client, attemptId, status);
  };
  // Otherwise a server in the middle of a merge would not notice for a while that its client is gone. Not to be
  // had everywhere, and an import does without it.
  await client.query('set client_connection_check_interval = 1000').catch(ignore);
  await client.query('begin');
  try {
    const job = {
      tx: client,
      feed,
      file,
      asked,
      parser: request.parser,
      synthetic: request.synthetic ?? false,
      force: deps.force,
      hmacKey: deps.hmacKey,
      attemptId,
      notify: deps.notify ?? ignore,
      onRows: (bytesRead: number, rows: number) =>
        deps.onProgress?.({ bytesRead, sizeBytes: file.sizeBytes, rows }),
    };
    const done = await runImport(job, report);
    if (done.status === 'applied') await client.query('commit');
    else await close(done.status);
    return done;
  } catch (error) {
    // Without the connection there is nothing to close: the next start reports the attempt.
    await close(error instanceof FileRefused ? 'refused' : 'failed').catch(() => undefined);
    throw error;
  }
}

function checkRequest(feed: Feed, request: ImportRequest): Asked {
  const { covers = null, replacePeriod = null, areas = null } = request;
  if (feed.anchor === null && (covers !== null || replacePeriod !== null || areas !== null)) {
    throw new UsageError(
      `The ${feed.name} feed is a reference list: --covers, --areas and --replace-period do not apply to it.`,
    );
  }
  const span = covers === null ? null : parseCovers(covers);
  if (covers !== null && span === null) {
    throw new UsageError(
      `--covers cannot be "${covers}". Write 2023-04..2023-11, or 2023-04..2023-11-15 where November is in progress.`,
    );
  }
  const replaced = replacePeriod === null ? null : parsePeriod(replacePeriod);
  if (replacePeriod !== null && replaced === null) {
    throw new UsageError(
      `--replace-period cannot be "${replacePeriod}". Write 2023-11, 2023/24-Q3 or 2023/24.`,
    );
  }
  if (request.parser !== undefined && !feed.parsers?.length) {
    throw new UsageError(`The ${feed.name} feed has no parsers.`);
  }
  if (span !== null)
    checkSpan(span, covers?.endsWith(span.heldTo) ?? false, replaced, londonDate(Date.now()));
  return { covers, replacePeriod, areas: areas && [...areas].sort() };
}

/** Nothing is held of days to come, and nothing is retired outside what the file is the truth for. */
function checkSpan(span: Covers, namesDay: boolean, replaced: NamedPeriod | null, today: string): void {
  if (span.to > today.slice(0, 7) || (namesDay && span.heldTo > today)) {
    const end = namesDay ? span.heldTo : span.to;
    throw new UsageError(
      `--covers ends on ${end}, which is still to come: no file holds it. Today is ${today}.`,
    );
  }
  const outside = replaced?.months.find((month) => month < span.from || month > span.to);
  if (outside !== undefined)
    throw new UsageError(
      `--replace-period retires rows of ${outside}, and --covers leaves that month out. Name one inside the other.`,
    );
}
