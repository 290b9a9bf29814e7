import type { Feed, FeedName } from './definition.ts';
import { annotations } from './feeds/annotations/feed.ts';
import { areas } from './feeds/areas/feed.ts';
import { crimes } from './feeds/crimes/feed.ts';
import { grades } from './feeds/grades/feed.ts';
import { incidents } from './feeds/incidents/feed.ts';
import { orders } from './feeds/orders/feed.ts';
import { outcomeTypes } from './feeds/outcome-types/feed.ts';
import { referrals } from './feeds/referrals/feed.ts';
import { returns } from './feeds/returns/feed.ts';
import { surveys } from './feeds/surveys/feed.ts';
import { targets } from './feeds/targets/feed.ts';
import { UsageError } from './problems.ts';

/** Every feed, in the order in which an empty database needs them: what others refer to comes first. */
export const feeds: readonly Feed[] = [
  areas,
  grades,
  outcomeTypes,
  targets,
  annotations,
  incidents,
  crimes,
  surveys,
  orders,
  referrals,
  returns,
];

const byName = new Map<string, Feed>(feeds.map((feed) => [feed.name, feed]));

/** @throws {UsageError} naming the known feeds */
export function findFeed(name: FeedName | string): Feed {
  const feed = byName.get(name);
  if (!feed) throw new UsageError(`There is no feed "${name}". Known are ${[...byName.keys()].join(', ')}.`);
  return feed;
}
