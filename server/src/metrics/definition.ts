import type { GrainName, PolarityName } from '../contract/common.ts';
import type { CubeId } from './cubes.ts';

/** Members picked for every choice dimension of a metric, defaults included. */
export type Choices = Readonly<Record<string, string>>;

/** Tuples to take: each named column must hold one of its members. Several clauses are alternatives. */
export type Clause = Readonly<Record<string, readonly string[]>>;
export type Where = readonly Clause[];

/** A number read from tuples: a count of theirs, or how many values one of their runs holds. */
export interface Part {
  readonly of:
    | { readonly count: string }
    /** One for each row of a table: whether anything was published at all. */
    | { readonly rows: 'any' }
    /** Spans that ended at most so many days after they started, or have not. */
    | { readonly endedWithinDays: number }
    | { readonly notEndedWithinDays: number }
    /** Values up to so many seconds, inclusive. */
    | { readonly run: string; readonly withinSeconds: number }
    /** Values within the dated threshold of their grade, setting and area, or all that have one. */
    | { readonly run: string; readonly threshold: 'met' | 'exists'; readonly gradeColumn: string };
  readonly where?: Where;
}

export type DimensionRole = 'partition' | 'choice' | 'nested' | 'numerator-only';

export interface DimensionUse {
  readonly id: string;
  readonly role: DimensionRole;
  /** Cube column filtered by; by default the dimension's own name; null when only the parts depend on it. */
  readonly column?: string | null | ((choices: Choices) => string);
  readonly default?: string;
  /** Default where what is asked for decides it; `default` is then the one of no filter. */
  readonly defaultFor?: (filters: Filters) => string;
  /** The members offered, where they are fewer than the dimension's own, or are read from the release. */
  readonly members?: readonly string[] | 'data';
}

/** Members picked per dimension that is not a choice. */
export type Filters = Readonly<Record<string, readonly string[]>>;

interface Common {
  readonly id: string;
  readonly version: number;
  /** Day the version took effect. */
  readonly versionFrom: string;
  readonly label: string;
  readonly meaning: string;
  readonly polarity: PolarityName;
  /** Polarity of other choices than the defaults. */
  readonly polarityFor?: (choices: Choices) => PolarityName;
  readonly decimals: number;
  readonly cube: CubeId;
  readonly numeratorText: string;
  readonly denominatorText: string;
  readonly owner: string;
  readonly dimensions: readonly DimensionUse[];
  readonly grains?: readonly GrainName[];
  readonly defaultGrain?: GrainName;
  readonly overTime: 'sum' | 'last' | 'none';
  readonly overAreas: 'sum' | 'none';
  /** Further months of data after which a month is no longer provisional, and why it is until then. */
  readonly settles: { readonly afterMonths: number; readonly reason: 'late-rows' | 'survey-lag' };
  /** Days a cohort needs before its value is mature; null when age does not matter for these choices. */
  readonly maturesAfterDays?: (choices: Choices, filters: Filters) => number | null;
  /** An immature cohort has no value at all, rather than one that is still rising. */
  readonly absentUntilMature?: boolean;
  /** Periods are of a span's end (outcome month) rather than of the anchor date. */
  readonly periodOfEnd?: (choices: Choices) => boolean;
  /** Where the source publishes no zeros: a period without rows was not collected. */
  readonly noRowsMeansAbsent?: boolean;
  /** Dimension whose members are shown beneath the main line of its page. */
  readonly leadingSplit?: string;
  readonly caveats: readonly string[];
  /** A caution on limits and rules where neighbouring months hold some of the same cases. */
  readonly monthsShareCases?: string;
  readonly terms: readonly (readonly [term: string, text: string])[];
}

export interface CountMetric extends Common {
  readonly kind: 'count';
  readonly count: (choices: Choices) => Part;
}
export interface ProportionMetric extends Common {
  readonly kind: 'proportion';
  readonly numerator: (choices: Choices) => Part;
  readonly denominator: (choices: Choices) => Part;
}
export interface RateMetric extends Common {
  readonly kind: 'rate';
  readonly per: 100 | 1000;
  readonly numerator: (choices: Choices) => Part;
  readonly exposure: (choices: Choices) => Part;
  /** Cube of the exposure, where it is another; only areas and months are shared with it. */
  readonly exposureCube?: CubeId;
}
export interface DurationMetric extends Common {
  readonly kind: 'duration';
  readonly run: string;
  readonly where: (choices: Choices) => Where;
  /** Parts whose means add up to the whole, over rows that have every stamp. */
  readonly decomposition?: {
    readonly rows: string;
    readonly parts: readonly { readonly component: string; readonly label: string; readonly sum: string }[];
  };
  /** Other incidents a page sets beside those it is asked for. */
  readonly comparator?: {
    readonly label: string;
    readonly of: Filters;
    readonly others: Filters;
    /** The metric that is the difference of the two medians, and its members for this duration. */
    readonly gap?: { readonly metric: string; readonly filter: Readonly<Record<string, string>> };
  };
}
/** Parts that exclude each other and leave nothing of the whole out. */
export interface CompositionMetric extends Common {
  readonly kind: 'composition';
  readonly whole: (choices: Choices) => Part;
  /** Choice dimension whose members are the parts. */
  readonly partBy: string;
  /** Cube column that sorts cases into parts. */
  readonly column: string;
  readonly parts: (choices: Choices) => readonly CompositionPart[];
}
/** Members of a column that count together; `rest` takes what no other part names. */
export interface CompositionPart {
  readonly code: string;
  readonly members: readonly string[] | 'rest';
}
/** Cases followed from their start to their end or to the last day held. */
export interface CohortMetric extends Common {
  readonly kind: 'cohort';
  readonly column: string;
  /** Ways a case can end. A case that has not ended is `none`. */
  readonly causes: readonly CompositionPart[];
  /** The cause, or `none`, that a value is of. */
  readonly causeOf: (choices: Choices) => string;
  readonly atDays: (choices: Choices) => number;
  /** Cases at risk below which an estimate for days that not every case has reached is not given. */
  readonly leastAtRisk: number;
}
/** Median of one selection of a duration less the median of another. */
export interface DifferenceMetric extends Common {
  readonly kind: 'difference';
  readonly run: (choices: Choices) => string;
  readonly first: (choices: Choices) => Where;
  readonly second: (choices: Choices) => Where;
  /** Values each side needs. */
  readonly leastEach: number;
}
export interface SnapshotMetric extends Common {
  readonly kind: 'snapshot';
  readonly open: (choices: Choices) => Where;
  /** Days a span must have been open, exclusive: 28 counts those open for 29 days and more. */
  readonly overDays: number;
  readonly ageBands: readonly AgeBand[];
}

/** Days open, `fromDays` and `toDays` both inclusive; null is without end. */
export interface AgeBand {
  readonly code: string;
  readonly fromDays: number;
  readonly toDays: number | null;
}

export type MetricDefinition =
  | CountMetric
  | ProportionMetric
  | RateMetric
  | CompositionMetric
  | DurationMetric
  | SnapshotMetric
  | CohortMetric
  | DifferenceMetric;

export interface Family {
  readonly id: string;
  readonly label: string;
  /** Address of the family's `notes.md`: sections headed `## metric.id`. */
  readonly notes: URL;
  readonly metrics: readonly MetricDefinition[];
}
