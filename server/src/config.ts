import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { type Static, Type } from 'typebox';
import { Convert, Errors } from 'typebox/value';

const defaultDataDir = '.data';

/**
 * Every setting, once. `advice` is printed when a value does not fit. A relative path is taken from
 * the folder the program is started in.
 */
const settings = Type.Object({
  PORT: Type.Integer({
    minimum: 0,
    maximum: 65_535,
    default: 8080,
    advice: 'Give a port from 1 to 65535 (0: any free one).',
  }),
  HOST: Type.String({
    pattern: '^(localhost|127(\\.[0-9]{1,3}){3}|::1)$',
    default: '127.0.0.1',
    advice:
      'There is no sign-in yet, so the server listens on this machine only. Use 127.0.0.1, or leave HOST out.',
  }),
  DATA_DIR: Type.String({ minLength: 1, default: defaultDataDir, advice: 'Give a folder.' }),
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://.+',
      advice: 'Give postgres://user:password@host:5432/database, or leave it out to use the built-in server.',
    }),
  ),
  SEED: Type.Union([Type.Literal('demo'), Type.Literal('none')], {
    default: 'demo',
    advice: 'Use demo for synthetic demonstration data, or none to start empty.',
  }),
  FORCE: Type.String({
    minLength: 1,
    default: 'E23000016',
    advice: 'Give the code of the home force, for example E23000016 for West Mercia.',
  }),
  HMAC_KEY_FILE: Type.String({
    minLength: 1,
    advice:
      'With DATABASE_URL, name the file holding the key that hides personal keys (64 hexadecimal digits, ' +
      'mode 0600; make one with: openssl rand -hex 32). Keep it with the database: a new key breaks matching.',
  }),
});

/** The checked settings, named as in the environment. Paths are absolute. */
export type Config = Static<typeof settings>;

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
 * Reads the settings from `.env` in `cwd` and from `env`, which wins. An empty value counts as unset.
 * @throws {ConfigError} listing every fault at once
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, cwd: string = process.cwd()): Config {
  const given = { ...readEnvFile(path.join(cwd, '.env')), ...env };
  const text = (name: string): string | undefined => given[name]?.trim() || undefined;
  const dataDir = path.resolve(cwd, text('DATA_DIR') ?? defaultDataDir);
  const url = text('DATABASE_URL');
  const keyFile = text('HMAC_KEY_FILE') ?? (url === undefined ? path.join(dataDir, 'hmac.key') : undefined);
  const defaults: Record<string, unknown> = { SEED: url === undefined ? 'demo' : 'none' };
  const values = Object.fromEntries(
    Object.entries(settings.properties).flatMap(([name, property]) => {
      const value = text(name) ?? defaults[name] ?? ('default' in property ? property.default : undefined);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const config = Convert(settings, {
    ...values,
    DATA_DIR: dataDir,
    ...(keyFile === undefined ? {} : { HMAC_KEY_FILE: path.resolve(cwd, keyFile) }),
  });
  const faults = findFaults(config);
  if (faults.length > 0) throw new ConfigError(faults);
  return config as Config;
}

function readEnvFile(file: string): NodeJS.Dict<string> {
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
}

function findFaults(config: unknown): string[] {
  const wrong = new Set(Errors(settings, config).flatMap(settingNames));
  return Object.entries(settings.properties)
    .filter(([name]) => wrong.has(name))
    .map(([name, property]) => {
      const value: unknown = (config as Record<string, unknown>)[name];
      const found =
        value === undefined
          ? 'is not set'
          : name === 'DATABASE_URL'
            ? 'is not a PostgreSQL address'
            : `cannot be "${value}"`;
      return `${name} ${found}. ${(property as { advice?: string }).advice}`;
    });
}

function settingNames(error: ReturnType<typeof Errors>[number]): string[] {
  const named = error.instancePath.split('/')[1];
  return named === undefined
    ? ((error.params as { requiredProperties?: string[] }).requiredProperties ?? [])
    : [named];
}
