import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../manifest.ts';

/** A row by column name. */
export type Row = Record<string, string>;

/** Reads one CSV file of the demonstration, which never quotes a cell. */
export function readRows(path: string): Row[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) throw new Error(`${path}: ${cells.length} cells in "${line}"`);
    const row: Row = {};
    for (let index = 0; index < columns.length; index++) row[columns[index]] = cells[index];
    return row;
  });
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
export function readFeedAsAt(folder: string, manifest: Manifest, feed: string, release: number): Row[] {
  const current = new Map<string, Row>();
  const known = manifest.releases.filter(({ number }) => number <= release).flatMap(({ files }) => files);
  for (const file of known.filter((each) => each.feed === feed)) {
    for (const row of readRows(join(folder, file.path))) current.set(keyOf(feed, row), row);
  }
  return [...current.values()];
}
