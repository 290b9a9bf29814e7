import type { FeedHeld, Release, ReleaseState } from '../contract/release.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import type { ReleaseStore } from '../releases/store.ts';
import { summarise } from './list-releases.ts';
import { QueryProblem } from './query-problem.ts';

/** One frozen release. What can change about it is in `getReleaseState`. */
export function getRelease(release: LoadedRelease): Release {
  const { record, pinned } = release;
  return {
    ...summarise(release),
    previousSha256: record.previousSha256,
    asAtBatch: record.asAtBatch,
    engineVersion: record.engineVersion,
    feeds: feedsHeld(release),
    force: { ...pinned.force },
  };
}

/** Whether a release is live, superseded or withdrawn. @throws {QueryProblem} 404 `unknown-release` */
export function getReleaseState(store: ReleaseStore, number: number): ReleaseState {
  const release = store.get(number);
  const live = store.live();
  if (!release || !live) {
    const valid = store.all().map((one) => String(one.number));
    throw new QueryProblem({
      status: 404,
      code: 'unknown-release',
      detail: `There is no release ${number}.`,
      valid,
    });
  }
  if (release.record.status === 'withdrawn') return { number, status: 'withdrawn', live: live.number };
  return { number, status: release === live ? 'live' : 'superseded', live: live.number };
}

function feedsHeld(release: LoadedRelease): FeedHeld[] {
  const feeds = new Map<string, FeedHeld>();
  for (const row of release.pinned.coverage) {
    const known = feeds.get(row.feed);
    feeds.set(row.feed, {
      feed: row.feed,
      heldTo: known && known.heldTo > row.heldTo ? known.heldTo : row.heldTo,
      fromMonth: known && known.fromMonth < row.fromMonth ? known.fromMonth : row.fromMonth,
      toMonth: known && known.toMonth > row.toMonth ? known.toMonth : row.toMonth,
    });
  }
  return [...feeds.values()];
}
