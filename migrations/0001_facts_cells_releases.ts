import { type Kysely, sql } from 'kysely';

/**
 * The first schema: batches, versioned facts and reference rows, coverage, cells, releases.
 *
 * A version of a row is current while `to_batch` is null and was known at batch B when
 * `from_batch <= B and (to_batch is null or to_batch > B)`. Nothing is updated but `to_batch`.
 */
const tables = [
  // --- batches -------------------------------------------------------------------------------
  `create table batch (
    batch_id int generated always as identity primary key,
    kind text not null check (kind in ('import', 'undo')),
    undoes int references batch (batch_id),
    feed text not null,
    file_name text not null,
    sha256 text not null,
    synthetic boolean not null,
    replace_period text,
    row_count int not null,
    accepted int not null,
    updated int not null,
    unchanged int not null,
    retired int not null,
    refused int not null,
    warnings int not null,
    report jsonb not null,
    applied_at timestamptz not null default now()
  )`,
  // Written and committed before an import begins, so that the next start can say what was cut short.
  `create table import_attempt (
    attempt_id int generated always as identity primary key,
    feed text not null,
    file_name text not null,
    backend_pid int not null,
    backend_started_at timestamptz not null,
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    status text
  )`,
  `create table refused_row (
    batch_id int not null references batch (batch_id),
    line int not null,
    raw text not null,
    problems jsonb not null,
    primary key (batch_id, line)
  )`,
  `create table coverage (
    coverage_id int generated always as identity primary key,
    feed text not null,
    area_code text,
    from_month text collate "C" not null,
    to_month text collate "C" not null,
    held_to date not null,
    from_batch int not null,
    to_batch int
  )`,
  `create table batch_touch (
    batch_id int not null references batch (batch_id),
    cube text not null,
    area_code text collate "C" not null,
    month text collate "C" not null,
    primary key (batch_id, cube, area_code, month)
  )`,
  // --- reference -----------------------------------------------------------------------------
  `create table area (
    area_set text collate "C" not null,
    area_code text collate "C" not null,
    position int not null,
    name text not null,
    kind text not null check (kind in ('force', 'non-territorial', 'lpa', 'district', 'station', 'team')),
    parent_code text,
    force_code text not null,
    valid_from date not null,
    valid_to date,
    from_batch int not null,
    to_batch int,
    primary key (area_set, area_code, from_batch)
  )`,
  `create table grade (
    force_code text collate "C" not null,
    grade text collate "C" not null,
    label text not null,
    valid_from date not null,
    valid_to date,
    from_batch int not null,
    to_batch int,
    primary key (force_code, grade, valid_from, from_batch)
  )`,
  `create table outcome_type (
    code text collate "C" not null,
    label text not null,
    parent_code text,
    from_batch int not null,
    to_batch int,
    primary key (code, from_batch)
  )`,
  `create table target (
    metric text collate "C" not null,
    statistic text collate "C" not null,
    filter text collate "C" not null,
    area_code text collate "C" not null,
    role text collate "C" not null check (role in ('threshold', 'target')),
    comparison text not null check (comparison in ('>=', '<=')),
    value double precision not null,
    unit text not null,
    valid_from date not null,
    valid_to date,
    provenance text not null check (provenance in ('own', 'comparator')),
    source text not null,
    from_batch int not null,
    to_batch int,
    primary key (metric, statistic, filter, area_code, role, valid_from, from_batch)
  )`,
  `create table annotation (
    kind text collate "C" not null check (kind in ('event', 'rebase', 'break')),
    on_date date not null,
    metric text collate "C" not null,
    area_code text collate "C" not null,
    text text collate "C" not null,
    source text not null,
    illustrative boolean not null,
    from_batch int not null,
    to_batch int,
    primary key (kind, on_date, metric, area_code, text, from_batch)
  )`,
  // --- facts ---------------------------------------------------------------------------------
  `create table fact_incident (
    incident_ref text collate "C" not null,
    area_code text collate "C" not null,
    month text collate "C" not null,
    received_at timestamptz not null,
    dispatched_at timestamptz,
    arrived_at timestamptz,
    video_connected_at timestamptz,
    initial_grade text,
    final_grade text not null,
    domestic_abuse boolean not null,
    deferred_by_victim boolean,
    incident_class text,
    closure text,
    video_stage text,
    priority_area text,
    risk text,
    first_report boolean,
    from_batch int not null,
    to_batch int,
    primary key (incident_ref, from_batch)
  )`,
  `create table fact_crime (
    crime_ref text collate "C" not null,
    area_code text collate "C" not null,
    month text collate "C" not null,
    recorded_on date not null,
    offence_group text not null,
    domestic_abuse boolean not null,
    outcome_type text,
    outcome_on date,
    suspect_identified boolean,
    arrested_on date,
    victim_key text,
    suspect_key text,
    withdrawal_stage text,
    withdrawal_reason text,
    victim_sex text,
    victim_age_band text,
    victim_ethnicity text,
    relationship text,
    risk text,
    from_batch int not null,
    to_batch int,
    primary key (crime_ref, from_batch)
  )`,
  `create table fact_survey_answer (
    response_ref text collate "C" not null,
    question text collate "C" not null,
    area_code text collate "C" not null,
    month text collate "C" not null,
    interviewed_on date,
    survey text not null,
    answer text not null,
    from_batch int not null,
    to_batch int,
    primary key (response_ref, question, from_batch)
  )`,
  `create table fact_order_event (
    order_ref text collate "C" not null,
    event text collate "C" not null,
    event_on date not null,
    interim boolean not null,
    sequence int not null,
    area_code text collate "C" not null,
    month text collate "C" not null,
    order_type text not null,
    event_at timestamptz,
    notice_ref text,
    expires_on date,
    route text,
    court text,
    breach_outcome text,
    from_batch int not null,
    to_batch int,
    primary key (order_ref, event, event_on, interim, sequence, from_batch)
  )`,
  `create table fact_referral_event (
    referral_ref text collate "C" not null,
    event text collate "C" not null,
    event_on date not null,
    sequence int not null,
    area_code text collate "C" not null,
    month text collate "C" not null,
    crime_ref text,
    flag text not null,
    kind text not null,
    decision text,
    from_batch int not null,
    to_batch int,
    primary key (referral_ref, event, event_on, sequence, from_batch)
  )`,
  `create table fact_return (
    measure text collate "C" not null,
    force_code text collate "C" not null,
    area_code text collate "C" not null,
    period text collate "C" not null,
    dimensions text collate "C" not null,
    month text collate "C" not null,
    numerator bigint not null,
    denominator bigint,
    source text not null,
    published_on date not null,
    note text,
    from_batch int not null,
    to_batch int,
    primary key (measure, force_code, area_code, period, dimensions, from_batch)
  )`,
  // --- cells and releases --------------------------------------------------------------------
  `create table release (
    release_id int generated always as identity primary key,
    force_code text not null,
    number int,
    status text not null check (status in ('draft', 'published', 'superseded', 'withdrawn')),
    as_at_batch int not null,
    synthetic boolean not null,
    data_to date not null,
    engine_version text not null,
    pinned jsonb not null,
    pinned_sha256 text not null,
    cell_count int,
    previous_sha256 text,
    sha256 text,
    created_at timestamptz not null default now(),
    published_at timestamptz,
    shown_published_on date,
    unique (force_code, number),
    check ((status = 'draft') = (number is null))
  )`,
  `create table cell (
    cell_id int generated always as identity primary key,
    force_code text collate "C" not null,
    cube text collate "C" not null,
    area_code text collate "C" not null,
    month text collate "C" not null,
    payload bytea not null,
    sha256 text not null,
    from_release int not null,
    to_release int,
    unique (force_code, cube, area_code, month, from_release)
  )`,
];

