import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@atlas/migrate';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { demoLogin } from '../../../../prisma/seed/login.ts';
import { newVisitor } from '../api/visitor.ts';
import { useS3 } from '../s3.ts';
import { environmentOn } from '../services/program.ts';
import { testStorageFolder } from '../world.ts';
import { apiFunction } from './api-function.ts';
import { openGateway } from './gateway.ts';
import type { Invocation } from './instance.ts';
import { leftBehind, sow, sown } from './leftovers.ts';
import { migrateFunction } from './migrate-function.ts';
import { type FunctionPool, openPool } from './pool.ts';
import { type Rds, startRds } from './rds.ts';
import { openSecrets, type Secrets } from './secrets.ts';

const migrationsFolder = join(import.meta.dirname, '..', '..', '..', '..', 'prisma', 'migrations');
const migrations = readdirSync(migrationsFolder).filter((name) => /^\d/.test(name));

let rds: Rds;
let secrets: Secrets;
let functions: FunctionPool;

const s3 = useS3();
const redisUrl = `${inject('redisUrl')}/31`;
/** Stages that share the bucket and Redis: two of branches whose names begin alike, and one that stays. */
const prefixes = ['atlas-pr-7', 'atlas-pr-71', 'atlas-staging'] as const;
const placesOf = (prefix: string): string[] => [`${prefix}/`, `${prefix}:`, `incoming/${prefix}/`];

const environment = (): Record<string, string> => ({
  DATABASE_HOST: rds.host,
  DATABASE_ADMINISTRATOR: 'arn:administrator',
  DATABASE_APP: 'arn:app',
  DATABASE_AUTH: 'arn:auth',
  AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
  ...s3().environment,
  REDIS_URL: redisUrl,
  QUEUE_REDIS_URL: redisUrl,
});

beforeAll(async () => {
  rds = await startRds();
  secrets = await openSecrets({
    'arn:administrator': { ...rds.administrator, engine: 'postgres' },
    'arn:app': { username: 'atlas_app', password: 'secret of app' },
    'arn:auth': { username: 'atlas_auth', password: 'secret of auth' },
  });
  functions = openPool(migrateFunction({ ...environment(), NODE_EXTRA_CA_CERTS: rds.authority }), 2);
});
afterAll(async () => {
  await functions?.close();
  secrets?.close();
  await rds?.close();
});

const answerOf = (invocation: Invocation): unknown => (invocation.ok ? invocation.payload : invocation.error);
const invoke = async (event: unknown): Promise<unknown> => answerOf(await functions.invoke(event));

const preview = { stage: 'pr-7', database: 'atlas_pr_7', seed: true, release: '1.0.0' };
const staging = { stage: 'staging', database: 'atlas_staging', seed: false, release: '1.0.0' };

const databases = async (): Promise<string[]> =>
  (await rds.ask<{ name: string }>("select datname as name from pg_database where datname like 'atlas%' order by 1")).map(
    ({ name }) => name,
  );

