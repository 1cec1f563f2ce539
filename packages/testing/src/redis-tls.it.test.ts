import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { openRedis, type Redis } from '@atlas/platform';
import { openQueueRedis } from '@atlas/platform/queue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateFor } from './services/certificate.ts';
import { spawnTethered, stopChild } from './services/child.ts';
import { freePort } from './services/ports.ts';
import { requireProgram } from './services/system.ts';

const authorities = tls.getCACertificates('default');
const folder = mkdtempSync(join(tmpdir(), 'atlas-redis-tls-'));
let url: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  const { authority, certificate, key } = certificateFor(folder);
  const port = await freePort();
  const files = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', authority];
  const others = ['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no', '--requirepass', 'secret', '--save', ''];
  const program = requireProgram(['valkey-server', 'redis-server'], 'redis-server');
  const child = spawnTethered(program, ['--bind', '127.0.0.1', '--dir', folder, ...files, ...others], 'SIGTERM', {
    stdio: 'ignore',
  });
  stop = () => stopChild(child, 'SIGTERM');
  url = `rediss://:secret@127.0.0.1:${port}/3`;
  tls.setDefaultCACertificates([...authorities, readFileSync(authority, 'utf8')]);
});
afterAll(async () => {
  tls.setDefaultCACertificates(authorities);
  await stop();
  rmSync(folder, { recursive: true });
});

/** Whether a connection is let in before it tries again. */
const ready = (redis: Redis): Promise<boolean> =>
  new Promise((resolve) => {
    redis.once('ready', () => resolve(true));
    redis.once('close', () => resolve(false));
  });

/** A server that has just been started may not be listening yet. */
async function opened(open: () => Redis): Promise<Redis> {
  for (;;) {
    const redis = open();
    if (await ready(redis)) return redis;
    redis.disconnect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('an address that begins with rediss', () => {
  it('is spoken to encrypted, with its password and in its database, by cache and queue', async () => {
    const cache = await opened(() => openRedis(url));
    const queue = await opened(() => openQueueRedis(url));
    await cache.set('told', 'by the cache');
    expect(await queue.get('told')).toBe('by the cache');
    expect(await cache.client('INFO')).toMatch(/\bdb=3\b/);
    for (const each of [cache, queue]) {
      expect((each.stream as tls.TLSSocket).encrypted).toBe(true);
      each.disconnect();
    }
  });

  it('is told nothing when nobody has signed its certificate', async () => {
    tls.setDefaultCACertificates(authorities);
    for (const open of [openRedis, openQueueRedis]) {
      const redis = open(url);
      expect(await ready(redis)).toBe(false);
      redis.disconnect();
    }
  });
});
