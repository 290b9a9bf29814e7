import { cubes } from '../../metrics/cubes.ts';
import type { Pinned } from '../../metrics/pinned.ts';
import type { HeldCell, LoadedRelease } from '../../releases/loaded-release.ts';
import { releaseWith } from './release.ts';

const feeds = [...new Set(Object.values(cubes).map(({ feed }) => feed))];
const coverTo = (toMonth: string, heldTo: string) =>
  feeds.map((feed) => ({ feed, areaCode: null, fromMonth: '2021-01', toMonth, heldTo }));
/** What release 1 covers: to the end of September 2022. */
export const first: Partial<Pinned> = { coverage: coverTo('2022-09', '2022-09-30') };
/** What release 2 covers: a month more. */
export const second: Partial<Pinned> = { coverage: coverTo('2022-10', '2022-10-31') };
const during = (cell: HeldCell, fromRelease: number, toRelease: number | null): HeldCell => ({
  ...cell,
  fromRelease,
  toRelease,
});

/** Two releases: cells of the first alone, of both, and of the second alone. */
export function twoReleases(
  { gone = [], both = [], come = [] }: Partial<Record<'gone' | 'both' | 'come', readonly HeldCell[]>>,
  [before, now]: readonly [Partial<Pinned>, Partial<Pinned>] = [first, second],
): LoadedRelease {
  const held = [
    ...gone.map((cell) => during(cell, 1, 2)),
    ...both.map((cell) => during(cell, 1, null)),
    ...come.map((cell) => during(cell, 2, null)),
  ];
  return releaseWith(held, now, releaseWith(held, before));
}
