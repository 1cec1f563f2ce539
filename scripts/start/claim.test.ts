import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Claimed, claimFolder } from './claim.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-claim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a second start is refused and told where the first answers', () => {
  const claim = claimFolder(folder);
  expect(() => claimFolder(folder)).toThrow(/still starting/);
  claim.announce('http://localhost:3000');
  expect(() => claimFolder(folder)).toThrow(Claimed);
  expect(() => claimFolder(folder)).toThrow(`process ${process.pid}) at http://localhost:3000`);
});

test('a released folder is free', () => {
  claimFolder(folder).release();
  expect(() => claimFolder(folder)).not.toThrow();
});

test('the claim of a killed process is taken over', async () => {
  const sleeper = spawn('sleep', ['60']);
  await once(sleeper, 'spawn');
  claimFolder(folder, sleeper.pid);
  expect(() => claimFolder(folder)).toThrow(Claimed);
  sleeper.kill('SIGKILL');
  await once(sleeper, 'exit');
  expect(() => claimFolder(folder)).not.toThrow();
});
