import { defineConfig } from 'vitest/config';

const ignored = ['**/node_modules/**', '**/.next/**', 'scripts/checks/fixtures/**'];

/** `rule` needs nothing; `slice` runs on a real PostgreSQL and Redis, which its set-up starts. */
export default defineConfig({
  test: {
    reporters: ['default', './packages/testing/src/closing-reporter.ts'],
    projects: [
      {
        test: {
          name: 'rule',
          include: ['{packages,functions,prisma,scripts,web}/**/*.test.ts'],
          exclude: ['**/*.it.test.ts', ...ignored],
        },
      },
      {
        test: {
          name: 'slice',
          include: ['{packages,functions,scripts}/**/*.it.test.ts'],
          exclude: ignored,
          globalSetup: ['packages/testing/src/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
