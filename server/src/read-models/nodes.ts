import { childrenOf, NOT_ALLOCATED } from '../metrics/areas.ts';
import type { Pinned, PinnedAreaSet } from '../metrics/pinned.ts';

/** Lines of `by=area`: the direct children, the area itself, and what could not be placed in a child. */
export function nodesFor(set: PinnedAreaSet, area: string): string[] {
  const children = childrenOf(set, area).map((child) => child.code);
  return children.length === 0 ? [area] : [...children, area, NOT_ALLOCATED];
}

/** An area in words. */
export function areaName(pinned: Pinned, set: PinnedAreaSet, code: string): string {
  if (code === NOT_ALLOCATED) return 'Not allocated to an area';
  if (code === pinned.force.code) return pinned.force.name;
  return set.areas.find((area) => area.code === code)?.name ?? code;
}
