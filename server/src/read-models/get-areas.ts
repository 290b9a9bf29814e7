import type { Areas } from '../contract/area.ts';
import type { PinnedAreaSet } from '../metrics/pinned.ts';
import type { ReleaseStore } from '../releases/store.ts';

/** The home force and its dated area sets, as pinned in the live release; no sets before the first. */
export function getAreas(store: ReleaseStore, force: string): Areas {
  const live = store.live();
  if (!live) return { release: null, force: { code: force, name: force }, areaSets: [] };
  return {
    release: live.number,
    force: { ...live.pinned.force },
    areaSets: live.pinned.areaSets.map(describeSet),
  };
}

function describeSet(set: PinnedAreaSet): Areas['areaSets'][number] {
  return {
    id: set.id,
    validFrom: set.validFrom,
    validTo: set.validTo,
    areas: set.areas.map((area) => ({ ...area })),
  };
}
