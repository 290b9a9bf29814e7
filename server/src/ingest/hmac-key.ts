import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The key that hides keys of people. In the program's own data folder it is made on first use, readable by its
 * owner alone; with a database of one's own it must be there.
 * @throws when it is missing or is not 64 hexadecimal digits
 */
export function loadHmacKey(config: { HMAC_KEY_FILE: string; DATABASE_URL?: string }): Buffer {
  const { HMAC_KEY_FILE: file, DATABASE_URL: url } = config;
  const text = readKey(file) ?? (url === undefined ? makeKey(file) : undefined);
  if (text === undefined) {
    throw new Error(
      `There is no file ${file} (HMAC_KEY_FILE). Make one with: openssl rand -hex 32 > ${file}; chmod 600 ${file}`,
    );
  }
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new Error(
      `${file} (HMAC_KEY_FILE) does not hold 64 hexadecimal digits. Put the right key file back.`,
    );
  }
  return Buffer.from(text, 'hex');
}

function readKey(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Two programs may start at once: the file of the first counts. */
function makeKey(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
