import { canonicalJson, sha256 } from './canonical.ts';

/** What a release's hash covers. Cells in order of cube, area and month. */
export interface HashedRelease {
  readonly force: string;
  readonly number: number;
  readonly asAtBatch: number;
  readonly dataTo: string;
  readonly engineVersion: string;
  readonly synthetic: boolean;
  readonly pinnedSha256: string;
  readonly previousSha256: string | null;
  readonly cells: readonly { cube: string; area_code: string; month: string; sha256: string }[];
}

/** Hash of a release, chained to the one before: changing any cell of any release changes every later hash. */
export function releaseHash(release: HashedRelease): string {
  const cells = release.cells.map((cell) => [cell.cube, cell.area_code, cell.month, cell.sha256]);
  return sha256(canonicalJson({ ...release, cells }));
}
