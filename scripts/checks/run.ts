import { join } from 'node:path';
import { readHouse } from './house.ts';
import { checks } from './index.ts';

// Tests of the source itself: each finding as file:line, so that an editor jumps to it.
const house = readHouse(join(import.meta.dirname, '..', '..'));
let count = 0;
for (const check of checks) {
  const findings = check.run(house);
  count += findings.length;
  process.stdout.write(`${findings.length === 0 ? '✓' : '✗'} ${check.name}\n`);
  for (const { file, line, message } of findings) process.stdout.write(`  ${file}:${line} ${message}\n`);
}
process.exitCode = count === 0 ? 0 : 1;
