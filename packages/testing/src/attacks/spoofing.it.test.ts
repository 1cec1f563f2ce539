import { authRules } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../api/index.ts';
import { asAdministrator } from '../database.ts';
import { newAddress, newEmail, startStrictApi, strangerAt } from './stand.ts';

const limitOf = (name: string): number => authRules.find((rule) => rule.name === name)?.limit ?? 0;

let behindProxy: Api;
let open: Api;

beforeAll(async () => {
  [behindProxy, open] = await Promise.all([startStrictApi(), startStrictApi({ TRUSTED_PROXIES: '' })]);
});
afterAll(() => Promise.all([behindProxy.close(), open.close()]));

/** Asks for what is limited to so many an hour from one address, each time for another account. */
async function signUps(api: Api, times: number, headersOf: (index: number) => Record<string, string>): Promise<number[]> {
  const statuses = [];
  for (let index = 0; index < times; index++) {
    // Without a password nobody is signed up, and it counts all the same.
    const body = { email: newEmail(), name: 'x' };
    statuses.push((await api.visitor().send('POST', '/api/auth/sign-up/email', { body, headers: headersOf(index) })).status);
  }
  return statuses;
}

const limit = limitOf('sign_up.address');

describe('whoever makes up an address', () => {
  it.each([
    ['to an API that trusts nobody', () => open, (made: string) => ({ 'X-Forwarded-For': made })],
    [
      'in other headers',
      () => open,
      (made: string) => ({ 'X-Real-IP': made, Forwarded: `for=${made}`, 'CF-Connecting-IP': made }),
    ],
    ['in the header that Better Auth reads', () => open, (made: string) => ({ 'X-Atlas-Client-IP': made })],
  ] as const)('%s is counted where they are', async (_how, api, headersOf) => {
    await signUps(api(), limit, (index) => headersOf(`198.51.100.${index}`));
    expect(await signUps(api(), 2, (index) => headersOf(`203.0.113.${index}`))).toEqual([429, 429]);
  });

  it('left of what the proxy says is counted where they are', async () => {
    const mine = newAddress();
    const headersOf = (index: number) => ({
      'X-Forwarded-For': `198.51.100.${index}, ${mine}`,
      'X-Real-IP': `198.51.100.${index}`,
    });
    const statuses = await signUps(behindProxy, limit + 1, headersOf);
    expect(statuses.slice(0, limit)).not.toContain(429);
    expect(statuses.at(-1)).toBe(429);
    expect((await signUps(behindProxy, 1, () => ({ 'X-Forwarded-For': newAddress() })))[0], 'someone else').not.toBe(429);
  });

  it('from the same IPv6 network is one caller', async () => {
    const network = newAddress().replace(/::1$/, '');
    const statuses = await signUps(behindProxy, limit + 1, (index) => ({ 'X-Forwarded-For': `${network}::${index + 1}` }));
    expect(statuses.at(-1)).toBe(429);
  });

  it('does not choose what stands in the list of their devices', async () => {
    const email = newEmail();
    const headers = { 'X-Atlas-Client-IP': '6.6.6.6', 'X-Real-IP': '6.6.6.6' };
    const body = { email, password: 'correct horse battery', name: 'Ada' };
    await strangerAt(behindProxy, '198.51.100.77').send('POST', '/api/auth/sign-up/email', { body, headers });
    const rows = await asAdministrator(
      'select ip_address from identity.sessions as s join identity.users as u on u.id = s.user_id where u.email = $1',
      [email],
    );
    expect(rows).toEqual([{ ip_address: '198.51.100.77' }]);
  });
});

describe('a limit cannot be walked around', () => {
  it('by another spelling of the path', async () => {
    const mine = newAddress();
    const spellings = ['/sign-up/./email', '/sign-up/x/../email', '/./sign-up/email', '/sign-up/%2e/email', '/sign-up\\email'];
    const statuses = [];
    for (let index = 0; index < limit + spellings.length; index++) {
      const { hostname, port } = new URL(behindProxy.url);
      const path = `/api/auth${spellings[index % spellings.length]}`;
      statuses.push(await postRaw({ hostname, port, path, ip: mine }));
    }
    expect(statuses.slice(limit).every((status) => status === 429 || status === 404)).toBe(true);
    expect((await signUps(behindProxy, 1, () => ({ 'X-Forwarded-For': mine })))[0]).toBe(429);
  });
});

type Raw = { readonly hostname: string; readonly port: string; readonly path: string; readonly ip: string };

/** Posts to a path as it is: `fetch` would tidy it up. */
async function postRaw({ hostname, port, path, ip }: Raw): Promise<number> {
  const { request } = await import('node:http');
  const body = JSON.stringify({ email: newEmail(), name: 'x' });
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      Origin: 'http://localhost:3000',
      'X-Forwarded-For': ip,
    };
    const sent = request({ hostname, port, path, method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
