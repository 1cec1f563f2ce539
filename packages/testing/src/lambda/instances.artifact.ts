import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Person, signUp } from '../api/visitor.ts';
import { asAdministrator, testDatabase } from '../database.ts';
import { environmentOn } from '../services/program.ts';
import { testStorageFolder } from '../world.ts';
import { apiFunction } from './api-function.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { type FunctionPool, openPool } from './pool.ts';
import { pooled } from './pooled.ts';

const megabyte = 1_000_000;

let functions: FunctionPool;
let gateway: Gateway;
let owner: Person;

beforeAll(async () => {
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: `${inject('redisUrl')}/14`, storageFolder: testStorageFolder() };
  const environment = { ...pooled(environmentOn(ground), inject('poolerHost')), METRICS: 'true', STAGE: 'trial' };
  functions = openPool(apiFunction(environment), 6);
  gateway = await openGateway(functions);
  owner = await signUp(gateway.url, 'Owner Ltd');
});
afterAll(() => gateway.close());

const newParty = (code: string, key: string) =>
  owner.send('POST', '/v1/parties', { body: { code, name: code }, headers: { 'Idempotency-Key': key } });

const parties = async (): Promise<string[]> => {
  const { body } = await owner.send('GET', '/v1/parties?limit=200');
  return body.items.map(({ code }: { code: string }) => code).sort();
};

describe('the bundle', () => {
  const folder = apiFunction({}).folder;

  it('is small enough to start soon: 9 MB, and 3 MB as it is shipped with its pages', async () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    let [program, zipped] = [0, 0];
    for (const { name, parentPath } of files.filter((each) => each.isFile() && !each.name.endsWith('.map'))) {
      const content = await readFile(join(parentPath, name));
      if (parentPath === folder) program += content.length;
      zipped += (await promisify(gzip)(content)).length;
    }
    expect(program).toBeLessThan(9 * megabyte);
    expect(zipped).toBeLessThan(3 * megabyte);
  });

  it('has what it puts off until somebody needs it', async () => {
    // Mail is written by the worker.
    const parts = readdirSync(folder).filter((name) => /^(?!handler|render-).*\.mjs$/.test(name));
    const asked = `const loaded = await Promise.all(${JSON.stringify(parts)}.map((name) => import('./' + name)));
      console.log(loaded.flatMap(Object.keys).join());`;
    const { stdout } = await promisify(execFile)('node', ['--input-type=module', '--eval', asked], { cwd: folder });
    expect(stdout.split(',')).toEqual(expect.arrayContaining(['verifyRegistrationResponse', 'S3Client', 'wasm']));
  });

  it('answers files that are no text byte for byte', async () => {
    const icon = await readFile(createRequire(import.meta.url).resolve('swagger-ui-dist/favicon-32x32.png'));
    const answer = await fetch(`${gateway.url}/v1/docs/assets/favicon-32x32.png`);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await answer.arrayBuffer()).equals(icon)).toBe(true);
  });
});

describe('instances', () => {
  it('tell CloudWatch of their start and of each request, however little they log', () => {
    const lines = functions.instances().map(({ said }) =>
      said
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const [start, ...requests] of lines) {
      expect(start).toMatchObject({ Stage: 'trial', ColdStarts: 1, InitMilliseconds: expect.any(Number) });
      for (const each of requests) expect(each).toMatchObject({ Stage: 'trial', Requests: 1, Latency: expect.any(Number) });
    }
  });

  it('are as many as there are requests at a time, and give each an answer of its own', async () => {
    const codes = Array.from({ length: 24 }, (_, index) => `AT-ONCE-${String(index).padStart(2, '0')}`);
    const answers = await Promise.all(codes.map((code) => newParty(code, `at-once-${code}`)));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(codes.map((code) => [201, code]));
    expect(functions.instances().length).toBeGreaterThan(1);
    expect(await parties()).toEqual(expect.arrayContaining(codes));
  });

  it('that are killed in flight lose nothing and do nothing twice: the key tells', async () => {
    const codes = Array.from({ length: 6 }, (_, index) => `KILLED-${String(index).padStart(2, '0')}`);
    let failed = 0;
    for (const code of codes) {
      const asked = newParty(code, `killed-${code}`);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
      await Promise.all(functions.instances().map((instance) => instance.kill()));
      const first = await asked;
      if (first.status !== 201) {
        failed += 1;
        expect(first.status).toBe(500);
      }
      const again = await newParty(code, `killed-${code}`);
      expect([again.status, again.body.code]).toEqual([201, code]);
    }
    expect(failed).toBeGreaterThan(0);
    expect((await parties()).filter((code) => code.startsWith('KILLED'))).toEqual(codes);
  });

  it('whose connections were cut while they were frozen answer as if nothing had been', async () => {
    await newParty('BEFORE', 'before');
    await asAdministrator(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename in ('atlas_app', 'atlas_auth')",
    );
    const statuses: number[] = [];
    for (let count = 0; count < 6; count++) statuses.push((await owner.send('GET', '/v1/parties')).status);
    expect(statuses).toEqual(statuses.map(() => 200));
  });
});

describe('API Gateway', () => {
  it('refuses what is larger than an event may be, and the function never sees it', async () => {
    const answer = await owner.send('POST', '/v1/parties', {
      body: JSON.stringify({ code: 'X', name: 'x'.repeat(7 * megabyte) }),
    });
    expect([answer.status, answer.body.message]).toEqual([413, 'Request Too Long']);
  });
});
