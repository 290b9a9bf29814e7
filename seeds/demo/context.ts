import type { ManifestFile } from './manifest.ts';
import type { Plan } from './plan.ts';
import type { ReleaseFiles } from './release-files.ts';

/** What a feed needs to write its rows. */
export interface MakeContext {
  plan: Plan;
  seed: number;
  /** Multiplier of all volumes. */
  scale: number;
  open(feed: string, columns: readonly string[]): ReleaseFiles;
}

/** Writes one feed, month by month, in order. */
export interface FeedMaker {
  makeMonth(month: number): void;
  close(): ManifestFile[];
}
