import type { Staged, StagedFindings } from '../../definition.ts';

const isForce = "kind in ('force', 'non-territorial')";

/** Refuses areas of a force that is not known, and areas that no chain of parents leads from to their force. */
export async function checkTree({ tx, table }: Staged): Promise<StagedFindings> {
  const known = `
    select area_set, area_code, kind, parent_code, force_code from ${table} where problems is null
    union all
    select a.area_set, a.area_code, a.kind, a.parent_code, a.force_code from area a
    where a.to_batch is null and not exists (
      select 1 from ${table} s where s.area_set = a.area_set and s.area_code = a.area_code and s.problems is null)`;
  const refuse = (column: string, code: string, message: string): string => `
    update ${table} s set problems = jsonb_build_array(jsonb_build_object(
      'line', s.line, 'column', '${column}', 'code', '${code}', 'message', ${message}))
    where s.problems is null and not s.${isForce}`;
  await tx.query(
    `with known as (${known})
     ${refuse('force_code', 'unknown-force', "format('%s is not a force of this file nor one that is known. Add a row of kind force.', s.force_code)")}
       and not exists (select 1 from known where known.${isForce} and known.area_code = s.force_code)`,
  );
  await tx.query(
    `with recursive known as (${known}), placed as (
       select area_set, area_code, force_code, true as is_force from known where ${isForce}
       union
       select k.area_set, k.area_code, k.force_code, false from known k join placed p
         on k.parent_code = p.area_code and k.force_code = p.force_code and (p.is_force or k.area_set = p.area_set)
       where not k.${isForce}
     )
     ${refuse('parent_code', 'unknown-parent', "format('%s is not an area of the set %s that leads up to the force, nor the force.', s.parent_code, s.area_set)")}
       and not exists (select 1 from placed where placed.area_set = s.area_set and placed.area_code = s.area_code)`,
  );
  return { warnings: [], leftOut: 0 };
}
