import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTenant, type Tenant } from '../crash/tenants.ts';
import { webOrigin } from '../services/program.ts';
import { testStorageFolder } from '../world.ts';
import { type ApiProcess, startApiProcess } from './api-process.ts';
import { abandonedOn, answerIn, becomes, hear, isHeld, onLinux } from './wire.ts';

let api: ApiProcess;
let tenant: Tenant;

beforeAll(async () => {
  api = await startApiProcess();
  tenant = await openTenant(api.url, 'Leaving Ltd');
});
afterAll(async () => {
  await api.stop();
  expect(api.said()).toBe('');
});

/** A request as bytes. */
function bytesOf(method: string, path: string, type: string, body: string, key: string): string {
  const head = [
    `${method} ${path} HTTP/1.1`,
    'Host: x',
    `Origin: ${webOrigin}`,
    `Cookie: ${tenant.owner.cookie()}`,
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Idempotency-Key: ${key}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const invoice = () => ({
  customerId: tenant.customerId,
  date: '2026-03-10',
  lines: [{ productId: tenant.productId, quantity: '1', unitPrice: '100' }],
});
const nobodyIsLeft = () => becomes(() => abandonedOn(api.port) === 0);

/** Sends some bytes and hangs up after a moment, politely or by a reset. */
async function hangUp(bytes: string, afterMs: number, how: 'destroy' | 'resetAndDestroy'): Promise<void> {
  const socket = connect(api.port, '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
  await pause(afterMs);
  socket[how]();
}

describe('a client that hangs up', () => {
  it('before it has the answer finds its invoice posted once when it asks again', async () => {
    const attempts = Array.from({ length: 40 }, (_, index) => ({ key: crypto.randomUUID(), afterMs: index % 20 }));
    await Promise.all(
      attempts.map(({ key, afterMs }) =>
        hangUp(
          bytesOf('POST', '/v1/issued-invoices', 'application/json', JSON.stringify(invoice()), key),
          afterMs,
          afterMs % 2 === 0 ? 'destroy' : 'resetAndDestroy',
        ),
      ),
    );
    const numbers = await Promise.all(
      attempts.map(async ({ key }) => {
        const headers = { 'Idempotency-Key': key };
        const answer = await tenant.owner.send('POST', '/v1/issued-invoices', { body: invoice(), headers });
        expect(answer.status).toBe(201);
        return answer.body.number as string;
      }),
    );
    expect(new Set(numbers).size).toBe(attempts.length);
    const { items } = (await tenant.owner.send('GET', '/v1/invoices?limit=200')).body;
    expect(items).toHaveLength(attempts.length);
    expect(await nobodyIsLeft()).toBe(true);
  });

  it.each(['destroy', 'resetAndDestroy'] as const)('in the middle of its request has asked for nothing (%s)', async (how) => {
    const bytes = bytesOf(
      'POST',
      '/v1/parties',
      'application/json',
      JSON.stringify({ code: how, name: how }),
      crypto.randomUUID(),
    );
    const lengths = [1, 20, bytes.indexOf('\r\n\r\n') + 4, bytes.length - 1];
    await Promise.all(lengths.map((length) => hangUp(bytes.slice(0, length), 20, how)));
    expect(await nobodyIsLeft()).toBe(true);
    expect((await tenant.owner.send('GET', `/v1/parties?q=${how}`)).body.items).toEqual([]);
  });

  it('in the middle of a file leaves none of it', async () => {
    const { id } = (await tenant.owner.send('POST', '/v1/imports', { body: {} })).body;
    const file = `code,name\n${'A,Ada\n'.repeat(100_000)}`;
    const bytes = bytesOf('PUT', `/v1/imports/${id}/files/a.csv`, 'text/csv', file, crypto.randomUUID());
    for (const how of ['destroy', 'resetAndDestroy'] as const) await hangUp(bytes.slice(0, 400_000), 50, how);
    expect(await nobodyIsLeft()).toBe(true);
    expect((await tenant.owner.send('GET', `/v1/imports/${id}`)).body.files).toEqual([]);
    expect(await becomes(() => readdirSync(join(testStorageFolder(), tenant.id)).length === 0)).toBe(true);
  });

  it('in the middle of an answer leaves nothing behind', async () => {
    const large = 'GET /v1/docs/assets/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(20);
    await Promise.all([0, 5, 20, 50].map((ms) => hangUp(large, ms, 'resetAndDestroy')));
    expect(await nobodyIsLeft()).toBe(true);
  });
});

describe('a client that only stops sending', () => {
  it('is answered', async () => {
    const socket = connect(api.port, '127.0.0.1');
    socket.end('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
    const { text, closed } = await hear(socket);
    expect(answerIn(text)).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(closed).toBe(true);
  });

  it('in the middle of its request is told so, and closed', async () => {
    const socket = connect(api.port, '127.0.0.1');
    socket.end(bytesOf('POST', '/v1/parties', 'application/json', '{"code":"HALF"}', crypto.randomUUID()).slice(0, -3));
    const { text, closed } = await hear(socket);
    expect(answerIn(text)).toMatchObject({ status: 400, body: { code: 'malformed_request' } });
    expect(closed).toBe(true);
  });
});

describe('a client that never gets to an end', () => {
  it.skipIf(!onLinux)('does not hold up the end of the API', async () => {
    const stopping = await startApiProcess();
    const socket = connect(stopping.port, '127.0.0.1');
    socket.write('POST /v1/parties HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{');
    const heard = hear(socket, 20_000);
    expect(await becomes(() => isHeld(stopping.port, socket.localPort ?? 0))).toBe(true);
    expect(await stopping.stop()).toBe('ended with code 0');
    expect(await heard).toMatchObject({ closed: true });
    expect(stopping.said()).toBe('');
  });
});
