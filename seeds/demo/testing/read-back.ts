import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Manifest } from '../manifest.ts';

/** A row by column name. */
export type Row = Record<string, string>;

/** Reads one CSV file of the demonstration, which never quotes a cell. */
export async function* readRows(path: string): AsyncGenerator<Row> {
  let columns: string[] | undefined;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const cells = line.split(',');
    if (columns === undefined) {
      columns = cells;
      continue;
    }
    if (cells.length !== columns.length) throw new Error(`${path}: ${cells.length} cells in "${line}"`);
    yield Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
  }
}

/** The key columns of each feed. */
export const keyColumns: Record<string, readonly string[]> = {
  incidents: ['incident_ref'],
  crimes: ['crime_ref'],
  surveys: ['response_ref', 'question'],
  orders: ['order_ref', 'event', 'event_on', 'interim', 'sequence'],
  referrals: ['referral_ref', 'event', 'event_on', 'sequence'],
  returns: ['measure', 'force_code', 'area_code', 'period', 'dim_offence_group', 'dim_outcome', 'dim_basis'],
};

/** A row's key as one text. */
export function keyOf(feed: string, row: Row): string {
  return keyColumns[feed].map((column) => row[column]).join(' ');
}

/** The rows of a feed as they stand at a release: the latest version of each key. */
export async function readFeedAsAt(
  folder: string,
  manifest: Manifest,
  feed: string,
  release: number,
): Promise<Row[]> {
  const current = new Map<string, Row>();
  for (const { number, files } of manifest.releases) {
    if (number > release) break;
    for (const file of files) {
      if (file.feed !== feed) continue;
      for await (const row of readRows(join(folder, file.path))) current.set(keyOf(feed, row), row);
    }
  }
  return [...current.values()];
}
