import { sql } from 'kysely';
import { cubes } from '../../metrics/cubes.ts';
import { AreaBuilders, type BuildCells, knownAt, orNotRecorded } from './cell-source.ts';

interface Row {
  area_code: string;
  final_grade: string;
  initial_grade: string | null;
  domestic_abuse: boolean;
  incident_class: string | null;
  priority_area: string | null;
  local_hour: number;
  first_report: boolean | null;
  risk: string | null;
  deferred_by_victim: boolean | null;
  closure: string | null;
  video_stage: string | null;
  total_seconds: number | null;
  dispatch_seconds: number | null;
  travel_seconds: number | null;
  video_seconds: number | null;
}

/** Incident cells. Stamps out of order leave their interval absent and are counted. */
export const buildIncidentCells: BuildCells = async (db, { month, areaCodes, asAtBatch }) => {
  const { rows } = await sql<Row>`
    select area_code, final_grade, initial_grade, domestic_abuse, incident_class, priority_area,
      extract(hour from received_at at time zone 'Europe/London')::int as local_hour,
      first_report, risk, deferred_by_victim, closure, video_stage,
      extract(epoch from arrived_at - received_at)::int as total_seconds,
      extract(epoch from dispatched_at - received_at)::int as dispatch_seconds,
      extract(epoch from arrived_at - dispatched_at)::int as travel_seconds,
      extract(epoch from video_connected_at - received_at)::int as video_seconds
    from fact_incident
    where month = ${month} and area_code = any(${areaCodes}) and ${knownAt(asAtBatch)}`.execute(db);
  const builders = new AreaBuilders(cubes.incident);
  for (const row of rows) addIncident(builders, row);
  return builders.all;
};

function addIncident(builders: AreaBuilders, row: Row): void {
  const tuple = builders
    .of(row.area_code)
    .at([
      row.final_grade,
      orNotRecorded(row.initial_grade),
      String(row.domestic_abuse),
      orNotRecorded(row.incident_class),
      orNotRecorded(row.priority_area),
      hourBand(row.local_hour),
      orNotRecorded(row.first_report),
      orNotRecorded(row.risk),
      String(row.deferred_by_victim ?? false),
      orNotRecorded(row.closure),
      orNotRecorded(row.video_stage),
    ]);
  const total = inOrder(row.total_seconds);
  const dispatch = inOrder(row.dispatch_seconds);
  const travel = inOrder(row.travel_seconds);
  const intervals = [row.total_seconds, row.dispatch_seconds, row.travel_seconds, row.video_seconds];
  const paired = total !== null && dispatch !== null && travel !== null;
  const counts = [
    1,
    row.closure === 'attended' && row.total_seconds === null ? 1 : 0,
    intervals.some((seconds) => seconds !== null && seconds < 0) ? 1 : 0,
    paired ? 1 : 0,
    paired ? dispatch : 0,
    paired ? travel : 0,
  ];
  for (let i = 0; i < counts.length; i++) tuple.counts[i] += counts[i];
  const seen = row.domestic_abuse ? earliest(total, inOrder(row.video_seconds)) : null;
  [total, dispatch, travel, seen].forEach((seconds, i) => {
    if (seconds !== null) tuple.runs[i].push(seconds);
  });
}

/** A negative interval is absent: the row stays, the interval does not. */
function inOrder(seconds: number | null): number | null {
  return seconds !== null && seconds >= 0 ? seconds : null;
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function hourBand(hour: number): string {
  const from = Math.floor(hour / 6) * 6;
  return `${String(from).padStart(2, '0')}-${String(from + 6).padStart(2, '0')}`;
}
