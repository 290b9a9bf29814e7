import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { DatabaseUnavailable } from './errors.ts';

const keyBytes = 32;

/**
 * The key that hides `*_key` columns before anything of them is written. It belongs to the database: with
 * another key the same person no longer matches. So it is made only for the built-in database, beside which
 * it is kept; for a server of one's own it must be given.
 * @throws {DatabaseUnavailable} saying what to do
 */
export function readHmacKey(config: Pick<Config, 'DATABASE_URL' | 'HMAC_KEY_FILE'>): Buffer {
  const file = config.HMAC_KEY_FILE;
  if (config.DATABASE_URL === undefined) makeUnlessThere(file);
  const key = Buffer.from(readKeyText(file), 'hex');
  if (key.length !== keyBytes) {
    throw new DatabaseUnavailable(`HMAC_KEY_FILE ${file} must hold 64 hexadecimal digits and nothing else.`);
  }
  return key;
}

function readKeyText(file: string): string {
  try {
    const isOpenToOthers = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
    if (isOpenToOthers)
      throw new DatabaseUnavailable(`Others can read HMAC_KEY_FILE ${file}. Run: chmod 600 ${file}`);
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    if (cause instanceof DatabaseUnavailable) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new DatabaseUnavailable(
      `HMAC_KEY_FILE ${file} cannot be read (${code}). Put back the file that this database was loaded with; ` +
        `for an empty database make one: openssl rand -hex ${keyBytes} > ${file} && chmod 600 ${file}`,
      { cause },
    );
  }
}

/** Written beside its place and linked there whole: of two programs that start together one wins, and both read it. */
function makeUnlessThere(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${randomBytes(keyBytes).toString('hex')}\n`, { mode: 0o600 });
  try {
    chmodSync(draft, 0o600);
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
