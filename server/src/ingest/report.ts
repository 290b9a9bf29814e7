import type { DeclaredCoverage } from './coverage.ts';
import type { FeedName } from './definition.ts';
import type { Problem, Warning } from './problems.ts';

/** `failed` is of the command line: the database went away, or a fault nobody foresaw. */
export type ImportStatus = 'applied' | 'unchanged' | 'held' | 'refused' | 'dry-run' | 'failed';

/** What an import did. rows = accepted + updated + unchanged + refused + repeated + leftOut. */
export interface ImportReport {
  /** Null where nothing was kept. */
  batchId: number | null;
  feed: FeedName;
  file: string;
  sha256: string;
  status: ImportStatus;
  /** Why it ended so, where that is not plain. */
  message: string | null;
  rows: number;
  /** Rows with a new key. */
  accepted: number;
  updated: number;
  unchanged: number;
  retired: number;
  refused: number;
  /** Identical repeats of a row of the same file. */
  repeated: number;
  /** Totals and older publications, each with a warning. */
  leftOut: number;
  problemsTotal: number;
  /** The first thousand. */
  problems: Problem[];
  warningsTotal: number;
  warningsByCode: Record<string, number>;
  /** The first thousand. */
  warnings: Warning[];
  coverage: DeclaredCoverage | null;
  /** Cells (cube, area, month) in which something changed. */
  touchedCells: number;
  synthetic: boolean;
  encoding: string;
  delimiter: string;
  parser: string | null;
  seconds: number;
}

/** Above this share of refused rows the report says so loudly. */
export const loudRefusedShare = 0.02;

/** A report in which nothing has happened yet. */
export function emptyReport(feed: FeedName, file: string, sha256: string): ImportReport {
  return {
    batchId: null,
    feed,
    file,
    sha256,
    status: 'refused',
    message: null,
    rows: 0,
    accepted: 0,
    updated: 0,
    unchanged: 0,
    retired: 0,
    refused: 0,
    repeated: 0,
    leftOut: 0,
    problemsTotal: 0,
    problems: [],
    warningsTotal: 0,
    warningsByCode: {},
    warnings: [],
    coverage: null,
    touchedCells: 0,
    synthetic: false,
    encoding: 'utf-8',
    delimiter: ',',
    parser: null,
    seconds: 0,
  };
}
