import { uuidv7 } from '@atlas/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, password, type Visitor } from '../api/index.ts';
import { asAdministrator, useOwnDatabase } from '../database.ts';
import { codeIn, isSignedIn, linkIn, openLink, openPost, type Post, signInAs, tokenIn } from './post.ts';

useOwnDatabase();

let post: Post;
beforeAll(async () => {
  post = await openPost(4);
});
beforeEach(() => post.passCooldown());
afterAll(() => post.close());

const ask = (path: string, body: object, visitor: Visitor = post.api.visitor()): Promise<Answer> =>
  visitor.send('POST', `/api/auth${path}`, { body });

/** An answer as far as it could tell of an account. */
const told = ({ status, text, headers, body }: Answer) => ({
  status,
  text: text.replace(String(body?.requestId), '<request>'),
  retryAfter: headers.get('retry-after'),
});

const stranger = () => `${uuidv7()}@example.com`;

describe('a new person', () => {
  it('gets a mail whose link verifies the address and signs in, once', async () => {
    const { email, ...newcomer } = await post.newcomer();
    expect(await isSignedIn(newcomer), 'before it').toBe(false);
    const mail = await post.newestTo(email);
    expect(mail.subject).toBe('Confirm your e-mail address');
    expect(linkIn(mail).pathname).toBe('/verify-email');
    const reader = post.api.visitor();
    expect((await openLink(reader, mail)).status).toBe(200);
    expect(await isSignedIn(reader)).toBe(true);
    const rows = await asAdministrator('select email_verified from identity.users where email = $1', [email]);
    expect(rows).toEqual([{ email_verified: true }]);
    const second = post.api.visitor();
    await openLink(second, mail);
    expect(await isSignedIn(second)).toBe(false);
  });

  it('is led on to where they were going, if that is here', async () => {
    for (const [callbackURL, next] of [
      ['/invitation/1?a=b', '/invitation/1?a=b'],
      ['/', null],
    ] as const) {
      const email = stranger();
      await ask('/sign-up/email', { email, password, name: 'Ada', callbackURL });
      expect(linkIn(await post.newestTo(email)).searchParams.get('next')).toBe(next);
    }
    const away = { email: stranger(), password, name: 'Ada', callbackURL: 'https://evil.example/' };
    expect((await ask('/sign-up/email', away)).status).toBe(403);
  });

  it('does not get in with the password alone, and is mailed another link for it, once a minute', async () => {
    const { email } = await post.newcomer();
    const visitor = post.api.visitor();
    const wrong = await signInAs(visitor, email, 'wrong horse battery');
    expect(told(wrong)).toEqual(told(await signInAs(post.api.visitor(), stranger(), 'wrong horse battery')));
    expect(await post.mailsTo(email)).toHaveLength(1);
    for (let tries = 1; tries <= 2; tries++)
      expect(await signInAs(visitor, email)).toMatchObject({ status: 403, body: { code: 'EMAIL_NOT_VERIFIED' } });
    expect(await isSignedIn(visitor)).toBe(false);
    expect(await post.mailsTo(email)).toHaveLength(2);
    expect((await openLink(visitor, await post.newestTo(email))).status).toBe(200);
    expect(await isSignedIn(visitor)).toBe(true);
    expect((await signInAs(post.api.visitor(), email)).status, 'with the password that they chose').toBe(200);
  });

  it('who chooses a password by a mailed link has confirmed the address by it', async () => {
    const { email } = await post.newcomer();
    await ask('/request-password-reset', { email });
    const body = { token: tokenIn(await post.newestTo(email)), newPassword: 'another horse battery' };
    expect((await ask('/reset-password', body)).status).toBe(200);
    expect((await signInAs(post.api.visitor(), email, body.newPassword)).status).toBe(200);
  });

  it('who signs in by a mailed link keeps no password that somebody else may have chosen for their address', async () => {
    const { email } = await post.newcomer();
    await ask('/sign-in/magic-link', { email });
    const owner = post.api.visitor();
    await owner.send('GET', `/api/auth/magic-link/verify?token=${tokenIn(await post.newestTo(email))}`);
    expect(await isSignedIn(owner)).toBe(true);
    expect((await signInAs(post.api.visitor(), email)).status).toBe(401);
  });

  it('is not verified by a link that was changed', async () => {
    const { email } = await post.newcomer();
    const token = tokenIn(await post.newestTo(email));
    const [head, , signature] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ email, exp: 4e9 })).toString('base64url');
    const answer = await post.api.visitor().send('GET', `/api/auth/verify-email?token=${head}.${forged}.${signature}`);
    expect(answer.status).toBe(401);
  });

  it('is written to in German when that is their language', async () => {
    const email = stranger();
    await ask('/sign-up/email', { email, password, name: 'Änne', locale: 'de' });
    const mail = await post.newestTo(email);
    expect(mail.subject).toBe('Bestätigen Sie Ihre E-Mail-Adresse');
    expect(mail.html).toContain('lang="de"');
    await ask('/sign-in/magic-link', { email });
    expect((await post.newestTo(email)).subject).toBe('Ihr Link zum Anmelden');
  });

  it('cannot choose a language that is none', async () => {
    const refused = await ask('/sign-up/email', { email: stranger(), password, name: 'A', locale: 'xx' });
    expect(refused.status).toBe(400);
  });
});

