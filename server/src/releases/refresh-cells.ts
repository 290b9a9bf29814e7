import { sql, type Transaction } from 'kysely';
import { cellBuilders } from '../cells/build/cell-builders.ts';
import { encodeCell } from '../cells/encode.ts';
import type { Database } from '../db/tables.ts';
import { type CubeId, cubes } from '../metrics/cubes.ts';
import { sha256 } from './canonical.ts';

export interface RefreshRequest {
  readonly force: string;
  readonly release: number;
  /** Batches after this one are new; 0 for the first release. */
  readonly afterBatch: number;
  readonly asAtBatch: number;
  /** Cubes whose version changed since the release before: every cell of theirs is built again. */
  readonly rebuild: readonly CubeId[];
  readonly notify: (line: string) => void;
}

interface Touched {
  cube: CubeId;
  month: string;
  area_codes: string[];
}

/** Builds the cells that new batches touched, and replaces those that differ. Returns how many changed. */
export async function refreshCells(trx: Transaction<Database>, request: RefreshRequest): Promise<number> {
  const touched = await touchedCells(trx, request);
  let changed = 0;
  let done = 0;
  for (const { cube, month, area_codes } of touched) {
    changed += await refreshMonth(trx, request, cube, month, area_codes);
    done += 1;
    if (done % 50 === 0) request.notify(`  cells: ${done} of ${touched.length} months built`);
  }
  return changed;
}

async function touchedCells(trx: Transaction<Database>, request: RefreshRequest): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    select cube, month, array_agg(distinct area_code) as area_codes
    from (
      select cube, month, area_code from batch_touch
      where batch_id > ${request.afterBatch} and batch_id <= ${request.asAtBatch}
      union all
      select cube, month, area_code from batch_touch
      where batch_id <= ${request.asAtBatch} and cube = any(${request.rebuild})
    ) touched
    group by cube, month order by cube, month`.execute(trx);
  return rows;
}

async function refreshMonth(
  trx: Transaction<Database>,
  request: RefreshRequest,
  cube: CubeId,
  month: string,
  areaCodes: readonly string[],
): Promise<number> {
  const built = await cellBuilders[cube](trx, { month, areaCodes, asAtBatch: request.asAtBatch });
  const current = await trx
    .selectFrom('cell')
    .select(['cell_id', 'area_code', 'sha256'])
    .where('force_code', '=', request.force)
    .where('cube', '=', cube)
    .where('month', '=', month)
    .where('area_code', 'in', areaCodes)
    .where('to_release', 'is', null)
    .execute();
  const fresh = [...built].map(([areaCode, builder]) => {
    const payload = encodeCell(cubes[cube], builder.finish());
    return { area_code: areaCode, payload, sha256: sha256(payload) };
  });
  const same = new Set(
    current
      .filter((cell) => fresh.some((one) => one.area_code === cell.area_code && one.sha256 === cell.sha256))
      .map((cell) => cell.area_code),
  );
  const closed = current.filter((cell) => !same.has(cell.area_code));
  if (closed.length > 0)
    await trx
      .updateTable('cell')
      .set({ to_release: request.release })
      .where(
        'cell_id',
        'in',
        closed.map((cell) => cell.cell_id),
      )
      .execute();
  const opened = fresh.filter((cell) => !same.has(cell.area_code));
  if (opened.length > 0)
    await trx
      .insertInto('cell')
      .values(
        opened.map((cell) => ({
          ...cell,
          force_code: request.force,
          cube,
          month,
          from_release: request.release,
          to_release: null,
        })),
      )
      .execute();
  return new Set([...closed, ...opened].map((cell) => cell.area_code)).size;
}
