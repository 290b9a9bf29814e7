import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/** Containers cannot run everywhere the tests do, so the files are checked by what they say. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(`${root}${name}`, 'utf8');

interface Service {
  image?: string;
  build?: string;
  ports?: string[];
  network_mode?: string;
  environment: Record<string, string>;
  healthcheck: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  secrets?: string[];
}

describe('docker-compose.yml', () => {
  let compose: { services: { database: Service; app: Service }; secrets: Record<string, { file: string }> };
  beforeAll(() => {
    compose = parse(read('docker-compose.yml'), { strict: true });
  });

  test('publishes the database on loopback only', () => {
    expect(compose.services.database.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });

  test('runs the app on the host network, where it listens on loopback', () => {
    const { app } = compose.services;
    expect(app.network_mode).toBe('host');
    expect(app.ports).toBeUndefined();
    expect(app.environment.HOST).toBeUndefined();
  });

  test('starts the app when the database is healthy', () => {
    const { app, database } = compose.services;
    expect(app.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(database.healthcheck.test[1]).toBe('pg_isready');
  });

  test('holds no secret: each comes from a variable that must be set, or a file', () => {
    const { app, database } = compose.services;
    expect(database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(app.environment.DATABASE_URL).toMatch(/vawg:\$\{POSTGRES_PASSWORD:\?[^}]+\}@127/);
    expect(app.environment.HMAC_KEY_FILE).toBe('/run/secrets/hmac_key');
    expect(compose.secrets.hmac_key?.file).toMatch(/^\$\{HMAC_KEY_FILE:\?/);
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').replaceAll('\\\n', ' ').split('\n');
  const copied = lines
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(/\s+/).slice(1, -1));

  test('copies only what is there', () => {
    expect(copied.length).toBeGreaterThan(0);
    expect(copied.filter((name) => !existsSync(`${root}${name}`))).toEqual([]);
  });

  test('copies nothing that .dockerignore leaves out', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(copied.filter((name) => ignored.includes(name))).toEqual([]);
  });

  test('copies between stages only what an earlier stage made', () => {
    const stages = lines.flatMap((line) => /^FROM \S+ AS (\S+)/.exec(line)?.[1] ?? []);
    const used = lines.flatMap((line) => /^COPY --from=(\S+)/.exec(line)?.[1] ?? []);
    expect(new Set(used)).toEqual(new Set(stages));
  });

  test('runs as an ordinary user, with a health check, and exposes no port', () => {
    expect(lines).toContain('USER node');
    expect(lines.find((line) => line.startsWith('HEALTHCHECK'))).toContain('/health/ready');
    expect(lines.some((line) => line.startsWith('EXPOSE'))).toBe(false);
  });
});
