import { lockoutTerms } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Person, password } from '../api/index.ts';
import { newAddress, newEmail, startStrictApi, strangerAt } from './stand.ts';

const { free } = lockoutTerms;
const wrong = 'wrong horse battery';

let api: Api;
beforeAll(async () => {
  // Many sign up here, from an address that is ours; those who attack come through the proxy.
  api = await startStrictApi({ RATE_LIMIT_FACTOR: '100' });
});
afterAll(() => api.close());

/** Makes a wait that has begun outlast a slow machine. */
async function prolongWait(address: string): Promise<void> {
  const { redis } = api.resources;
  for (const key of await redis.keys(`atlas:lockout:*:network:${address.replace(/::1$/, '::/64')}`))
    await redis.hset(key, 'until', Date.now() + 60_000);
}

const refused = {
  status: 429,
  body: { type: 'urn:atlas:problem:too_many_requests', status: 429, code: 'too_many_requests' },
};

describe('whoever guesses a password', () => {
  it('waits, and whoever comes from there with them; a moment later the person gets in', async () => {
    const { email } = await api.person();
    const stranger = strangerAt(api);
    for (let guess = 0; guess < free; guess++) expect((await stranger.signIn(email, wrong)).status).toBe(401);
    const locked = await stranger.signIn(email, wrong);
    expect(locked).toMatchObject(refused);
    expect(locked.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Number(locked.headers.get('retry-after'))).toBe(1);
    expect(await stranger.signIn(email), 'even who knows it').toMatchObject(refused);
    await expect.poll(async () => (await stranger.signIn(email)).status, { timeout: 5000 }).toBe(200);
    expect((await stranger.signIn(email, wrong)).status, 'and begins anew').toBe(401);
  });

  it('does not make its person wait, neither elsewhere nor on a device that they signed in on', async () => {
    const person = await api.person();
    const address = newAddress();
    const stranger = strangerAt(api, address);
    for (let guess = 0; guess < free; guess++) await stranger.signIn(person.email, wrong);
    await prolongWait(address);
    expect(await stranger.signIn(person.email)).toMatchObject(refused);
    expect((await strangerAt(api).signIn(person.email)).status, 'from elsewhere').toBe(200);
    const send = (secret: string, cookie = person.cookie()) =>
      api.visitor().send('POST', '/api/auth/sign-in/email', {
        body: { email: person.email, password: secret },
        headers: { 'X-Forwarded-For': address, Cookie: cookie },
      });
    expect((await send(password)).status, 'on their device, from the same network').toBe(200);
    const device =
      person
        .cookie()
        .split('; ')
        .find((cookie) => cookie.startsWith('atlas.device.')) ?? '';
    expect(await send(password, `${device}x`), 'with a cookie that we did not sign').toMatchObject(refused);
    const other = await api.person();
    const [name] = device.split('=');
    const [, otherValue] =
      other
        .cookie()
        .split('; ')
        .find((cookie) => cookie.startsWith('atlas.device.'))
        ?.split('=') ?? [];
    expect(await send(password, `${name}=${otherValue}`), 'with that of another account').toMatchObject(refused);
    for (let guess = 0; guess < free; guess++) expect((await send(wrong, device)).status).toBe(401);
    expect((await send(wrong, device)).status, 'a stolen device guesses no further').toBe(429);
  });

  it('gets no further with a hundred guesses at once', async () => {
    const { email } = await api.person();
    const stranger = strangerAt(api);
    const guesses = await Promise.all(Array.from({ length: 40 }, () => stranger.signIn(email, wrong)));
    const tried = guesses.filter(({ status }) => status === 401).length;
    expect(tried).toBeGreaterThanOrEqual(free);
    // On a slow machine the last of them come after the first waits.
    expect(tried).toBeLessThanOrEqual(free + 4);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(40 - tried);
  });

  it('is not helped by leaving before the answer', async () => {
    const { email } = await api.person();
    const address = newAddress();
    const leave = async () => {
      const leaving = new AbortController();
      const body = { email, password: wrong };
      const headers = { 'X-Forwarded-For': address };
      const sent = api.visitor().send('POST', '/api/auth/sign-in/email', { body, headers, signal: leaving.signal });
      setTimeout(() => leaving.abort(), 20);
      await sent.catch(() => undefined);
    };
    for (let guess = 0; guess < 2 * free; guess++) await leave();
    await expect.poll(async () => (await strangerAt(api, address).signIn(email, wrong)).status).toBe(429);
  });

  it('in the browser of somebody who is signed in, waits as well', async () => {
    const person = await api.person();
    const verify = (secret: string) => person.send('POST', '/api/auth/verify-password', { body: { password: secret } });
    for (let guess = 0; guess < free; guess++) expect((await verify(wrong)).status).toBe(400);
    expect(await verify(password)).toMatchObject(refused);
  });

  it('over many accounts is stopped at their address', async () => {
    const strict = await startStrictApi();
    try {
      const address = newAddress();
      const statuses = [];
      // A few more than there may be: at the turn of a minute the sliding window counts a little less.
      for (let guess = 0; guess < 64; guess++) {
        // Without a password it costs no hash, and counts all the same.
        const body = { email: newEmail() };
        statuses.push((await strangerAt(strict, address).send('POST', '/api/auth/sign-in/email', { body })).status);
      }
      expect(statuses.slice(0, 60)).not.toContain(429);
      expect(statuses.at(-1)).toBe(429);
    } finally {
      await strict.close();
    }
  });
});

describe('nobody learns who has an account', () => {
  const tell = ({ status, body: { requestId: _, ...body } }: Awaited<ReturnType<ReturnType<typeof strangerAt>['signIn']>>) => ({
    status,
    body,
  });

  it('from what a wrong password is answered, or from the wait that follows', async () => {
    const { email: known } = await api.person();
    const unknown = newEmail();
    const stranger = strangerAt(api);
    for (let guess = 0; guess <= free; guess++) {
      const [one, other] = [await stranger.signIn(known, wrong), await stranger.signIn(unknown, wrong)];
      expect(tell(one)).toEqual(tell(other));
      expect(one.headers.get('retry-after')).toBe(other.headers.get('retry-after'));
      expect([...one.headers.keys()].sort()).toEqual([...other.headers.keys()].sort());
    }
  });

  it('from how long it takes', { timeout: 60_000 }, async () => {
    const people: Person[] = [];
    for (let index = 0; index < 6; index++) people.push(await api.person());
    const time = async (email: string): Promise<number> => {
      const start = performance.now();
      expect((await strangerAt(api).signIn(email, wrong)).status).toBe(401);
      return performance.now() - start;
    };
    const ratios: number[] = [];
    for (let round = 0; round < free - 1; round++) {
      for (const { email } of people) {
        const known = await time(email);
        ratios.push(known / (await time(newEmail())));
      }
    }
    const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
    // A hash that only one of them pays for would be a factor of ten.
    expect(median).toBeGreaterThan(0.4);
    expect(median).toBeLessThan(2.5);
  });
});
