import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The web app's own name for its root. */
const web = { alias: [{ find: /^@\//, replacement: `${join(import.meta.dirname, 'web')}/` }] };
const ignored = ['**/node_modules/**', '**/.next/**', '**/.open-next/**', 'scripts/checks/fixtures/**'];

/** Tests that ask what is built the same that they ask the sources. A run of everything asks what is built: it is nearer to production. */
const onArtifacts = [
  'packages/testing/src/laws.it.test.ts',
  ...['http', 'edge', 'tabs', 'step-up', 'passkeys', 'google'].map((name) => `functions/api/src/${name}.it.test.ts`),
  'functions/worker/src/worker.it.test.ts',
];

/** `rule` needs nothing; `slice` runs on a real PostgreSQL and Redis; `artifact` on what is built; `stage` on what is asked of AWS; `journey` on all of Atlas, in a real browser. Set-ups start what is needed. */
export default defineConfig({
  test: {
    reporters: ['default', './packages/testing/src/closing-reporter.ts'],
    projects: [
      {
        resolve: web,
        test: {
          name: 'rule',
          isolate: false,
          maxWorkers: 2,
          include: ['{packages,functions,prisma,scripts,stacks,web}/**/*.test.ts'],
          exclude: ['**/*.it.test.ts', ...ignored],
        },
      },
      {
        test: {
          name: 'slice',
          include: ['{packages,functions,scripts}/**/*.it.test.ts'],
          exclude: process.env.ASKED_OF === 'artifact' ? [...ignored, ...onArtifacts] : ignored,
          globalSetup: ['packages/testing/src/setup.ts'],
          setupFiles: ['packages/testing/src/each-file.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'artifact',
          include: ['packages/testing/src/{lambda,image,crash}/*.artifact.ts', ...onArtifacts],
          globalSetup: ['lambda/setup', 'setup', 'lambda/pooler'].map((name) => `packages/testing/src/${name}.ts`),
          setupFiles: ['packages/testing/src/each-file.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'stage',
          include: ['packages/testing/src/stage/*.stage.ts'],
          globalSetup: ['packages/testing/src/stage/setup.ts'],
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journey',
          include: ['packages/testing/src/journeys/**/*.journey.ts'],
          globalSetup: ['packages/testing/src/journeys/setup.ts'],
          setupFiles: ['packages/testing/src/journeys/each-file.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