describe('a reset', () => {
  it('sets the password once, ends every session and is told', async () => {
    const person = await post.api.person();
    const { email } = person;
    expect(await isSignedIn(person)).toBe(true);
    await ask('/request-password-reset', { email });
    const mail = await post.newestTo(email);
    expect(linkIn(mail).pathname).toBe('/reset-password');
    const body = { token: tokenIn(mail), newPassword: 'another horse battery' };
    expect((await ask('/reset-password', body)).status).toBe(200);
    expect((await ask('/reset-password', { ...body, newPassword: 'yet another battery' })).status).toBe(400);
    // A process remembers a session for a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await isSignedIn(person)).toBe(false);
    expect((await signInAs(post.api.visitor(), email)).status).toBe(401);
    expect((await signInAs(post.api.visitor(), email, 'another horse battery')).status).toBe(200);
    expect((await post.newestTo(email)).subject).toBe('Your password was changed');
  });

  it('with a link that is too old does nothing', async () => {
    const { email } = await post.api.person();
    await ask('/request-password-reset', { email });
    const token = tokenIn(await post.newestTo(email));
    await post.expireAll(asAdministrator);
    expect((await ask('/reset-password', { token, newPassword: 'another horse battery' })).status).toBe(400);
    expect((await signInAs(post.api.visitor(), email)).status).toBe(200);
  });

  it('survives the loss of everything in Redis', async () => {
    const { email } = await post.api.person();
    await ask('/request-password-reset', { email });
    const token = tokenIn(await post.newestTo(email));
    await post.api.resources.redis.flushdb();
    expect((await ask('/reset-password', { token, newPassword: 'another horse battery' })).status).toBe(200);
  });

  it('a change of password is told too', async () => {
    const person = await post.api.person();
    await person.send('POST', '/api/auth/change-password', {
      body: { currentPassword: password, newPassword: 'another horse battery' },
    });
    expect((await post.newestTo(person.email)).subject).toBe('Your password was changed');
  });
});

describe('a link to sign in', () => {
  it('signs in once', async () => {
    const { email } = await post.api.person();
    await ask('/sign-in/magic-link', { email });
    const token = tokenIn(await post.newestTo(email));
    const [reader, second] = [post.api.visitor(), post.api.visitor()];
    expect((await reader.send('GET', `/api/auth/magic-link/verify?token=${token}`)).status).toBe(200);
    expect(await isSignedIn(reader)).toBe(true);
    expect((await second.send('GET', `/api/auth/magic-link/verify?token=${token}`)).status).toBe(302);
    expect(await isSignedIn(second)).toBe(false);
  });

  it('leads to our own page, wherever a request would have it lead', async () => {
    const { email } = await post.api.person();
    const sent = await ask('/sign-in/magic-link', { email, callbackURL: 'https://evil.example/' });
    expect(sent.status).toBe(403);
    await post.passCooldown();
    await ask('/sign-in/magic-link', { email });
    expect(linkIn(await post.newestTo(email)).origin).toBe(post.api.origin);
  });
});

