import { type Kysely, sql } from 'kysely';
import type { AreaTable, Database } from '../db/tables.ts';
import { cubes } from '../metrics/cubes.ts';
import type { Pinned, PinnedAreaSet } from '../metrics/pinned.ts';
import { definitionVersions } from '../metrics/registry.ts';

/** Reference rows as known at a batch, with the versions of every definition: what a release freezes. */
export async function pinReference(db: Kysely<Database>, force: string, batch: number): Promise<Pinned> {
  const known = sql<boolean>`(from_batch <= ${batch} and (to_batch is null or to_batch > ${batch}))`;
  const areas = await db
    .selectFrom('area')
    .selectAll()
    .where(known)
    .orderBy('position')
    .orderBy('area_set')
    .orderBy('area_code')
    .execute();
  const forces = areas.filter((area) => area.kind === 'force' || area.kind === 'non-territorial');
  const grades = await db
    .selectFrom('grade')
    .selectAll()
    .where(known)
    .where('force_code', '=', force)
    .orderBy('grade')
    .orderBy('valid_from')
    .execute();
  const outcomeTypes = await db.selectFrom('outcome_type').selectAll().where(known).orderBy('code').execute();
  const targets = await db
    .selectFrom('target')
    .selectAll()
    .where(known)
    .orderBy('metric')
    .orderBy('statistic')
    .orderBy('filter')
    .orderBy('area_code')
    .orderBy('role')
    .orderBy('valid_from')
    .execute();
  const annotations = await db
    .selectFrom('annotation')
    .selectAll()
    .where(known)
    .orderBy('on_date')
    .orderBy('kind')
    .orderBy('metric')
    .orderBy('filter')
    .orderBy('text')
    .orderBy('area_code')
    .execute();
  const coverage = await db
    .selectFrom('coverage')
    .selectAll()
    .where(known)
    .orderBy('feed')
    .orderBy('from_month')
    .orderBy('to_month')
    .orderBy('area_code')
    .orderBy('held_to')
    .execute();
  const names = new Map(forces.map((area) => [area.area_code, area.name]));
  return {
    force: { code: force, name: names.get(force) ?? force },
    forces: [...names].map(([code, name]) => ({ code, name })),
    areaSets: areaSetsOf(areas.filter((area) => area.area_set !== '' && area.force_code === force)),
    grades: grades.map((row) => ({
      grade: row.grade,
      label: row.label,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
    outcomeTypes: outcomeTypes.map(({ code, label }) => ({ code, label })),
    targets: targets.map((row) => ({
      metric: row.metric,
      statistic: row.statistic,
      filter: row.filter,
      areaCode: row.area_code,
      role: row.role,
      comparison: row.comparison,
      value: row.value,
      unit: row.unit,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      provenance: row.provenance,
      source: row.source,
    })),
    annotations: annotations.map((row) => ({
      kind: row.kind,
      date: row.on_date,
      ...(row.until === null ? {} : { until: row.until }),
      metric: row.metric,
      ...(row.filter === '' ? {} : { filter: row.filter }),
      ...(row.direction === null ? {} : { direction: row.direction }),
      areaCode: row.area_code,
      text: row.text,
      source: row.source,
      illustrative: row.illustrative,
    })),
    coverage: coverage.map((row) => ({
      feed: row.feed,
      areaCode: row.area_code,
      fromMonth: row.from_month,
      toMonth: row.to_month,
      heldTo: row.held_to,
    })),
    definitions: definitionVersions(),
    cubes: Object.fromEntries(Object.values(cubes).map((cube) => [cube.id, cube.version])),
  };
}

type AreaRow = Pick<
  AreaTable,
  'area_set' | 'area_code' | 'name' | 'kind' | 'parent_code' | 'valid_from' | 'valid_to'
>;

/** Sets oldest first; a set is in force from its earliest row to its latest, open where a row is. */
function areaSetsOf(rows: readonly AreaRow[]): PinnedAreaSet[] {
  const ids = [...new Set(rows.map((row) => row.area_set))];
  return ids
    .map((id) => {
      const own = rows.filter((row) => row.area_set === id);
      const ends = own.map((row) => row.valid_to);
      return {
        id,
        validFrom: own.map((row) => row.valid_from).reduce((a, b) => (a < b ? a : b)),
        validTo: ends.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b)),
        areas: own.map((row) => ({
          code: row.area_code,
          name: row.name,
          kind: row.kind,
          parent: row.parent_code,
        })),
      };
    })
    .sort((a, b) => (`${a.validFrom} ${a.id}` < `${b.validFrom} ${b.id}` ? -1 : 1));
}
