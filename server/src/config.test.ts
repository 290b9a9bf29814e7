import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vawg-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('settings', () => {
  test('default to the built-in database and its demonstration', () => {
    expect(loadConfig({}, folder)).toEqual({
      PORT: 8080,
      HOST: '127.0.0.1',
      DATA_DIR: path.join(folder, '.data'),
      SEED: 'demo',
      FORCE: 'E23000016',
      HMAC_KEY_FILE: path.join(folder, '.data', 'hmac.key'),
    });
  });

  test('seed nothing by themselves on a server of one’s own', () => {
    const config = loadConfig({ DATABASE_URL: 'postgresql://db.example/vawg', HMAC_KEY_FILE: 'key' }, folder);

    expect(config.SEED).toBe('none');
    expect(config.HMAC_KEY_FILE).toBe(path.join(folder, 'key'));
  });

  test('take the environment before .env, and an empty value as unset', () => {
    writeFileSync(path.join(folder, '.env'), 'PORT=9001\nFORCE="W15000003"\nDATA_DIR=own data # ours\n');

    const config = loadConfig({ PORT: '9002', FORCE: '' }, folder);

    expect(config).toMatchObject({ PORT: 9002, DATA_DIR: path.join(folder, 'own data'), FORCE: 'W15000003' });
  });

  test('say that .env is a folder where it is one', () => {
    mkdirSync(path.join(folder, '.env'));

    expect(faultsOf({}).faults).toEqual([expect.stringMatching(/\.env is a folder\. Make it a file/)]);
  });

  test('list every fault at once, saying what to do and never showing a password', () => {
    const env = {
      PORT: 'http',
      HOST: '0.0.0.0',
      SEED: 'yes',
      DATABASE_URL: 'mysql://me:hidden@db.example/vawg',
    };

    const error = faultsOf(env);

    expect(error.faults.map((fault) => fault.split(' ')[0])).toEqual([
      'PORT',
      'HOST',
      'DATABASE_URL',
      'SEED',
      'HMAC_KEY_FILE',
    ]);
    expect(error.message).toContain('PORT cannot be "http". Give a port from 1 to 65535');
    expect(error.message).toContain('no sign-in yet');
    expect(error.message).not.toContain('hidden');
  });

  test.each(['8080.5', '-1', '65536', '1e3x', 'true'])('refuse the port %s', (port) => {
    expect(faultsOf({ PORT: port }).faults).toHaveLength(1);
  });

  test('refuse a database address whose password breaks it', () => {
    const env = { DATABASE_URL: 'postgres://me:hid#den@db.example/vawg', HMAC_KEY_FILE: 'key' };

    expect(faultsOf(env).faults).toEqual([expect.stringMatching(/^DATABASE_URL .*%23/)]);
  });

  test.each(['127.0.0.1', '127.0.0.53', 'localhost', '::1'])('accept the loopback host %s', (host) => {
    expect(loadConfig({ HOST: host }, folder).HOST).toBe(host);
  });

  test.each([
    '0.0.0.0',
    '::',
    '10.0.0.4',
    '127.0.0.999',
    '127.0.0.256',
    '127.0.0.1.example.org',
    'localhost.example.org',
  ])('refuse the host %s', (host) => {
    expect(faultsOf({ HOST: host }).faults).toHaveLength(1);
  });
});

function faultsOf(env: NodeJS.ProcessEnv): ConfigError {
  try {
    loadConfig(env, folder);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the settings were accepted');
}