describe('the function of migrations', { timeout: 180_000 }, () => {
  it('makes a preview from nothing with its demo workspace, twice at once, and once only', async () => {
    const event = { ...preview, tf: { action: 'create' } };
    const answers = (await Promise.all([invoke(event), invoke(event)])) as { created: boolean }[];
    const [first, second] = answers.toSorted((one, other) => Number(other.created) - Number(one.created));
    expect(first).toEqual({ database: 'atlas_pr_7', created: true, applied: migrations, waiting: [], seeded: 'made' });
    expect(second).toEqual({ database: 'atlas_pr_7', created: false, applied: [], waiting: [], seeded: 'known' });
    const [row] = await rds.ask('select count(*)::int as workspaces from identity.organizations', 'atlas_pr_7');
    expect(row).toEqual({ workspaces: 1 });
  });

  it('lets programs sign in to it, and the demo person to the workspace', async () => {
    const urlOf = (role: string): string => `postgresql://atlas_${role}:secret%20of%20${role}@${rds.host}/atlas_pr_7`;
    const urls = { app: urlOf('app'), relay: urlOf('relay'), auth: urlOf('auth') };
    const ground = { urls, redisUrl, storageFolder: testStorageFolder() };
    const environment = { ...environmentOn(ground), ...s3().environment };
    const own = { REDIS_PREFIX: 'atlas-pr-7', STORAGE_PREFIX: 'atlas-pr-7' };
    const gateway = await openGateway(openPool(apiFunction({ ...environment, ...own }), 1));
    try {
      const visitor = newVisitor(gateway.url);
      const { email, password } = demoLogin;
      const signedIn = await visitor.send('POST', '/api/auth/sign-in/email', { body: { email, password } });
      expect(signedIn.status).toBe(200);
      const { status, body } = await visitor.send('GET', '/v1/invoices?limit=1');
      expect([status, body.items.length]).toEqual([200, 1]);
    } finally {
      await gateway.close();
    }
    const members = await rds.ask(`
      select m.member::regrole::text as role from pg_auth_members as m
      where m.roleid = 'rds_iam'::regrole and m.member::regrole::text like 'atlas%'`);
    // Those whose passwords the proxy shows could not sign in with them any more.
    expect(members).toEqual([{ role: 'atlas_relay' }]);
  });

  it('makes a stage that stays without a demo, and never drops it', async () => {
    expect(await invoke({ ...staging, tf: { action: 'create' } })).toMatchObject({ created: true, applied: migrations });
    expect(await rds.ask('select from identity.users', 'atlas_staging')).toEqual([]);
    for (const prefix of prefixes) await sow({ ...s3().environment, STORAGE_PREFIX: prefix, REDIS_URL: redisUrl });
    const refused = expect.stringContaining('is never dropped');
    const production = { stage: 'production', database: 'atlas_production' };
    for (const event of [
      staging,
      { ...staging, seed: true },
      { ...preview, ...production },
      { ...preview, stage: 'production' },
      { ...preview, database: 'atlas_staging' },
      { ...preview, seed: false },
    ])
      expect(await invoke({ ...event, tf: { action: 'delete' } })).toEqual(refused);
    expect(await databases()).toEqual(['atlas_pr_7', 'atlas_staging']);
    expect(await leftBehind(redisUrl, s3().objects)).toEqual(prefixes.flatMap(placesOf).sort());
  });

  it('brings the database of an earlier release to this one, with what people have in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'atlas-earlier-'));
    for (const name of migrations.slice(0, -3)) cpSync(join(migrationsFolder, name), join(folder, name), { recursive: true });
    await rds.ask('create database atlas_pr_8 owner atlas_owner');
    await migrate(rds.urlOf('atlas_pr_8'), { folder });
    rmSync(folder, { recursive: true });
    await rds.ask(
      "insert into identity.users (id, name, email, updated_at) values (gen_random_uuid(), 'Ada', 'ada@example.com', now())",
      'atlas_pr_8',
    );
    const answer = await invoke({ ...preview, database: 'atlas_pr_8' });
    expect(answer).toEqual({
      database: 'atlas_pr_8',
      created: false,
      applied: migrations.slice(-3),
      waiting: [],
      seeded: 'others',
    });
    expect(await rds.ask('select name from identity.users', 'atlas_pr_8')).toEqual([{ name: 'Ada' }]);
    await rds.ask('drop database atlas_pr_8');
  });

  it('drops a preview with its stage, its files and its keys, also again, and nothing of others', async () => {
    const event = { ...preview, tf: { action: 'delete' } };
    const removed = { files: sown.files, keys: expect.toSatisfy((count: number) => count > sown.jobs) };
    expect(await invoke(event)).toEqual({ database: 'atlas_pr_7', dropped: true, ...removed });
    expect(await invoke(event)).toEqual({ database: 'atlas_pr_7', dropped: true, files: 0, keys: 0 });
    expect(await databases()).toEqual(['atlas_staging']);
    expect(await leftBehind(redisUrl, s3().objects)).toEqual(prefixes.slice(1).flatMap(placesOf).sort());
  });

  it('says so when the files of a preview cannot be removed, and removes them when it is asked again', async () => {
    const event = { ...preview, database: 'atlas_pr_71', tf: { action: 'delete' } };
    s3().fail(503);
    expect(await invoke(event)).toEqual(expect.stringContaining('InternalError'));
    s3().fail(null);
    expect(await invoke(event)).toMatchObject({ files: sown.files });
    expect(await leftBehind(redisUrl, s3().objects)).toEqual(placesOf('atlas-staging').sort());
  });

  it('speaks to no server that it cannot tell from another', async () => {
    const trusting = openPool(migrateFunction(environment()), 1);
    try {
      expect(answerOf(await trusting.invoke(staging))).toMatch(/certificate/);
    } finally {
      await trusting.close();
    }
  });
});
