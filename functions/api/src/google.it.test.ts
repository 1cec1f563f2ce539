import { uuidv7 } from '@atlas/kernel';
import { asAdministrator } from '@atlas/testing';
import { type Answer, type Api, password, startApi, unusedCode, type Visitor } from '@atlas/testing/api';
import { type GoogleStandIn, startGoogle } from '@atlas/testing/standins';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let google: GoogleStandIn;
let api: Api;

beforeAll(async () => {
  google = await startGoogle();
  api = await startApi(5, google.environment);
});
afterAll(async () => {
  await api.close();
  await google.close();
});

const page = 'http://localhost:3000/after';
const me = async (visitor: Visitor) => (await visitor.send('GET', '/v1/me')).body;
const someone = () => `${uuidv7()}@gmail.example`;

/** Goes to Google and comes back with what Google says, as a browser does; the address it ends at. */
async function throughGoogle(url: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(url);
  while (at.origin === google.url) {
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`${at.pathname} answered ${response.status}: ${await response.text()}`);
    at = new URL(location, at);
  }
  return at;
}

async function begin(visitor: Visitor): Promise<string> {
  const body = { provider: 'google', callbackURL: page, errorCallbackURL: page };
  return (await visitor.send('POST', '/api/auth/sign-in/social', { body })).body.url;
}

/** The answer to Google's redirect. */
const comeBack = (visitor: Visitor, { pathname, search }: URL): Promise<Answer> => visitor.send('GET', `${pathname}${search}`);

async function signIn(visitor: Visitor): Promise<string | null> {
  const answer = await comeBack(visitor, await throughGoogle(await begin(visitor)));
  expect(answer.status).toBe(302);
  return answer.headers.get('location');
}

const verify = (email: string) => asAdministrator('update identity.users set email_verified = true where email = $1', [email]);
const accountsOf = (email: string) =>
  asAdministrator<{ provider_id: string; access_token: string | null }>(
    'select a.* from identity.accounts a join identity.users u on u.id = a.user_id where u.email = $1 order by a.provider_id',
    [email],
  );

describe('signing in with Google', () => {
  it('asks with PKCE, state and nonce, and comes back to where people reach the web app', async () => {
    const { searchParams } = new URL(await begin(api.visitor()));
    expect(searchParams.get('redirect_uri')).toBe('http://localhost:3000/api/auth/callback/google');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const bound of ['code_challenge', 'state', 'nonce']) expect(searchParams.get(bound)?.length).toBeGreaterThan(20);
  });

  it('makes an account for an address that Google has verified, and finds it again', async () => {
    const email = someone();
    google.signInAs({ email, name: 'Grace Hopper' });
    const [first, again] = [api.visitor(), api.visitor()];
    expect(await signIn(first)).toBe(page);
    expect(await me(first)).toMatchObject({ email, name: 'Grace Hopper' });
    await signIn(again);
    expect((await me(again)).userId).toBe((await me(first)).userId);
    const [account] = await accountsOf(email);
    expect(account?.access_token, 'encrypted').not.toMatch(/^[\w-]{20,60}$/);
  });

  it('makes none for an address that Google has not verified', async () => {
    const email = someone();
    google.signInAs({ email, emailVerified: false });
    const visitor = api.visitor();
    expect(await signIn(visitor)).toContain('error=email_not_verified');
    expect(await me(visitor)).toMatchObject({ code: 'unauthenticated' });
    expect(await asAdministrator('select from identity.users where email = $1', [email])).toEqual([]);
  });

  it('is linked to an account whose address was verified here, too', async () => {
    const person = await api.person('Linked Ltd');
    await verify(person.email);
    google.signInAs({ email: person.email });
    const visitor = api.visitor();
    expect(await signIn(visitor)).toBe(page);
    expect((await me(visitor)).userId).toBe((await me(person)).userId);
    expect((await accountsOf(person.email)).map((account) => account.provider_id)).toEqual(['credential', 'google']);
  });

  it('is not linked to an account that waits with an address nobody has verified here', async () => {
    const squatter = await api.person('Squatter Ltd');
    google.signInAs({ email: squatter.email });
    const owner = api.visitor();
    expect(await signIn(owner)).toContain('error=account_not_linked');
    expect(await me(owner)).toMatchObject({ code: 'unauthenticated' });
    expect(await accountsOf(squatter.email)).toHaveLength(1);
  });

  it('is not linked where Google has not verified the address, whatever is known here', async () => {
    const person = await api.person('Careful Ltd');
    await verify(person.email);
    google.signInAs({ email: person.email, emailVerified: false });
    const visitor = api.visitor();
    expect(await signIn(visitor)).toMatch(/error=(account_not_linked|email_not_verified)/);
    expect(await me(visitor)).toMatchObject({ code: 'unauthenticated' });
    expect(await accountsOf(person.email)).toHaveLength(1);
  });

  it('asks whoever has a code for it all the same', async () => {
    const person = await api.person('Guarded Ltd');
    await verify(person.email);
    const { body } = await person.send('POST', '/api/auth/two-factor/enable', { body: { password } });
    await person.send('POST', '/api/auth/two-factor/verify-totp', { body: { code: unusedCode(body.totpURI) } });
    google.signInAs({ email: person.email });
    const visitor = api.visitor();
    expect(await signIn(visitor)).toBe('http://localhost:3000/sign-in?step=second-factor');
    expect(await me(visitor)).toMatchObject({ code: 'unauthenticated' });
    await visitor.send('POST', '/api/auth/two-factor/verify-totp', { body: { code: unusedCode(body.totpURI) } });
    expect((await me(visitor)).email).toBe(person.email);
  });

  it('belongs to the browser that began it, and happens once', async () => {
    google.signInAs({ email: someone() });
    const [mine, victim] = [api.visitor(), api.visitor()];
    const back = await throughGoogle(await begin(mine));
    expect((await comeBack(victim, back)).headers.get('location')).toContain('error=');
    expect(await me(victim)).toMatchObject({ code: 'unauthenticated' });
    const other = await throughGoogle(await begin(mine));
    await comeBack(mine, other);
    const replayed = api.visitor();
    replayed.setCookie(mine.cookie());
    expect((await comeBack(replayed, other)).headers.get('location')).toContain('error=');
  });

  it('leads to no page of a stranger', async () => {
    const body = { provider: 'google', callbackURL: 'https://evil.example/after' };
    expect((await api.visitor().send('POST', '/api/auth/sign-in/social', { body })).status).toBe(403);
  });

  it('takes no token that was not fetched in the redirect', async () => {
    const body = { provider: 'google', idToken: { token: 'eyJhbGciOiJub25lIn0.e30.' } };
    const answer = await api.visitor().send('POST', '/api/auth/sign-in/social', { body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'ID_TOKEN_NOT_SUPPORTED' } });
  });
});

describe('without a client at Google', () => {
  it('is not offered', async () => {
    const plain = await startApi(5);
    const answer = await plain.visitor().send('POST', '/api/auth/sign-in/social', { body: { provider: 'google' } });
    await plain.close();
    expect(answer.status).toBe(404);
  });
});
