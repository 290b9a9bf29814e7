import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';

/** A part of an IPv4 address, 0 to 255. */
const octet = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';

/** Every setting, once. */
const settings = Type.Object({
  PORT: Type.Integer({ minimum: 0, maximum: 65_535 }),
  HOST: Type.String({ pattern: `^(localhost|127(\\.${octet}){3}|::1)$` }),
  DATA_DIR: Type.String(),
  DATABASE_URL: Type.Optional(Type.Refine(Type.String({ pattern: '^postgres(ql)?://.+' }), URL.canParse)),
  SEED: Type.Union([Type.Literal('demo'), Type.Literal('none')]),
  FORCE: Type.String(),
  HMAC_KEY_FILE: Type.String(),
});

/** The checked settings, named as in the environment. Paths are absolute. */
export type Config = Static<typeof settings>;

/** What to do when a value does not fit. */
const advice: Record<keyof Config, string> = {
  PORT: 'Give a port from 1 to 65535 (0: any free one).',
  HOST: 'There is no sign-in yet, so the server listens on this machine only. Use 127.0.0.1, or leave HOST out.',
  DATA_DIR: 'Give a folder.',
  DATABASE_URL:
    'Give postgres://user:password@host:5432/database (in the password write # as %23, @ as %40 and / as %2F), ' +
    'or leave it out to use the built-in server.',
  SEED: 'Use demo for synthetic demonstration data, or none to start empty.',
  FORCE: 'Give the code of the home force, for example E23000016 for West Mercia.',
  HMAC_KEY_FILE:
    'With DATABASE_URL, name the file holding the key that hides personal keys (64 hexadecimal digits, ' +
    'mode 0600; make one with: openssl rand -hex 32). Keep it with the database: a new key breaks matching.',
};

/** Everything that is wrong with the settings, one sentence each. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(['The settings cannot be used:', ...faults.map((fault) => `  - ${fault}`)].join('\n'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/**
 * Reads the settings from `env`, else from `.env` in `cwd`, else takes the default. An empty value counts as
 * unset; a relative path is taken from `cwd`.
 * @throws {ConfigError} listing every fault at once
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, cwd: string = process.cwd()): Config {
  const file = readEnvFile(path.join(cwd, '.env'));
  const text = (name: keyof Config): string | undefined =>
    env[name]?.trim() || file[name]?.trim() || undefined;
  const url = text('DATABASE_URL');
  const dataDir = path.resolve(cwd, text('DATA_DIR') ?? '.data');
  const keyFile = text('HMAC_KEY_FILE') ?? (url === undefined ? path.join(dataDir, 'hmac.key') : undefined);
  const config = {
    PORT: wholeNumber(text('PORT') ?? '8080'),
    HOST: text('HOST') ?? '127.0.0.1',
    DATA_DIR: dataDir,
    ...(url === undefined ? {} : { DATABASE_URL: url }),
    SEED: text('SEED') ?? (url === undefined ? 'demo' : 'none'),
    FORCE: text('FORCE') ?? 'E23000016',
    ...(keyFile === undefined ? {} : { HMAC_KEY_FILE: path.resolve(cwd, keyFile) }),
  };
  if (Check(settings, config)) return config;
  throw new ConfigError(findFaults(config));
}

function readEnvFile(file: string): NodeJS.Dict<string> {
  if (!existsSync(file)) return {};
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new ConfigError([`${file} ${why}. Make it a file of lines such as PORT=8081, or take it away.`]);
  }
}

/** The number, or the text as it is for the check to refuse. */
function wholeNumber(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function findFaults(config: Partial<Record<keyof Config, unknown>>): string[] {
  const names = Object.keys(settings.properties) as (keyof Config)[];
  return names
    .filter((name) => !Check(Type.Pick(settings, [name]), config))
    .map((name) => `${name} ${describeValue(name, config[name])}. ${advice[name]}`);
}

/** An address may hold a password, so it is never shown. */
function describeValue(name: keyof Config, value: unknown): string {
  if (value === undefined) return 'is not set';
  return name === 'DATABASE_URL' ? 'is not a PostgreSQL address' : `cannot be "${value}"`;
}
