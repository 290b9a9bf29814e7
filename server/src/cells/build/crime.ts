import { sql } from 'kysely';
import { cubes, NOT_RECORDED } from '../../metrics/cubes.ts';
import { spanLength } from '../tuple-builder.ts';
import { AreaBuilders, type BuildCells, knownAt, orNotRecorded } from './cell-source.ts';

interface Row {
  area_code: string;
  recorded_day: number;
  outcome_day: number | null;
  offence_group: string;
  domestic_abuse: boolean;
  outcome_type: string | null;
  victim_sex: string | null;
  victim_age_band: string | null;
  victim_ethnicity: string | null;
  relationship: string | null;
  risk: string | null;
}

/** Member of crimes not yet assigned an outcome. */
export const NO_OUTCOME = 'none';

/** Crime cells: each crime a span from the day recorded to the day of its outcome. */
export const buildCrimeCells: BuildCells = async (db, { month, areaCodes, asAtBatch }) => {
  const { rows } = await sql<Row>`
    select area_code, recorded_on - date '1970-01-01' as recorded_day,
      outcome_on - date '1970-01-01' as outcome_day, offence_group, domestic_abuse, outcome_type,
      victim_sex, victim_age_band, victim_ethnicity, relationship, risk
    from fact_crime
    where month = ${month} and area_code = any(${areaCodes}) and ${knownAt(asAtBatch)}`.execute(db);
  const builders = new AreaBuilders(cubes.crime);
  for (const row of rows) {
    const outcome = outcomeMember(row.outcome_type);
    const tuple = builders
      .of(row.area_code)
      .at([
        row.offence_group,
        String(row.domestic_abuse),
        outcome,
        orNotRecorded(row.victim_sex),
        orNotRecorded(row.victim_age_band),
        orNotRecorded(row.victim_ethnicity),
        orNotRecorded(row.relationship),
        orNotRecorded(row.risk),
      ]);
    const endDay = outcome === NO_OUTCOME ? null : row.outcome_day;
    tuple.counts[0] += 1;
    tuple.spans.push([row.recorded_day, spanLength(row.recorded_day, endDay)]);
  }
  return builders.all;
};

/** `15B` is counted inside 15; blank and 0 are not outcomes. */
function outcomeMember(outcomeType: string | null): string {
  if (outcomeType === null || outcomeType === '' || outcomeType === '0') return NO_OUTCOME;
  return /^\d+/.exec(outcomeType)?.[0] ?? NOT_RECORDED;
}
