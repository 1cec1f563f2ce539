import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTenant, type Tenant } from '../crash/tenants.ts';
import { ended } from '../services/child.ts';
import { requireProgram } from '../services/system.ts';
import { type ApiProcess, startApiProcess } from './api-process.ts';
import { abandonedOn, answerIn, becomes, hear, isHeld, onLinux, residentMb } from './wire.ts';

/** The tool, or why these tests cannot run. */
function slowHttpTest(): string | Error {
  try {
    return requireProgram(['slowhttptest'], 'slowhttptest');
  } catch (error) {
    return error as Error;
  }
}

const tool = slowHttpTest();

let api: ApiProcess;
let tenant: Tenant;

beforeAll(async () => {
  api = await startApiProcess({ API_HEADERS_SECONDS: '2', API_REQUEST_SECONDS: '3' });
  tenant = await openTenant(api.url, 'Patient Ltd');
});
afterAll(async () => {
  await api.stop();
  expect(api.said()).toBe('');
});

/** Reads as someone does who has done nothing wrong, until it is over. Answers how long each answer took. */
async function readUntil(over: Promise<unknown>): Promise<number[]> {
  let running = true;
  void over.then(() => {
    running = false;
  });
  const taken: number[] = [];
  while (running) {
    const start = performance.now();
    const { status } = await tenant.owner.send('GET', '/v1/parties');
    expect(status).toBe(200);
    taken.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return taken.sort((a, b) => a - b);
}

describe('while hundreds of clients', () => {
  it.for([
    ['never end their headers', '-H', '/v1/parties'],
    ['never end their bodies', '-B', '/v1/parties', '-f', 'application/json', '-s', '4096'],
    ['never end reading', '-X', '/v1/openapi.json', '-w', '16', '-y', '64', '-n', '1', '-z', '8', '-k', '5'],
  ] as const)('%s, others are served, and nothing stays', async ([, mode, path, ...more], { skip }) => {
    if (tool instanceof Error) return skip(tool.message);
    const before = residentMb(api.pid);
    const load = ['-c', '300', '-r', '300', '-i', '1', '-l', '3', '-p', '3', ...more];
    const storm = spawn(tool, [mode, '-u', `${api.url}${path}`, ...load], { stdio: 'ignore' });
    const taken = await readUntil(ended(storm));
    expect(taken.length).toBeGreaterThan(5);
    expect(taken[Math.floor(taken.length / 2)]).toBeLessThan(1000);
    expect(await becomes(() => abandonedOn(api.port) === 0, 15_000)).toBe(true);
    expect(residentMb(api.pid) - before).toBeLessThan(200);
  });
});

describe.concurrent('a client that', () => {
  const get = 'GET /v1/openapi.json HTTP/1.1\r\nHost: x\r\n';

  it.each([
    ['says nothing', ''],
    ['stops in its headers', `${get}X-Note: `],
    ['stops in its body', 'POST /v1/parties HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{'],
  ])('%s is told that it takes too long, and closed', async (_what, bytes) => {
    const socket = connect(api.port, '127.0.0.1', () => socket.write(bytes));
    const { text, closed } = await hear(socket, 15_000);
    expect(answerIn(text)).toMatchObject({ status: 408, body: { status: 408, code: 'request_timeout' } });
    expect(closed).toBe(true);
  });

  it.skipIf(!onLinux)('never reads is cut off, however much it asked for', async () => {
    const socket = connect(api.port, '127.0.0.1', () => socket.write(`${get}\r\n`.repeat(100)));
    const held = () => isHeld(api.port, socket.localPort ?? 0);
    expect(await becomes(held)).toBe(true);
    expect(await becomes(() => !held(), 15_000)).toBe(true);
    const { text } = await hear(socket);
    expect(text.length).toBeLessThan(30_000_000);
  });
});
