import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './pulumi.ts';

it('fits the types of SST and Pulumi', () => {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const said = (): string => {
    try {
      return execFileSync(process.execPath, [tsc, '-p', 'tsconfig.infra.json'], { cwd: root, encoding: 'utf8' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  expect(said()).toBe('');
}, 180_000);
