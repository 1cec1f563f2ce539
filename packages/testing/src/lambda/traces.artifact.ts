import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { newVisitor } from '../api/visitor.ts';
import { testDatabase } from '../database.ts';
import { environmentOn } from '../services/program.ts';
import { startXrayDaemon, type XrayDaemon } from '../standins/xray.ts';
import { testStorageFolder } from '../world.ts';
import { apiFunction } from './api-function.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { type FunctionPool, openPool } from './pool.ts';

const [seconds, rest] = [Math.floor(Date.now() / 1000).toString(16), 'bd862e3fe1be46a994272793'];
const root = `1-${seconds}-${rest}`;
const parent = '53995c3f42cd8ad8';
const traceparent = (flags: string) => `00-${seconds}${rest}-00f067aa0ba902b7-${flags}`;

let daemon: XrayDaemon;
let open: Gateway[] = [];

/** An instance whose invocations AWS records, or not. */
async function startInstance(sampled: '0' | '1'): Promise<{ functions: FunctionPool; url: string }> {
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: `${inject('redisUrl')}/12`, storageFolder: testStorageFolder() };
  // AWS sets it for each invocation; here all are one.
  const traced = { ...daemon.environment, TRACE_RATE: '1', _X_AMZN_TRACE_ID: `Root=${root};Parent=${parent};Sampled=${sampled}` };
  const functions = openPool(apiFunction({ ...environmentOn(ground), ...traced }), 1);
  const gateway = await openGateway(functions);
  open.push(gateway);
  return { functions, url: gateway.url };
}

/** Whether the kernel has stopped a process: what it has not sent by then, it does not send. */
const isFrozen = (pid: number): boolean => /^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

beforeAll(async () => {
  daemon = await startXrayDaemon();
});
afterAll(async () => {
  await Promise.all(open.map((gateway) => gateway.close()));
  open = [];
  await daemon.close();
});

it('an instance has told its spans when it is frozen, as parts of the invocation', async () => {
  const { functions, url } = await startInstance('1');
  const headers = { traceparent: traceparent('00') };
  // The first of them takes its time; what would leave a moment later is seen with the others.
  for (let count = 1; count <= 5; count++) {
    expect((await newVisitor(url).send('GET', '/v1/parties', { headers })).status).toBe(401);
    await expect.poll(() => isFrozen(functions.instances()[0]?.pid ?? 0), { interval: 1 }).toBe(true);
    // What has arrived is still to be read; the instance itself stands still.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(daemon.segments).toHaveLength(2 * count);
    expect(daemon.segments.slice(-2)).toMatchObject([
      { name: 'auth.authenticate', trace_id: root, type: 'subsegment' },
      { name: 'parties.party.list', trace_id: root, parent_id: parent, type: 'subsegment', error: true },
    ]);
  }
});

it('an instance tells nothing of what AWS does not record, whatever a client wishes', async () => {
  const told = daemon.segments.length;
  const { url } = await startInstance('0');
  const headers = { traceparent: traceparent('01'), 'X-Amzn-Trace-Id': `Root=${root};Sampled=1` };
  expect((await newVisitor(url).send('GET', '/v1/parties', { headers })).status).toBe(401);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(daemon.segments).toHaveLength(told);
});
