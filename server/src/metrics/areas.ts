import { lastDayOf, type Month } from './periods.ts';
import type { Pinned, PinnedArea, PinnedAreaSet } from './pinned.ts';

/** Member shown for rows that are in the area asked for but in none of its children. */
export const NOT_ALLOCATED = 'not-allocated';

/** The set in force at the end of a month; else the last that had begun, or the first there is. */
export function areaSetAt(pinned: Pinned, month: Month): PinnedAreaSet {
  const day = lastDayOf(month);
  const begun = pinned.areaSets.filter((set) => set.validFrom <= day);
  const inForce = begun.findLast((set) => set.validTo === null || set.validTo >= day);
  const found = inForce ?? begun.at(-1) ?? pinned.areaSets[0];
  if (!found) throw new Error('The release holds no area set.');
  return found;
}

export function childrenOf(set: PinnedAreaSet, code: string): PinnedArea[] {
  return set.areas.filter((area) => area.parent === code);
}

/** The area itself and every area above it in the set; empty when the set does not hold it. */
export function ancestorsOf(set: PinnedAreaSet, code: string): string[] {
  const chain: string[] = [];
  let area = set.areas.find((candidate) => candidate.code === code);
  while (area) {
    chain.push(area.code);
    const parent: string | null = area.parent;
    area = parent === null ? undefined : set.areas.find((candidate) => candidate.code === parent);
  }
  return chain;
}

/** The child of the force that an area lies in, or is; the area's own code where the set knows none. */
function childOfForce(set: PinnedAreaSet, force: string, areaCode: string): string {
  const children = new Set(childrenOf(set, force).map(({ code }) => code));
  return ancestorsOf(set, areaCode).find((code) => children.has(code)) ?? areaCode;
}

/** Area code under which rows of the whole force are added up. */
export const WHOLE_FORCE = '*';

/** Where a row counts when areas below the children of the force are added up: in one of these, and in the whole. */
export function rollUpArea(set: PinnedAreaSet, force: string, areaCode: string): string[] {
  return [childOfForce(set, force, areaCode), WHOLE_FORCE];
}

export type Place = (areaCode: string) => readonly number[];

/** Places of rolled-up areas: the force, at `forceAt` (-1 when it is not asked for), takes the whole alone. */
export function placeRolledUp(place: Place, forceAt: number): Place {
  const whole = forceAt < 0 ? [] : [forceAt];
  return (areaCode) =>
    areaCode === WHOLE_FORCE ? whole : place(areaCode).filter((node) => node !== forceAt);
}

const places = new WeakMap<PinnedAreaSet, Map<string, Place>>();

/**
 * Which of `nodes` a row's area code counts in. Every row of the home force counts in the force, also
 * where the asked set does not know its code; `not-allocated` takes what is in `parent` but in no child of it.
 */
export function placeInNodes(
  set: PinnedAreaSet,
  force: string,
  parent: string,
  nodes: readonly string[],
): Place {
  const known = places.get(set) ?? new Map<string, Place>();
  places.set(set, known);
  const key = [force, parent, ...nodes].join(' ');
  const place = known.get(key) ?? makePlace(set, force, parent, nodes);
  known.set(key, place);
  return place;
}

function makePlace(set: PinnedAreaSet, force: string, parent: string, nodes: readonly string[]): Place {
  const children = new Set(childrenOf(set, parent).map((area) => area.code));
  const placed = new Map<string, readonly number[]>();
  return (areaCode) => {
    let indexes = placed.get(areaCode);
    if (!indexes) {
      const chain = ancestorsOf(set, areaCode);
      if (!chain.includes(force)) chain.push(force);
      const unallocated = chain.includes(parent) && !chain.some((code) => children.has(code));
      indexes = nodes.flatMap((node, i) =>
        (node === NOT_ALLOCATED ? unallocated : chain.includes(node)) ? [i] : [],
      );
      placed.set(areaCode, indexes);
    }
    return indexes;
  };
}