describe('a code to sign in', () => {
  const enter = (email: string, otp: string, visitor = post.api.visitor()) => ask('/sign-in/email-otp', { email, otp }, visitor);
  const askForCode = (email: string) => ask('/email-otp/send-verification-otp', { email, type: 'sign-in' });
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('signs in once', async () => {
    const { email } = await post.api.person();
    await askForCode(email);
    const code = codeIn(await post.newestTo(email));
    const reader = post.api.visitor();
    expect((await enter(email, code, reader)).status).toBe(200);
    expect(await isSignedIn(reader)).toBe(true);
    expect((await enter(email, code)).status).toBe(400);
  });

  it('dies after three wrong ones, and says no more than it says to a stranger', async () => {
    const { email } = await post.api.person();
    await askForCode(email);
    const code = codeIn(await post.newestTo(email));
    const unknown = stranger();
    await askForCode(unknown);
    for (let tries = 1; tries <= 5; tries++)
      expect(told(await enter(email, wrong(code)))).toEqual(told(await enter(unknown, wrong(code))));
    expect((await enter(email, code)).status).toBe(400);
  });

  it('still signs in after two wrong ones', async () => {
    const { email } = await post.api.person();
    await askForCode(email);
    const code = codeIn(await post.newestTo(email));
    for (let tries = 1; tries <= 2; tries++) expect((await enter(email, wrong(code))).status).toBe(400);
    expect((await enter(email, code)).status).toBe(200);
  });

  it('is for signing in only', async () => {
    const { email } = await post.api.person();
    const body = { email, type: 'forget-password' };
    expect((await ask('/email-otp/send-verification-otp', body)).status).toBe(400);
    expect((await ask('/email-otp/request-password-reset', { email })).status).toBe(404);
  });
});

describe.each([
  ['/sign-in/magic-link', {}],
  ['/email-otp/send-verification-otp', { type: 'sign-in' }],
  ['/request-password-reset', {}],
  ['/send-verification-email', {}],
])('%s', (path, more) => {
  /** Whoever has confirmed their address is not asked to again. */
  const somebody = () => (path === '/send-verification-email' ? post.newcomer() : post.api.person());

  it('answers a stranger as it answers a person, and writes to the person only', async () => {
    const { email } = await somebody();
    const unknown = stranger();
    const before = (await post.mailsTo(email)).length;
    expect(told(await ask(path, { email, ...more }))).toEqual(told(await ask(path, { email: unknown, ...more })));
    expect((await post.mailsTo(email)).length).toBe(before + 1);
    expect(await post.mailsTo(unknown)).toEqual([]);
  });

  it('sends one mail a minute to an address, however it is written, and tells how long to wait', async () => {
    const { email } = await post.api.person();
    for (const address of [email, stranger()]) {
      expect((await ask(path, { email: address, ...more })).status).toBe(200);
      const again = await ask(path, { email: address.toUpperCase(), ...more });
      expect(again.status).toBe(429);
      expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(50);
    }
  });
});

describe('an invitation', () => {
  it('is mailed with a link to itself, and no name in it becomes a link', async () => {
    const owner = await post.api.person('Kestrel at evil.example/win');
    const email = stranger();
    const { body } = await owner.send('POST', '/api/auth/organization/invite-member', { body: { email, role: 'member' } });
    const mail = await post.newestTo(email);
    expect(linkIn(mail).toString()).toBe(`${post.api.origin}/invitation/${body.id}`);
    expect(mail.subject).toContain('Kestrel');
    for (const part of [mail.subject, mail.text, mail.html]) expect(part).not.toMatch(/evil\.example/);
  });
});
