import type { AreaSetOffered } from '../../contract/comparison.ts';
import { areaSetAt, childrenOf } from '../../metrics/areas.ts';
import type { Pinned, PinnedAreaSet } from '../../metrics/pinned.ts';
import { capitalised, countText } from '../findings/format.ts';

/** The sets that can be shown, oldest first, and which is. */
export function offeredSets(pinned: Pinned, shown: PinnedAreaSet, month: string): AreaSetOffered[] {
  const inForce = areaSetAt(pinned, month);
  return pinned.areaSets.map((set) => ({
    id: set.id,
    validFrom: set.validFrom,
    validTo: set.validTo,
    areas: set.areas.map((area) => ({ ...area })),
    label: labelOf(childrenOf(set, pinned.force.code)),
    shown: set.id === shown.id,
    inForce: set.id === inForce.id,
  }));
}

const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  lpa: ['local policing area', 'local policing areas'],
  district: ['district', 'districts'],
  station: ['station', 'stations'],
  team: ['neighbourhood team', 'neighbourhood teams'],
};

/** `Five local policing areas`. */
export function labelOf(areas: readonly { readonly kind: string }[]): string {
  const [kind] = new Set(areas.map((area) => area.kind));
  const same = areas.every((area) => area.kind === kind);
  const [one, many] = (same && kind !== undefined ? kinds[kind] : undefined) ?? ['area', 'areas'];
  return capitalised(`${countText(areas.length)} ${areas.length === 1 ? one : many}`);
}
