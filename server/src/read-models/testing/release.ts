import { encodeCell } from '../../cells/encode.ts';
import { LoadedCell } from '../../cells/loaded-cell.ts';
import { TupleBuilder } from '../../cells/tuple-builder.ts';
import { type CubeId, cubes } from '../../metrics/cubes.ts';
import type { Pinned } from '../../metrics/pinned.ts';
import { definitionVersions } from '../../metrics/registry.ts';
import { pinnedWith } from '../../metrics/testing/pinned.ts';
import { type HeldCell, LoadedRelease } from '../../releases/loaded-release.ts';

/** A cell of release 1, filled as a cell builder fills it. */
export function heldCell(
  cube: CubeId,
  areaCode: string,
  month: string,
  fill: (builder: TupleBuilder) => void,
): HeldCell {
  const builder = new TupleBuilder(cubes[cube]);
  fill(builder);
  const payload = encodeCell(cubes[cube], builder.finish());
  return { cell: new LoadedCell(cube, areaCode, month, payload), fromRelease: 1, toRelease: null };
}

/** A published release in memory: every metric known, and what else is pinned as given. */
export function releaseWith(
  held: readonly HeldCell[],
  parts: Partial<Pinned>,
  previous: LoadedRelease | null = null,
): LoadedRelease {
  const pinned = pinnedWith({ definitions: definitionVersions(), ...parts });
  const dataTo = pinned.coverage.map(({ heldTo }) => heldTo).reduce((a, b) => (a < b ? a : b), '9999-12-31');
  const record = {
    number: (previous?.number ?? 0) + 1,
    status: 'published',
    asAtBatch: 1,
    synthetic: false,
    dataTo,
    engineVersion: 'test',
    pinned,
    cellCount: held.length,
    previousSha256: null,
    sha256: 'test',
    publishedAt: new Date(0),
    publishedOn: dataTo,
    batches: 1,
    rows: held.length,
  } as const;
  return new LoadedRelease(record, held, previous);
}
