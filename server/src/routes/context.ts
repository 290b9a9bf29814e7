import type { ReplyCache } from '../plugins/reply-cache.ts';
import type { ReleaseStore } from '../releases/store.ts';

/** What the routes answer from. */
export interface ApiContext {
  store: ReleaseStore;
  cache: ReplyCache;
  /** Code of the home force. */
  force: string;
  /** Holds every reply against the contract before it leaves; for tests and development. */
  checkReplies: boolean;
}

/** Who the figures are for. One audience until sign-in; part of every read and every cache key. */
export const audience = 'force';
