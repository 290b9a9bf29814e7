import type { Staged, StagedFindings } from '../../definition.ts';

/**
 * Refuses areas whose force or parent is neither in the file nor known, and what lies below them. Repeats
 * until nothing more is refused, so that no branch hangs in the air.
 */
export async function checkTree({ tx, table }: Staged): Promise<StagedFindings> {
  const refuse = (column: string, code: string, message: string): string => `
    update ${table} s set problems = jsonb_build_array(jsonb_build_object(
      'line', s.line, 'column', '${column}', 'code', '${code}', 'message', ${message}))
    where s.problems is null and s.kind not in ('force', 'non-territorial') and not exists (
      select 1 from (
        select area_set, area_code, kind, force_code from ${table} where problems is null
        union all select area_set, area_code, kind, force_code from area where to_batch is null
      ) known where`;
  const noForce = `${refuse(
    'force_code',
    'unknown-force',
    `format('%s is not a force of this file nor one that is known. Add a row of kind force.', s.force_code)`,
  )} known.area_code = s.force_code and known.kind in ('force', 'non-territorial'))`;
  const noParent = `${refuse(
    'parent_code',
    'unknown-parent',
    `format('%s is not an area of the set %s nor the force.', s.parent_code, s.area_set)`,
  )} known.area_code = s.parent_code and known.area_code <> s.area_code and known.force_code = s.force_code
      and (known.area_set = s.area_set or known.kind in ('force', 'non-territorial')))`;
  await tx.query(noForce);
  let refused = Number.POSITIVE_INFINITY;
  while (refused > 0) refused = (await tx.query(noParent)).rowCount ?? 0;
  return { warnings: [], leftOut: 0 };
}
