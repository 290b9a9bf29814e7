import type { PoolClient } from 'pg';
import type { Warning } from './problems.ts';
import type { Row } from './row.ts';

export const feedNames = [
  'incidents',
  'crimes',
  'surveys',
  'orders',
  'referrals',
  'returns',
  'areas',
  'targets',
  'annotations',
  'grades',
  'outcome-types',
] as const;
export type FeedName = (typeof feedNames)[number];

/** What the database already knows that a row is checked against. */
export interface Context {
  /** ONS code of the home force. */
  force: string;
  /** The home force's areas of every set, and its own code. */
  areas: ReadonlySet<string>;
  /** Every force that the areas feed brought in. */
  forces: ReadonlySet<string>;
  /** Spans in which each grade of the home force holds; an open end is an empty string. */
  grades: ReadonlyMap<string, readonly { from: string; to: string }[]>;
  outcomeTypes: ReadonlySet<string>;
  /** The pseudonym kept in place of a source's own key. */
  hashKey(value: string): string;
}

/** Reads a trimmed value that is not blank into COPY text; refuses the row and returns null where it cannot. */
export type ReadValue = (value: string, row: Row, slot: number) => string | null;

export interface ColumnType {
  /** For the template and the documentation: "text, up to 64 characters". */
  words: string;
  /** True where a person may have typed: read by the personal-data guard. */
  isFreeText?: boolean;
  /** True where the value must never be written as it came. */
  isKey?: boolean;
  compile(context: Context, column: string): ReadValue;
}

export interface Column {
  name: string;
  type: ColumnType;
  required: boolean;
  /** COPY text of a blank; without it a blank is absent. */
  blank?: string;
  /** Stored column, where it is not named as the file's. */
  into?: string;
  /** One line for the person who writes the export. */
  note: string;
}

/** Runs after a row's values are read: rules over several columns, and the derived ones. */
export type FinishRow = (row: Row) => void;
export type SlotOf = (storedColumn: string) => number;

export interface Staged {
  tx: PoolClient;
  /** Name of the staging table; rows with `raw` are refused. */
  table: string;
  force: string;
}

/** Makes rows of ours out of the rows of a published file that has columns of its own. */
export interface Parser {
  name: string;
  /** What file it reads, in words. */
  words: string;
  /** Headers by which the file is known, lower case; it may have no others. */
  header: readonly string[];
  /** The feed's columns that `expand` fills, in order. */
  columns: readonly string[];
  open(): ParserRun;
}

/** One reading of one file. */
export interface ParserRun {
  /**
   * The rows that a record makes, each in the order of `columns`; null where it is left out.
   * @param field text of a column of the file, trimmed
   * @param row takes problems and warnings
   */
  expand(field: (header: string) => string, row: Row): string[][] | null;
  /** Warnings about the file as a whole. */
  finish(): Warning[];
}

export interface Feed {
  name: FeedName;
  /** What a row is, for the template and the list. */
  words: string;
  table: string;
  /** The cube whose cells a row lies in; reference feeds have none. */
  cube: string | null;
  /** Stored columns that name a row. */
  key: readonly string[];
  /** Stored column whose series share one fate: a changed event touches every month of its series. */
  series?: string;
  /** The column whose month a row belongs to; null for reference feeds. */
  anchor: string | null;
  columns: readonly Column[];
  /** Headers of this form are members (`dim_offence_group`); packed by `finish` into one column. */
  memberPrefix?: string;
  /** Stored columns that `finish` sets. */
  derived: readonly string[];
  finish(slotOf: SlotOf, context: Context, members: readonly MemberColumn[]): FinishRow;
  /** Checks over all rows, in SQL, before they are merged. */
  checkStaged?(staged: Staged): Promise<StagedFindings>;
  /** Checks over the table as it would be; throws FileRefused. */
  checkMerged?(tx: PoolClient): Promise<void>;
  /** Parsers of published files with other columns. */
  parsers?: readonly Parser[];
  /** True where an older row must not replace a newer: the stored date that decides. */
  latestBy?: string;
  /** True where each row covers only its own area and months: a gap between rows is not a zero. */
  coversRows?: boolean;
  /** Stored columns that bound what `--replace-period` retires to what the file speaks of. */
  replacesWithin?: readonly string[];
}

/** A column of the file that holds the member of a dimension. */
export interface MemberColumn {
  /** Dimension as on the wire: `offenceGroup`. */
  dimension: string;
  /** Where the row keeps it; it is not stored as such. */
  slot: number;
}

export interface StagedFindings {
  warnings: Warning[];
  leftOut: number;
}