const indexes = [
  'create unique index fact_incident_current on fact_incident (incident_ref) where to_batch is null',
  'create index fact_incident_month on fact_incident (month, area_code)',
  'create unique index fact_crime_current on fact_crime (crime_ref) where to_batch is null',
  'create index fact_crime_month on fact_crime (month, area_code)',
  'create unique index fact_survey_answer_current on fact_survey_answer (response_ref, question) where to_batch is null',
  'create index fact_survey_answer_month on fact_survey_answer (month, area_code)',
  'create unique index fact_order_event_current on fact_order_event (order_ref, event, event_on, interim, sequence) where to_batch is null',
  'create index fact_order_event_month on fact_order_event (month, area_code)',
  'create unique index fact_referral_event_current on fact_referral_event (referral_ref, event, event_on, sequence) where to_batch is null',
  'create index fact_referral_event_month on fact_referral_event (month, area_code)',
  'create unique index fact_return_current on fact_return (measure, force_code, area_code, period, dimensions) where to_batch is null',
  'create index fact_return_month on fact_return (month, area_code)',
  'create unique index batch_file on batch (sha256, feed, batch_id)',
  'create unique index release_one_draft on release (force_code) where number is null',
];

// A batch's rows lie together at the end of a table, so a block range index finds them at hardly any cost.
const batchIndexes = [
  'incident',
  'crime',
  'survey_answer',
  'order_event',
  'referral_event',
  'return',
].flatMap((fact) => [
  `create index fact_${fact}_from_batch on fact_${fact} using brin (from_batch)`,
  `create index fact_${fact}_to_batch on fact_${fact} (to_batch) where to_batch is not null`,
]);

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...indexes, ...batchIndexes]) await sql.raw(statement).execute(db);
}
