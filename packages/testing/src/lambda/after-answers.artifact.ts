import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { newVisitor, password, signUp } from '../api/visitor.ts';
import { testDatabase } from '../database.ts';
import { environmentOn } from '../services/program.ts';
import { testStorageFolder } from '../world.ts';
import { apiFunction } from './api-function.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { type FunctionPool, openPool } from './pool.ts';

let functions: FunctionPool;
let gateway: Gateway;

beforeAll(async () => {
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: `${inject('redisUrl')}/13`, storageFolder: testStorageFolder() };
  functions = openPool(apiFunction({ ...environmentOn(ground), LOG_LEVEL: 'info' }), 1);
  gateway = await openGateway(functions);
});
afterAll(() => gateway.close());

it('who knows the password signs in as often as they like: no attempt stays open behind a frozen instance', async () => {
  const { email } = await signUp(gateway.url);
  const statuses: number[] = [];
  for (let count = 0; count < 12; count++) {
    const { status } = await newVisitor(gateway.url).send('POST', '/api/auth/sign-in/email', { body: { email, password } });
    statuses.push(status);
  }
  expect(statuses).toEqual(statuses.map(() => 200));
});

it('each request is a line of the log', async () => {
  const { headers } = await newVisitor(gateway.url).send('GET', '/v1/me');
  await newVisitor(gateway.url).send('GET', '/v1/me');
  const said = functions.instances().map((instance) => instance.said);
  const lines = said.join('').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ msg: 'request', path: '/v1/me', status: 401, requestId: headers.get('x-request-id') }),
  );
});
