import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prismaEnvironment } from '@atlas/migrate';
import { testDatabase } from '@atlas/testing';
import { expect, test } from 'vitest';
import { root } from './run.ts';

const run = promisify(execFile);

test('the migrations make exactly what the models say', { timeout: 60_000 }, async () => {
  const { urls } = await testDatabase();
  const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js');
  const args = [cli, 'migrate', 'diff', '--from-config-datasource', '--to-schema', join('prisma', 'schema'), '--script'];
  const { stdout } = await run(process.execPath, args, { cwd: root, env: prismaEnvironment(urls.owner) });
  expect(stdout.trim()).toBe('-- This is an empty migration.');
});
