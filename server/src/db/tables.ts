import type { ColumnType, Generated } from 'kysely';

/** A calendar date as `YYYY-MM-DD`: never a JavaScript Date, which would bring a time zone with it. */
export type DateText = string;
type Instant = ColumnType<Date, Date | string, Date | string>;
type Json<T> = ColumnType<T, string, string>;

interface Versioned {
  from_batch: number;
  to_batch: number | null;
}

export interface BatchTable {
  batch_id: Generated<number>;
  kind: 'import' | 'undo';
  undoes: number | null;
  feed: string;
  file_name: string;
  sha256: string;
  synthetic: boolean;
  replace_period: string | null;
  row_count: number;
  accepted: number;
  updated: number;
  unchanged: number;
  retired: number;
  refused: number;
  warnings: number;
  report: Json<unknown>;
  applied_at: ColumnType<Date, never, never>;
}

export interface ImportAttemptTable {
  attempt_id: Generated<number>;
  feed: string;
  file_name: string;
  backend_pid: number;
  backend_started_at: Instant;
  started_at: ColumnType<Date, never, never>;
  finished_at: Instant | null;
  status: string | null;
}

export interface RefusedRowTable {
  batch_id: number;
  line: number;
  raw: string;
  problems: Json<unknown>;
}

export interface CoverageTable extends Versioned {
  coverage_id: Generated<number>;
  feed: string;
  /** Null: every area of the home force. */
  area_code: string | null;
  from_month: string;
  to_month: string;
  /** Last day the feed is held to; before the month's last day the month is in progress. */
  held_to: DateText;
}

export interface BatchTouchTable {
  batch_id: number;
  cube: string;
  area_code: string;
  month: string;
}

export interface AreaTable extends Versioned {
  /** Empty for forces that belong to no set. */
  area_set: string;
  area_code: string;
  /** Order of the row in its file: areas keep the force's own fixed order. */
  position: number;
  name: string;
  kind: 'force' | 'non-territorial' | 'lpa' | 'district' | 'station' | 'team';
  parent_code: string | null;
  force_code: string;
  valid_from: DateText;
  valid_to: DateText | null;
}

export interface GradeTable extends Versioned {
  force_code: string;
  grade: string;
  label: string;
  valid_from: DateText;
  valid_to: DateText | null;
}

export interface OutcomeTypeTable extends Versioned {
  code: string;
  label: string;
  /** `1` for `1A`: the type it is counted inside. */
  parent_code: string | null;
}

export interface TargetTable extends Versioned {
  metric: string;
  statistic: string;
  /** Members as `grade=2&priorityArea=urban`, keys sorted; empty: every member. */
  filter: string;
  /** Empty: every area. */
  area_code: string;
  role: 'threshold' | 'target';
  comparison: '>=' | '<=';
  value: number;
  unit: string;
  valid_from: DateText;
  valid_to: DateText | null;
  provenance: 'own' | 'comparator';
  source: string;
}

export interface AnnotationTable extends Versioned {
  kind: 'event' | 'rebase' | 'break' | 'baseline' | 'intention';
  on_date: DateText;
  /** Last day of a baseline. */
  until: DateText | null;
  /** A metric id, `family.*`, or `*`. */
  metric: string;
  /** As `orderType=DVPN`; empty for every member. */
  filter: string;
  /** Way an intention points. */
  direction: 'increase' | 'decrease' | null;
  /** Empty: every area. */
  area_code: string;
  text: string;
  source: string;
  illustrative: boolean;
}

interface Placed extends Versioned {
  area_code: string;
  /** Month of the anchor date, Europe/London, `YYYY-MM`. */
  month: string;
}

export interface FactIncidentTable extends Placed {
  incident_ref: string;
  received_at: Instant;
  dispatched_at: Instant | null;
  arrived_at: Instant | null;
  video_connected_at: Instant | null;
  initial_grade: string | null;
  final_grade: string;
  domestic_abuse: boolean;
  deferred_by_victim: boolean | null;
  incident_class: string | null;
  closure: string | null;
  video_stage: string | null;
  priority_area: string | null;
  risk: string | null;
  first_report: boolean | null;
}

export interface FactCrimeTable extends Placed {
  crime_ref: string;
  recorded_on: DateText;
  offence_group: string;
  domestic_abuse: boolean;
  outcome_type: string | null;
  outcome_on: DateText | null;
  suspect_identified: boolean | null;
  arrested_on: DateText | null;
  victim_key: string | null;
  suspect_key: string | null;
  withdrawal_stage: string | null;
  withdrawal_reason: string | null;
  victim_sex: string | null;
  victim_age_band: string | null;
  victim_ethnicity: string | null;
  relationship: string | null;
  risk: string | null;
}

export interface FactSurveyAnswerTable extends Placed {
  response_ref: string;
  question: string;
  interviewed_on: DateText | null;
  survey: string;
  answer: string;
}

export interface FactOrderEventTable extends Placed {
  order_ref: string;
  event: string;
  event_on: DateText;
  interim: boolean;
  sequence: number;
  order_type: string;
  event_at: Instant | null;
  notice_ref: string | null;
  expires_on: DateText | null;
  route: string | null;
  court: string | null;
  breach_outcome: string | null;
}

export interface FactReferralEventTable extends Placed {
  referral_ref: string;
  event: string;
  event_on: DateText;
  sequence: number;
  crime_ref: string | null;
  flag: string;
  kind: string;
  decision: string | null;
}

export interface FactReturnTable extends Placed {
  measure: string;
  force_code: string;
  /** As on the wire: `2023-11`, `2023/24-Q3`, `2023/24`. */
  period: string;
  /** Members as `basis=closed&outcome=15`, keys sorted. */
  dimensions: string;
  numerator: number;
  denominator: number | null;
  source: string;
  published_on: DateText;
  note: string | null;
}

export interface ReleaseTable {
  release_id: Generated<number>;
  force_code: string;
  number: number | null;
  status: 'draft' | 'published' | 'superseded' | 'withdrawn';
  as_at_batch: number;
  synthetic: boolean;
  data_to: DateText;
  engine_version: string;
  pinned: Json<unknown>;
  pinned_sha256: string;
  cell_count: number | null;
  previous_sha256: string | null;
  sha256: string | null;
  created_at: ColumnType<Date, never, never>;
  published_at: Instant | null;
  shown_published_on: DateText | null;
}

export interface CellTable {
  cell_id: Generated<number>;
  force_code: string;
  cube: string;
  area_code: string;
  month: string;
  payload: Buffer;
  sha256: string;
  from_release: number;
  to_release: number | null;
}

export interface Database {
  batch: BatchTable;
  import_attempt: ImportAttemptTable;
  refused_row: RefusedRowTable;
  coverage: CoverageTable;
  batch_touch: BatchTouchTable;
  area: AreaTable;
  grade: GradeTable;
  outcome_type: OutcomeTypeTable;
  target: TargetTable;
  annotation: AnnotationTable;
  fact_incident: FactIncidentTable;
  fact_crime: FactCrimeTable;
  fact_survey_answer: FactSurveyAnswerTable;
  fact_order_event: FactOrderEventTable;
  fact_referral_event: FactReferralEventTable;
  fact_return: FactReturnTable;
  release: ReleaseTable;
  cell: CellTable;
}
