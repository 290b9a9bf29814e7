import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbedded } from '../../server/src/db/embedded/open.ts';

/** The newest and the oldest PostgreSQL the product supports that can be had from npm. */
export type PostgresMajor = 15 | 18;

export interface TestServer {
  /** Superuser address of a maintenance database; others are made beside it. */
  url: string;
  version: string;
  stop(): Promise<void>;
}

/** The major version the tests run on: `TEST_PG_MAJOR`, 18 unless told. */
export function chosenMajor(): PostgresMajor {
  const chosen = process.env.TEST_PG_MAJOR ?? '18';
  if (chosen === '15') return 15;
  if (chosen === '18') return 18;
  throw new Error(`TEST_PG_MAJOR is "${chosen}"; it can be 15 or 18`);
}

/** Starts a throw-away server on a free loopback port; it ends with this process, however that ends. */
export async function startTestServer(major: PostgresMajor = chosenMajor()): Promise<TestServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vawg-test-'));
  // PostgreSQL 15 walks to its folder by name, and as root it runs under another account.
  await chmod(folder, 0o711);
  const packageName = major === 15 ? `postgres-15-${process.platform}-${process.arch}` : undefined;
  try {
    const server = await openEmbedded(folder, () => undefined, { packageName, isThrowAway: true });
    return { url: server.databaseUrl, version: server.version, stop: () => server.close() };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
