import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { uuidv7 } from '@atlas/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Api, password, startApi } from './api/index.ts';
import { listen, type RunningStandIn } from './standins/standin.ts';

const breached = 'password of everybody';
const suffixOf = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase().slice(5);

let api: Api;
let list: RunningStandIn;
let answer: Parameters<typeof createServer>[1];
const asked: string[] = [];

beforeAll(async () => {
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer?.(request, response as never);
  });
  list = await listen(server, 0);
  api = await startApi(1, { BREACH_CHECK: 'true', BREACH_URL: list.url, RATE_LIMIT_FACTOR: '1000' });
});
afterAll(async () => {
  await api.close();
  await list.close();
});

const signUpWith = (secret: string): Promise<Answer> =>
  api
    .visitor()
    .send('POST', '/api/auth/sign-up/email', { body: { email: `${uuidv7()}@example.com`, password: secret, name: 'Ada' } });

describe('a password', () => {
  it('that is known from a breach is refused, and its hash stays here', async () => {
    answer = (_request, response) => response.end(`${suffixOf(breached)}:42\r\n${suffixOf(password)}:0\r\n`);
    const refused = await signUpWith(breached);
    expect(refused.status).toBe(400);
    expect(refused.body.code).toBe('PASSWORD_COMPROMISED');
    expect(asked.at(-1)).toMatch(/^\/range\/[0-9A-F]{5}$/);
  });

  it('that only pads the list is taken', async () => {
    answer = (_request, response) => response.end(`${suffixOf(breached)}:42\r\n${suffixOf(password)}:0\r\n`);
    expect((await signUpWith(password)).status).toBe(200);
  });

  it('is checked when it is changed, too', async () => {
    answer = (_request, response) => response.end(`${suffixOf(breached)}:42`);
    const person = await api.person();
    const body = { currentPassword: password, newPassword: breached };
    expect((await person.send('POST', '/api/auth/change-password', { body })).status).toBe(400);
  });

  it.each([
    ['answers 500', (_request, response) => response.writeHead(500).end()],
    ['hangs up', (request) => request.socket.destroy()],
    ['says nothing', () => undefined],
  ] satisfies [string, NonNullable<typeof answer>][])('is taken while the list %s', async (_how, how) => {
    answer = how;
    expect((await signUpWith(breached)).status).toBe(200);
  });
});
