import type { AbsentReason } from '../../contract/common.ts';
import type { Interval } from '../../contract/verdict.ts';
import type { CubeId } from '../../metrics/cubes.ts';
import type { Choices, Filters, MetricDefinition, Where } from '../../metrics/definition.ts';
import type { Period } from '../../metrics/periods.ts';
import type { Pinned, PinnedAreaSet } from '../../metrics/pinned.ts';
import type { TupleTable } from '../tuple-table.ts';

/** What a table must hold to answer a question. */
export interface TableQuestion {
  readonly cube: CubeId;
  /** Columns rows are told apart by. */
  readonly columns: readonly string[];
  /** Rows that fail it are not needed. */
  readonly filter: Where;
  /** Set in which areas below the children of the force are added up, and the whole force is; null: neither. */
  readonly rollUp: PinnedAreaSet | null;
}

/** A table, and what of the filter is still to be applied to it. */
export interface TableAnswer {
  readonly table: TupleTable;
  readonly filter: Where;
}

/** What a figure is read from: one release's cells and what is pinned with them. */
export interface ReleaseData {
  readonly number: number;
  readonly pinned: Pinned;
  /** A table that answers a question: made before, or now. */
  tableFor(question: TableQuestion): TableAnswer;
  /** Members found in one column of a cube, in no order. */
  membersOf(cube: CubeId, column: string): readonly string[];
}

/** A resolved question: every member, area and period named and known to exist. */
export interface Reading {
  readonly metric: MetricDefinition;
  readonly statistic: string;
  readonly choices: Choices;
  /** Members picked per partition, nested or numerator-only dimension. */
  readonly filters: Filters;
  /** Dimensions split by, areas apart. */
  readonly by: readonly string[];
  readonly areaSet: PinnedAreaSet;
  /** Area asked for; `nodes` are it, its children, or `not-allocated`. */
  readonly area: string;
  readonly nodes: readonly string[];
  readonly periods: readonly Period[];
}

/** A value before marks are put on it. */
export interface ReadPoint {
  readonly value: number | null;
  readonly n: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly absent?: AbsentReason;
  /** Sorted parts of the distribution a duration was read from. */
  readonly runs?: readonly Int32Array[];
  /** Where the reading itself works it out, from more than its counts; a function where that takes long. */
  readonly interval?: Interval | (() => Interval);
  readonly intervalAbsent?: 'too-few';
  /** The two sides of a difference. */
  readonly sides?: SidePoint[];
}

/** Median of one side of a difference, null without cases. */
export interface SidePoint {
  readonly value: number | null;
  readonly n: number;
}

/** One line: a combination of members, in one area. */
export interface ReadLine {
  readonly key: Readonly<Record<string, string>>;
  readonly node: string;
  /** One per period of the reading. */
  readonly points: readonly ReadPoint[];
}

/** The value of a period none of whose rows exist, though they were collected. */
export const NO_CASES: ReadPoint = { value: null, n: 0, absent: 'no-cases' };
