import { expect, test } from 'vitest';
import { type HashedRelease, releaseHash } from './release-hash.ts';

const release: HashedRelease = {
  force: 'E23000016',
  number: 2,
  asAtBatch: 7,
  dataTo: '2023-11-30',
  engineVersion: '1',
  synthetic: true,
  pinnedSha256: 'p',
  previousSha256: 'a',
  cells: [
    { cube: 'crime', area_code: 'N1', month: '2023-11', sha256: 'c1' },
    { cube: 'incident', area_code: 'N1', month: '2023-11', sha256: 'c2' },
  ],
};

test('releaseHash is the same for the same release, whatever else its rows hold', () => {
  const withMore = release.cells.map((cell) => ({ ...cell, cell_id: 12 }));
  expect(releaseHash({ ...release, cells: withMore })).toBe(releaseHash(release));
});

test.each<[string, Partial<HashedRelease>]>([
  ['force', { force: 'E23000014' }],
  ['number', { number: 3 }],
  ['batch', { asAtBatch: 8 }],
  ['day', { dataTo: '2023-11-29' }],
  ['engine', { engineVersion: '2' }],
  ['mark of synthetic data', { synthetic: false }],
  ['pinned reference', { pinnedSha256: 'q' }],
  ['release before', { previousSha256: null }],
  ['list of cells', { cells: release.cells.slice(1) }],
  ['content of a cell', { cells: release.cells.map((cell) => ({ ...cell, sha256: 'other' })) }],
  ['place of a cell', { cells: release.cells.map((cell) => ({ ...cell, area_code: 'S1' })) }],
])('releaseHash covers the %s', (_, change) => {
  expect(releaseHash({ ...release, ...change })).not.toBe(releaseHash(release));
});
