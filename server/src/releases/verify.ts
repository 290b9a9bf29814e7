import type { Kysely, Selectable } from 'kysely';
import type { Database, ReleaseTable } from '../db/tables.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { releaseHash } from './release-hash.ts';

/** Result of checking one release: null when every hash is as published. */
export interface Verification {
  readonly number: number;
  readonly cells: number;
  readonly difference: string | null;
}

/** Recomputes the hash of every cell, of what is pinned, and the chain, of one release or of all. */
export async function verifyReleases(
  db: Kysely<Database>,
  force: string,
  only?: number,
): Promise<Verification[]> {
  const releases = await db
    .selectFrom('release')
    .selectAll()
    .where('force_code', '=', force)
    .where('number', 'is not', null)
    .orderBy('number')
    .execute();
  const results: Verification[] = [];
  let previous: string | null = null;
  for (const release of releases) {
    if (only === undefined || only === release.number)
      results.push(await verifyRelease(db, release, previous));
    previous = release.sha256;
  }
  return results;
}

async function verifyRelease(
  db: Kysely<Database>,
  release: Selectable<ReleaseTable>,
  previous: string | null,
): Promise<Verification> {
  const number = release.number ?? 0;
  const cells = await db
    .selectFrom('cell')
    .select(['cube', 'area_code', 'month', 'payload', 'sha256'])
    .where('force_code', '=', release.force_code)
    .where('from_release', '<=', number)
    .where((eb) => eb.or([eb('to_release', 'is', null), eb('to_release', '>', number)]))
    .orderBy('cube')
    .orderBy('area_code')
    .orderBy('month')
    .execute();
  const result = (difference: string | null): Verification => ({ number, cells: cells.length, difference });
  const changed = cells.find((cell) => sha256(cell.payload) !== cell.sha256);
  if (changed)
    return result(`cell ${changed.cube} ${changed.area_code} ${changed.month} does not match its hash`);
  if (cells.length !== release.cell_count)
    return result(`it has ${cells.length} cells and was published with ${release.cell_count}`);
  if (sha256(canonicalJson(release.pinned)) !== release.pinned_sha256)
    return result('what is pinned in it does not match its hash');
  if (release.previous_sha256 !== previous) return result('it is not chained to the release before it');
  const hash = releaseHash({
    force: release.force_code,
    number,
    asAtBatch: release.as_at_batch,
    dataTo: release.data_to,
    engineVersion: release.engine_version,
    synthetic: release.synthetic,
    pinnedSha256: release.pinned_sha256,
    previousSha256: release.previous_sha256,
    cells: cells.map(({ payload: _payload, ...cell }) => cell),
  });
  return result(hash === release.sha256 ? null : 'its hash does not match its cells and what is pinned');
}
