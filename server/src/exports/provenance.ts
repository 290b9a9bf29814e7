import type { Release } from '../contract/release.ts';
import type { CsvValue } from './csv.ts';

export const provenanceColumns = ['release', 'release_sha256', 'data_to', 'notice'] as const;

const syntheticNotice = 'Synthetic demonstration data: no real person, incident or force performance';

/** Which release a row was read from, and whether it is demonstration data: on every row, so none loses it. */
export function provenance(release: Release): CsvValue[] {
  return [release.number, release.sha256, release.dataTo, release.synthetic ? syntheticNotice : ''];
}
