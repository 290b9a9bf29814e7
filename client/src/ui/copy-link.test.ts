import { describe, expect, test } from 'vitest';
import { pinnedAddress } from './copy-link.tsx';

describe('pinnedAddress', () => {
  test('adds the release beside the filters', () => {
    expect(pinnedAddress('http://127.0.0.1:8080/board?month=2023-11', 14)).toBe(
      'http://127.0.0.1:8080/board?month=2023-11&release=14',
    );
  });
  test('replaces the release the reader is on', () => {
    expect(pinnedAddress('http://127.0.0.1:8080/board?release=13', 14)).toBe(
      'http://127.0.0.1:8080/board?release=14',
    );
  });
});
