import { runSteps } from './run.ts';

// Everything, from the rules to the journeys in a real browser. Services are started by the suites themselves.
await runSteps([
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types', 'tsc', '-p', '.'],
  ['tests', 'vitest', 'run', ...process.argv.slice(2)],
]);
