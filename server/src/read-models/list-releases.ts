import type { ReleaseSummary, Releases } from '../contract/release.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import type { ReleaseStore } from '../releases/store.ts';

/** Release history, newest first. */
export function listReleases(store: ReleaseStore): Releases {
  return { live: store.live()?.number ?? null, releases: store.all().map(summarise) };
}

export function summarise(release: LoadedRelease): ReleaseSummary {
  const { record } = release;
  return {
    number: record.number,
    publishedOn: record.publishedOn,
    publishedAt: record.publishedAt.toISOString(),
    dataTo: record.dataTo,
    synthetic: record.synthetic,
    cells: record.cellCount,
    changedCells: release.changedCells,
    batches: record.batches,
    rows: record.rows,
    sha256: record.sha256,
  };
}
