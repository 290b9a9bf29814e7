import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHmacKey } from './hmac-key.ts';

const DATABASE_URL = 'postgres://someone@db.example/vawg';
let folder: string;
let HMAC_KEY_FILE: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vawg-key-'));
  HMAC_KEY_FILE = path.join(folder, 'data', 'hmac.key');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the key of personal keys', () => {
  test('is made for the built-in database and is the same when read again', () => {
    const made = readHmacKey({ HMAC_KEY_FILE });

    expect(made).toHaveLength(32);
    expect(readHmacKey({ HMAC_KEY_FILE })).toEqual(made);
    expect(statSync(HMAC_KEY_FILE).mode & 0o777).toBe(0o600);
    expect(readdirSync(path.dirname(HMAC_KEY_FILE))).toEqual(['hmac.key']);
  });

  test('is never made for a server of one’s own', () => {
    expect(() => readHmacKey({ DATABASE_URL, HMAC_KEY_FILE })).toThrow(
      /cannot be read \(ENOENT\).*openssl rand/,
    );
  });

  test('is refused while others can read it', () => {
    readHmacKey({ HMAC_KEY_FILE });
    chmodSync(HMAC_KEY_FILE, 0o640);

    expect(() => readHmacKey({ HMAC_KEY_FILE })).toThrow(/chmod 600/);
  });

  test('is refused when it is not 64 hexadecimal digits', () => {
    readHmacKey({ HMAC_KEY_FILE });
    writeFileSync(HMAC_KEY_FILE, 'a pass phrase');

    expect(() => readHmacKey({ DATABASE_URL, HMAC_KEY_FILE })).toThrow(/64 hexadecimal digits/);
  });
});
