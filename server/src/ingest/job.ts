import type { PoolClient } from 'pg';
import type { Asked } from './batches.ts';
import type { Feed } from './definition.ts';
import type { InspectedFile } from './read/inspect-file.ts';

/** One import, from an open transaction to just before it is committed. */
export interface Job {
  tx: PoolClient;
  feed: Feed;
  file: InspectedFile;
  asked: Asked;
  parser: string | undefined;
  synthetic: boolean;
  force: string;
  hmacKey: Buffer;
  /** Null in a dry run. */
  attemptId: number | null;
  notify(line: string): void;
  onRows(bytesRead: number, rows: number): void;
}
