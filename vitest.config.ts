import { defineConfig } from 'vitest/config';

const unit = [
  'server/src/**/*.test.ts',
  'client/src/**/*.test.ts',
  'client/src/**/*.test.tsx',
  'seeds/**/*.test.ts',
];

export default defineConfig({
  test: {
    // Tests start databases and browsers of their own: more at once only slows each other down.
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: unit, environment: 'node' } },
      {
        test: {
          name: 'integration',
          include: ['tests/{integration,contract,reliability,architecture}/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
