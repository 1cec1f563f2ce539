import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { ended, stopChild } from '../services/child.ts';
import { testStorageFolder } from '../world.ts';
import { execIn, startContainer } from './container.ts';
import { buildCommands, dockerfile, workerImage } from './dockerfile.ts';

const { health, stopSignal } = workerImage();
const well = 'ended with code 0';
const sick = 'ended with code 1';

let container: ChildProcess;

async function start(redisUrl = `${inject('redisUrl')}/26`): Promise<ChildProcess> {
  const { urls } = await testDatabase();
  return startContainer({ urls, redisUrl, storageFolder: testStorageFolder() });
}

const isWell = () => execIn(container, health);
const run = (program: string) => execIn(container, ['node', '-e', program]);

/** Makes the last beat so old that one who beats no more is sick. */
const aMinutePasses = () => run(`fs.utimesSync(process.env.HEARTBEAT_FILE, 0, Date.now() / 1000 - 61)`);

describe("the worker's Dockerfile", () => {
  it('is without complaints', () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  it('builds with scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../package.json'), 'utf8'));
    const asked = buildCommands().flatMap((text) => /npm run ([\w:-]+)/.exec(text)?.[1] ?? []);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("a container of the worker's image", () => {
  beforeEach(async () => {
    container = await start();
    await expect.poll(isWell, { timeout: 20_000 }).toBe(well);
  });
  afterEach(() => stopChild(container, 'SIGKILL'));

  it('is nobody of note, and writes to its volume only', async () => {
    expect(await run('process.exitCode = process.getuid() === 0 ? 1 : 0')).toBe(well);
    expect(readFileSync(`/proc/${container.pid}/status`, 'utf8')).toMatch(/^Uid:\s+1000\s+1000[\s\S]*^CapBnd:\s+0+$/m);
    expect(await run("fs.writeFileSync('/tmp/x', '')")).toBe(well);
    for (const path of ['/app/x', '/x', '/etc/x', '/usr/x']) expect(await run(`fs.writeFileSync('${path}', '')`)).toBe(sick);
  });

  it('is sick when it stands still, and well when it goes on', async () => {
    container.kill('SIGSTOP');
    await aMinutePasses();
    expect(await isWell()).toBe(sick);
    container.kill('SIGCONT');
    await expect.poll(isWell, { timeout: 20_000 }).toBe(well);
  });

  it('ends when it is asked to', async () => {
    container.kill(stopSignal);
    expect(await ended(container)).toBe(well);
  });
});

describe('a container without Redis', () => {
  afterEach(() => stopChild(container, 'SIGKILL'));

  it('is well: starting it anew would bring nobody back', async () => {
    container = await start('redis://127.0.0.1:9/0');
    await expect.poll(isWell, { timeout: 20_000 }).toBe(well);
    await aMinutePasses();
    await expect.poll(isWell, { timeout: 20_000 }).toBe(well);
  });
});
