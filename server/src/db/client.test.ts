import { describe, expect, test } from 'vitest';
import { findFault } from './client.ts';

describe('a server of one’s own', () => {
  test('is refused below PostgreSQL 15, naming its version', () => {
    expect(findFault({ version: '14.11', number: 140011, encoding: 'UTF8' })).toMatch(/14\.11; 15 or newer/);
  });

  test('is refused when its database is not in UTF8', () => {
    expect(findFault({ version: '16.2', number: 160002, encoding: 'LATIN1' })).toMatch(/LATIN1/);
  });

  test('is accepted from PostgreSQL 15 on', () => {
    expect(findFault({ version: '15.0', number: 150000, encoding: 'UTF8' })).toBeUndefined();
  });
});
