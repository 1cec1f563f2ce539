import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTenant, type Tenant } from '../crash/tenants.ts';
import { type ApiProcess, startApiProcess } from './api-process.ts';
import { abandonedOn, answerIn, becomes, mostOpenFiles, onLinux, residentMb, speak } from './wire.ts';

/** Ten thousand, or as many as this machine lets a process have. */
const storm = onLinux ? Math.min(10_000, mostOpenFiles() - 500) : 0;
const most = Math.floor(storm / 5);

let api: ApiProcess;
let tenant: Tenant;

type Crowd = {
  /** Connections that were neither refused nor closed. */
  readonly open: Set<Socket>;
  /** What those heard who were closed. */
  readonly heard: string[];
};

/** Opens connections that say nothing, as fast as they can be opened, and waits until each is taken or closed. */
async function gather(count: number): Promise<Crowd> {
  const crowd: Crowd = { open: new Set(), heard: [] };
  for (let opened = 0; opened < count; opened++) {
    if (opened % 250 === 0) await new Promise((resolve) => setImmediate(resolve));
    const socket = connect(api.port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (crowd.open.delete(socket)) crowd.heard.push(text);
    });
    crowd.open.add(socket);
  }
  await becomes(() => crowd.open.size < most, 15_000);
  return crowd;
}

/** Someone who is connected already and goes on working over that one connection. Answers the statuses they got. */
async function work(agent: Agent, goesOn: () => boolean): Promise<number[]> {
  const statuses: number[] = [];
  const headers = { Cookie: tenant.owner.cookie() };
  while (goesOn()) {
    statuses.push(
      await new Promise<number>((resolve, reject) => {
        const sent = request(`${api.url}/v1/parties`, { agent, headers }, (response) => {
          response.resume();
          response.once('end', () => resolve(response.statusCode ?? 0));
        });
        sent.once('error', reject);
        sent.end();
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return statuses;
}

/** A stranger comes while everything is taken. What they ask for is not done. */
async function expectNothingRead(): Promise<void> {
  const body = '{"code":"STORM","name":"Storm"}';
  const head = ['POST /v1/parties HTTP/1.1', 'Host: x', `Cookie: ${tenant.owner.cookie()}`, 'Content-Type: application/json'];
  const lines = [...head, `Content-Length: ${body.length}`, 'Idempotency-Key: storm'];
  const { text, closed } = await speak(api.port, `${lines.join('\r\n')}\r\n\r\n${body}`);
  expect(answerIn(text)).toMatchObject({ status: 503, body: { status: 503, code: 'unavailable' } });
  expect(closed).toBe(true);
}

function expectRefused(heard: readonly string[]): void {
  for (const text of heard) {
    const { status, head, body } = answerIn(text);
    expect({ status, body }).toMatchObject({ status: 503, body: { type: 'urn:atlas:problem:unavailable', status: 503 } });
    expect(head).toMatch(/^Retry-After: \d+\r$/m);
    expect(head).toContain('Connection: close');
  }
}

describe.skipIf(!onLinux)('ten thousand connections at once', () => {
  beforeAll(async () => {
    // Those who came first say nothing until the last has come, which takes a slow machine longer than a request may.
    api = await startApiProcess({ API_MAX_CONNECTIONS: String(most), API_HEADERS_SECONDS: '120' });
    tenant = await openTenant(api.url, 'Storm Ltd');
  });
  afterAll(async () => {
    await api.stop();
    expect(api.said()).toBe('');
  });

  it('are taken up to the limit and told to come back beyond it, while those who were there are served', async () => {
    const agents = Array.from({ length: 20 }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
    let over = false;
    const working = agents.map((agent) => work(agent, () => !over));
    const used: number[] = [];
    for (let storms = 0; storms < 3; storms++) {
      const { open, heard } = await gather(storm);
      expect(open.size).toBeGreaterThan(most - 100);
      expect(open.size + heard.length).toBe(storm);
      expectRefused(heard);
      await expectNothingRead();
      for (const socket of open) socket.destroy();
      expect(await becomes(() => abandonedOn(api.port) === 0)).toBe(true);
      used.push(residentMb(api.pid));
    }
    over = true;
    const statuses = (await Promise.all(working)).flat();
    for (const agent of agents) agent.destroy();
    expect(statuses.length).toBeGreaterThan(100);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await tenant.owner.send('GET', '/v1/parties?q=STORM')).body.items).toEqual([]);
    const [first = 0, , last = 0] = used;
    expect(last, 'memory after the third storm, in MB').toBeLessThan(first * 1.3);
  }, 60_000);
});
