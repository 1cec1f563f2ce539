import { type Api, startApi } from '@atlas/testing/api';
import { afterAll, beforeAll, expect, it } from 'vitest';

const secret = 'what-only-the-edge-knows-of-all-that-ask';
const refused = { status: 403, body: { code: 'forbidden', detail: 'Atlas is reached at its own address only.' } };

let api: Api;

beforeAll(async () => {
  // Everybody who comes this close is trusted: the edge is believed, and no proxy.
  api = await startApi(14, { ORIGIN_SECRET: secret, RATE_LIMIT_FACTOR: '1', TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => api.close());

async function ask(path: string, headers: Record<string, string>) {
  const response = await fetch(`${api.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

it.each([
  ['none', {}],
  ['another', { 'X-Atlas-Edge': `${secret.slice(0, -1)}x` }],
  ['one that begins like it', { 'X-Atlas-Edge': `${secret}${secret}` }],
  ['two', { 'X-Atlas-Edge': `${secret}, ${secret}` }],
])('refuses who shows %s of the edge’s secret, whatever they ask for', async (_what, headers: Record<string, string>) => {
  for (const path of ['/v1/parties', '/api/auth/get-session', '/health/live', '/v1/openapi.json'])
    expect(await ask(path, { 'X-Atlas-Viewer': '203.0.113.7', ...headers })).toMatchObject(refused);
});

it('answers who came through the edge', async () => {
  expect(await ask('/health/live', { 'X-Atlas-Edge': secret, 'X-Atlas-Viewer': '203.0.113.7' })).toMatchObject({ status: 200 });
});

/** What is left of the limit that nobody in particular has, as one address: it goes down by one with each request. */
async function leftFor(viewer: string, forwarded: string): Promise<number> {
  const { status, headers } = await ask('/v1/parties', {
    'X-Atlas-Edge': secret,
    'X-Atlas-Viewer': viewer,
    'X-Forwarded-For': forwarded,
    'CloudFront-Viewer-Address': `${forwarded}:443`,
  });
  expect(status).toBe(401);
  return Number(headers.get('ratelimit-remaining'));
}

it('counts clients by what the edge says of them, and by nothing that they say', async () => {
  const first = await leftFor('203.0.113.20', '6.6.6.1');
  expect(await leftFor('203.0.113.20', '6.6.6.2')).toBe(first - 1);
  expect(await leftFor('203.0.113.20', '203.0.113.21')).toBe(first - 2);
  expect(await leftFor('203.0.113.21', '203.0.113.20')).toBe(first);
});

it('knows where people signed in, as the edge says', async () => {
  const visitor = api.visitor();
  const edge = { 'X-Atlas-Edge': secret, 'X-Atlas-Viewer': '203.0.113.30' };
  const place = {
    'CloudFront-Viewer-City': 'Z%C3%BCrich',
    'CloudFront-Viewer-Country': 'CH',
    'X-Atlas-Client-Place': 'Atlantis',
  };
  const body = { email: `${crypto.randomUUID()}@example.com`, password: 'correct horse battery', name: 'Ada' };
  await visitor.send('POST', '/api/auth/sign-up/email', { body, headers: { ...edge, ...place } });
  const { session } = (await visitor.send('GET', '/api/auth/get-session', { headers: edge })).body;
  expect([session.place, session.ipAddress]).toEqual(['Zürich, CH', '203.0.113.30']);
});
