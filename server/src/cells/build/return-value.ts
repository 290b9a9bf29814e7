import { sql } from 'kysely';
import { cubes } from '../../metrics/cubes.ts';
import { grainOfPeriod } from '../../metrics/periods.ts';
import { AreaBuilders, type BuildCells, knownAt, orNotRecorded } from './cell-source.ts';

interface Row {
  measure: string;
  force_code: string;
  area_code: string;
  period: string;
  dimensions: string;
  numerator: number;
  denominator: number | null;
}

/** Return cells: published counts, in the first month of the period they were published for. */
export const buildReturnValueCells: BuildCells = async (db, { month, areaCodes, asAtBatch }) => {
  const { rows } = await sql<Row>`
    select measure, force_code, area_code, period, dimensions, numerator::float8 as numerator, denominator::float8 as denominator
    from fact_return
    where month = ${month} and area_code = any(${areaCodes}) and ${knownAt(asAtBatch)}`.execute(db);
  const builders = new AreaBuilders(cubes.return_value);
  for (const row of rows) {
    const members = new URLSearchParams(row.dimensions);
    const tuple = builders
      .of(row.area_code)
      .at([
        row.measure,
        row.force_code,
        grainOfPeriod(row.period) ?? 'month',
        orNotRecorded(members.get('offenceGroup')),
        orNotRecorded(members.get('outcome')),
        orNotRecorded(members.get('basis')),
      ]);
    tuple.counts[0] += row.numerator;
    tuple.counts[1] += row.denominator ?? 0;
  }
  return builders.all;
};
