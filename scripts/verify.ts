import { runSteps } from './run.ts';

// Everything that needs no database: seconds, before every commit.
await runSteps([
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types', 'tsc', '-p', '.'],
  ['rules', 'vitest', 'run', '--project', 'rule'],
]);
