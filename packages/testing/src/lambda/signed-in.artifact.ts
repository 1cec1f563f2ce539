import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { signUp } from '../api/visitor.ts';
import { testDatabase } from '../database.ts';
import { spawnTethered, stopChild } from '../services/child.ts';
import { environmentOn } from '../services/program.ts';
import { testStorageFolder } from '../world.ts';
import { apiFunction } from './api-function.ts';
import { awsKeys, type ElastiCache, startElastiCache } from './elasticache.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { openPool } from './pool.ts';
import { pooled } from './pooled.ts';
import { signatureOf } from './signature.ts';

const workerBundle = join(import.meta.dirname, '..', '..', '..', '..', 'functions', 'worker', 'dist', 'main.mjs');

let cache: ElastiCache;
let gateway: Gateway;
let signed: Readonly<Record<string, string>>;

const ground = async () => ({ urls: (await testDatabase()).urls, redisUrl: cache.url, storageFolder: testStorageFolder() });

beforeAll(async () => {
  cache = await startElastiCache('atlas-production-cache');
  signed = { ...awsKeys, REDIS_IAM: 'true', NODE_EXTRA_CA_CERTS: cache.authority };
  const environment = { ...pooled(environmentOn(await ground()), inject('poolerHost')), ...signed };
  gateway = await openGateway(openPool(apiFunction(environment), 1));
});
afterAll(async () => {
  await gateway?.close();
  await cache?.close();
});

describe('what is shipped signs in to PostgreSQL with tokens of IAM', () => {
  it('as the API: the part that signs is loaded when it is needed, and has what it is loaded for', async () => {
    const { folder } = apiFunction({});
    const [part, ...others] = readdirSync(folder).filter((name) => /^aws-signers-\w+\.mjs$/.test(name));
    expect(others).toEqual([]);
    const { Signer } = await import(join(folder, part ?? 'none'));
    const keys = { accessKeyId: awsKeys.AWS_ACCESS_KEY_ID, secretAccessKey: awsKeys.AWS_SECRET_ACCESS_KEY };
    const door = { hostname: 'proxy.example', port: 5432, username: 'atlas_app', region: 'eu-central-1', credentials: keys };
    const url = new URL(`https://${await new Signer(door).getAuthToken()}`);
    expect(url.searchParams.get('DBUser')).toBe('atlas_app');
    expect(url.searchParams.get('X-Amz-Signature')).toBe(signatureOf(url, awsKeys.AWS_SECRET_ACCESS_KEY));
  });
});

describe('what is shipped signs in to Valkey with tokens of IAM', () => {
  it('as the API, on its first connection and on the one after that has ended', async () => {
    const person = await signUp(gateway.url, 'Signed Ltd');
    expect(cache.taken.length).toBeGreaterThan(0);
    const taken = cache.taken.length;
    cache.endAll();
    expect((await person.send('GET', '/v1/me')).status).toBe(200);
    // What is counted needs Valkey: it is there.
    expect((await person.send('POST', '/api/auth/sign-out', { body: {} })).status).toBe(200);
    expect(cache.taken.length).toBeGreaterThan(taken);
    expect(cache.refused).toEqual([]);
  });

  it('as the worker, on each of its connections', async () => {
    const taken = cache.taken.length;
    const env = { PATH: process.env.PATH, ...environmentOn(await ground()), ...signed };
    const worker = spawnTethered(process.execPath, [workerBundle], 'SIGKILL', { stdio: 'ignore', env });
    try {
      // What the worker asks on, what it waits on, and what its relay fills the queue on.
      await expect.poll(() => cache.taken.length - taken, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
      cache.endAll();
      await expect.poll(() => cache.taken.length - taken, { timeout: 20_000 }).toBeGreaterThanOrEqual(6);
      expect(cache.refused).toEqual([]);
    } finally {
      await stopChild(worker, 'SIGKILL');
    }
  });
});
