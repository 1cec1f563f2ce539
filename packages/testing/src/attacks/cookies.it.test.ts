import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Person, startApi } from '../api/index.ts';
import { redisDatabase } from './stand.ts';

const secureOrigin = 'https://erp.example';

let plain: Api;
let secure: Api;

beforeAll(async () => {
  [plain, secure] = await Promise.all([
    startApi(redisDatabase),
    startApi(redisDatabase, { PUBLIC_URL: secureOrigin, NODE_ENV: 'production' }),
  ]);
});
afterAll(() => Promise.all([plain.close(), secure.close()]));

const me = (api: Api, cookie: string) => fetch(`${api.url}/v1/me`, { headers: { Cookie: cookie } });
const emailIn = async (answer: Response): Promise<string> => ((await answer.json()) as { email: string }).email;
const session = (api: Api, cookie: string) => fetch(`${api.url}/api/auth/get-session`, { headers: { Cookie: cookie } });
const statusOf = async (api: Api, cookie: string): Promise<number> => (await me(api, cookie)).status;

describe('the cookie of a session', () => {
  let person: Person;
  let value: string;

  beforeAll(async () => {
    person = await plain.person();
    value = person.cookie().split(/=(.*)/s)[1] ?? '';
    expect(await statusOf(plain, person.cookie())).toBe(200);
  });

  it('is not taken over https when somebody without https could have set it', async () => {
    expect(await statusOf(secure, `__Secure-atlas.session_token=${value}`)).toBe(200);
    expect(await statusOf(secure, `atlas.session_token=${value}`)).toBe(401);
    expect(await (await session(secure, `atlas.session_token=${value}`)).json()).toBeNull();
  });

  it.each(['__Secure-atlas.session_token', '__Host-atlas.session_token', 'ATLAS.session_token', ' atlas.session_token2'])(
    'has one name, and that is not %s',
    async (name) => {
      expect(await statusOf(plain, `${name}=${value}`)).toBe(401);
    },
  );

  it('does not change who somebody is when a second one is put beside it', async () => {
    const attacker = await plain.person();
    const both = `${person.cookie()}; ${attacker.cookie()}`;
    const [api, auth] = await Promise.all([me(plain, both), session(plain, both)]);
    expect(await emailIn(api)).toBe(person.email);
    const { user } = (await auth.json()) as { user: { email: string } };
    expect(user.email, 'both parts of the API see the same person').toBe(person.email);
  });

  it.each([
    ['undecodable', 'atlas.session_token=%E0%A4%A'],
    ['empty', 'atlas.session_token='],
    ['a signature alone', 'atlas.session_token=.AAAA'],
    ['of another kind', 'atlas.session_token=null.null'],
    ['many dots', `atlas.session_token=${'.'.repeat(500)}`],
    ['no cookie at all', '=;;; ==; ;'],
    ['a thousand', Array.from({ length: 900 }, (_, index) => `c${index}=1`).join('; ')],
    ['a key of Redis', 'atlas.session_token=member%3Aa%3Ab.AAAA'],
  ])('that is %s is nobody', async (_what, cookie) => {
    expect(await statusOf(plain, cookie)).toBe(401);
    expect((await session(plain, cookie)).status).toBeLessThan(500);
  });

  it('keeps its meaning in spite of spaces and others around it', async () => {
    expect(await statusOf(plain, `a=b;  ${person.cookie()} ; c="d"`)).toBe(200);
  });

  it('is changed in no character', async () => {
    const token = decodeURIComponent(value);
    for (const at of [0, 5, token.indexOf('.') + 2]) {
      const changed = `${token.slice(0, at)}${token[at] === 'x' ? 'y' : 'x'}${token.slice(at + 1)}`;
      expect(await statusOf(plain, `atlas.session_token=${encodeURIComponent(changed)}`)).toBe(401);
    }
  });

  it('is no other after signing in than a stranger could have laid down before', async () => {
    const victim = plain.visitor();
    victim.setCookie(person.cookie());
    const other = await plain.person();
    const body = { email: other.email, password: 'correct horse battery' };
    await victim.send('POST', '/api/auth/sign-in/email', { body });
    expect(victim.cookie()).not.toBe(person.cookie());
    expect(await emailIn(await me(plain, victim.cookie()))).toBe(other.email);
  });
});

describe('a header that is too large', () => {
  it.each(['Cookie', 'X-Forwarded-For', 'Authorization', 'X-Request-Id'])(
    '%s is refused before anybody reads it',
    async (name) => {
      const response = await fetch(`${plain.url}/v1/me`, { headers: { [name]: 'a'.repeat(20_000) } });
      expect(response.status).toBe(431);
      expect(await response.json()).toMatchObject({ code: 'headers_too_large' });
    },
  );
});
