import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let first: TestDatabase;
let second: TestDatabase;
beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});
afterAll(() => Promise.all([first.drop(), second.drop()]));

test('gives each test file a migrated database of its own', async () => {
  await first.pool.query('create table only_here (id int)');

  const [there, here] = await Promise.all([countTables(second), countTables(first)]);

  expect(there).toBeGreaterThan(0);
  expect(here).toBe(there + 1);
});

async function countTables({ pool }: TestDatabase): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*) from pg_tables where schemaname = 'public'",
  );
  return rows[0]?.count ?? 0;
}
