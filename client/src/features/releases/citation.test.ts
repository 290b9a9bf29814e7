import { expect, test } from 'vitest';
import { board } from '../../testing/board-fixture.ts';
import { citation } from './citation.ts';

const { release } = board();

test('names the force, the release, its dates and its hash, and says that data is synthetic', () => {
  expect(citation(release)).toBe(
    'West Mercia Police, VAWG performance, Release 14; published 5 December 2023, data to 30 November 2023; synthetic demonstration data; SHA-256 aaaaaaaaaaaa',
  );
});

test('says nothing of synthetic data when the data is real', () => {
  expect(citation({ ...release, synthetic: false })).not.toContain('synthetic');
});
