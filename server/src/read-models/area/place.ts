import { areaSetAt, childrenOf } from '../../metrics/areas.ts';
import type { PinnedArea, PinnedAreaSet } from '../../metrics/pinned.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { areaName } from '../nodes.ts';
import { QueryProblem } from '../query-problem.ts';

/** One area in one dated set, and the areas it is compared with. */
export interface Place {
  readonly areaSet: PinnedAreaSet;
  readonly area: PinnedArea;
  /** The area it lies in; null for the force. */
  readonly parent: string | null;
  /** It and the others of its parent, in the force's own order; the force's own parts for the force. */
  readonly siblings: readonly PinnedArea[];
}

/**
 * Finds an area by its code, in the set in force in the month, else in the newest that holds it.
 * @throws {QueryProblem} 404 `unknown-area` naming every area
 */
export function requirePlace(release: LoadedRelease, code: string, month: string): Place {
  const { pinned } = release;
  const inForce = areaSetAt(pinned, month);
  const force = pinned.force.code;
  if (code === force || code === 'force') {
    const area = { code: force, name: areaName(pinned, inForce, force), kind: 'force', parent: null };
    return { areaSet: inForce, area, parent: null, siblings: childrenOf(inForce, force) };
  }
  const sets = [inForce, ...pinned.areaSets.toReversed()];
  const areaSet = sets.find(({ areas }) => areas.some((one) => one.code === code));
  const area = areaSet?.areas.find((one) => one.code === code);
  if (!areaSet || !area) {
    const valid = [
      ...new Set([force, ...pinned.areaSets.flatMap(({ areas }) => areas.map((one) => one.code))]),
    ];
    const detail = `Release ${release.number} knows no area "${code}".`;
    throw new QueryProblem({ status: 404, code: 'unknown-area', detail, parameter: 'code', valid });
  }
  const parent = area.parent ?? force;
  return { areaSet, area, parent, siblings: childrenOf(areaSet, parent) };
}
