import { sql } from 'kysely';
import { cubes } from '../../metrics/cubes.ts';
import { AreaBuilders, type BuildCells, knownAt, orNotRecorded } from './cell-source.ts';

interface Row {
  area_code: string;
  order_type: string;
  event: string;
  interim: boolean;
  court: string | null;
  route: string | null;
  events: number;
}

/** Order cells: dated events of orders. */
export const buildOrderEventCells: BuildCells = async (db, { month, areaCodes, asAtBatch }) => {
  const { rows } = await sql<Row>`
    select area_code, order_type, event, interim, court, route, count(*)::int as events
    from fact_order_event
    where month = ${month} and area_code = any(${areaCodes}) and ${knownAt(asAtBatch)}
    group by area_code, order_type, event, interim, court, route`.execute(db);
  const builders = new AreaBuilders(cubes.order_event);
  for (const row of rows) {
    const members = [
      row.order_type,
      row.event,
      String(row.interim),
      orNotRecorded(row.court),
      orNotRecorded(row.route),
    ];
    builders.of(row.area_code).at(members).counts[0] += row.events;
  }
  return builders.all;
};
