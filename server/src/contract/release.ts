import Type from 'typebox';
import { Force } from './area.ts';
import { nullable, words } from './common.ts';

export const ReleaseStatus = words(
  ['live', 'superseded', 'withdrawn'],
  'live: the newest published release. superseded: readable, a newer one is out. withdrawn: readable with a warning.',
);

export const FeedHeld = Type.Object(
  {
    feed: Type.String({ description: 'Feed id.' }),
    heldTo: Type.String({ description: 'Last day the feed is held to, YYYY-MM-DD.' }),
    fromMonth: Type.String({ description: 'First covered month.' }),
    toMonth: Type.String({ description: 'Last covered month.' }),
  },
  { $id: 'FeedHeld', description: 'How far one feed reaches.' },
);

export const ReleaseSummary = Type.Object(
  {
    number: Type.Integer({ description: 'Release number.' }),
    publishedOn: Type.String({ description: 'Day shown as published, YYYY-MM-DD.' }),
    publishedAt: Type.String({ description: 'Instant it was really published, ISO 8601.' }),
    dataTo: Type.String({ description: 'Earliest day any of its feeds is held to, YYYY-MM-DD.' }),
    synthetic: Type.Boolean({ description: 'Demonstration data.' }),
    cells: Type.Integer({ description: 'Cells the release reads.' }),
    changedCells: Type.Integer({ description: 'Cells that differ from the release before.' }),
    batches: Type.Integer({ description: 'Import batches new since the release before.' }),
    rows: Type.Integer({ description: 'Rows accepted in those batches.' }),
    sha256: Type.String({ description: 'Hash of the release, chained to the one before.' }),
  },
  { $id: 'ReleaseSummary', description: 'A release in the history.' },
);
export const Releases = Type.Object(
  {
    live: nullable(Type.Integer({ description: 'Number of the live release; null before the first.' })),
    releases: Type.Array(ReleaseSummary, { description: 'Newest first.' }),
  },
  { $id: 'Releases', description: 'Release history.' },
);
export const Release = Type.Object(
  {
    ...ReleaseSummary.properties,
    previousSha256: nullable(Type.String({ description: 'Hash of the release before.' })),
    asAtBatch: Type.Integer({ description: 'Last import batch it saw.' }),
    engineVersion: Type.String({ description: 'Version of the engine that built its cells.' }),
    feeds: Type.Array(FeedHeld, { description: 'How far each feed reaches.' }),
    force: Force,
  },
  { $id: 'Release', description: 'One frozen release.' },
);
export const ReleaseState = Type.Object(
  {
    number: Type.Integer({ description: 'Release number.' }),
    status: ReleaseStatus,
    live: Type.Integer({ description: 'Number of the live release.' }),
  },
  { $id: 'ReleaseState', description: 'The part of a release that can change.' },
);
export type FeedHeld = Type.Static<typeof FeedHeld>;
export type Release = Type.Static<typeof Release>;
export type ReleaseSummary = Type.Static<typeof ReleaseSummary>;
export type Releases = Type.Static<typeof Releases>;
export type ReleaseState = Type.Static<typeof ReleaseState>;
