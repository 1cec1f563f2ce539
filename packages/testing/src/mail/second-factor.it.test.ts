import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Person, password, unusedCode, type Visitor } from '../api/index.ts';
import { asAdministrator, useOwnDatabase } from '../database.ts';
import { codeIn, isSignedIn, openLink, openPost, type Post, tokenIn } from './post.ts';

useOwnDatabase();

let post: Post;
beforeAll(async () => {
  post = await openPost(2);
});
afterAll(() => post.close());

/** Someone who needs a code of their app, and whose mail somebody else may read. */
async function guarded(): Promise<Person & { uri: string }> {
  const person = await post.api.person();
  const { body } = await person.send('POST', '/api/auth/two-factor/enable', { body: { password } });
  await person.send('POST', '/api/auth/two-factor/verify-totp', { body: { code: unusedCode(body.totpURI) } });
  return { ...person, uri: body.totpURI };
}

const ask = (path: string, body: unknown) => post.api.visitor().send('POST', `/api/auth${path}`, { body });

async function expectChallenge(visitor: Visitor, uri: string): Promise<void> {
  expect(await isSignedIn(visitor), 'with the mail alone').toBe(false);
  const right = { code: unusedCode(uri) };
  expect((await visitor.send('POST', '/api/auth/two-factor/verify-totp', { body: right })).status).toBe(200);
  expect(await isSignedIn(visitor)).toBe(true);
}

const challenge = { status: 200, body: { twoFactorRedirect: true, twoFactorMethods: ['totp'] } };

describe('who reads the mail of someone who needs a code', () => {
  it('is asked for it after a mailed code', async () => {
    const { email, uri } = await guarded();
    await ask('/email-otp/send-verification-otp', { email, type: 'sign-in' });
    const visitor = post.api.visitor();
    const body = { email, otp: codeIn(await post.newestTo(email)) };
    expect(await visitor.send('POST', '/api/auth/sign-in/email-otp', { body })).toMatchObject(challenge);
    await expectChallenge(visitor, uri);
  });

  it.each([
    ['by the web app', '', (answer: Answer) => expect(answer).toMatchObject(challenge)],
    [
      'by a browser, and led to where it is asked',
      '&callbackURL=/invoices',
      ({ headers }: Answer) => expect(headers.get('location')).toBe('http://localhost:3000/sign-in?step=second-factor'),
    ],
  ])('is asked for it after a mailed link was followed %s', async (_who, query, check) => {
    const { email, uri } = await guarded();
    await ask('/sign-in/magic-link', { email });
    const visitor = post.api.visitor();
    const token = encodeURIComponent(tokenIn(await post.newestTo(email)));
    check(await visitor.send('GET', `/api/auth/magic-link/verify?token=${token}${query}`));
    await expectChallenge(visitor, uri);
  });

  it('is asked for it after the link that verifies the address', async () => {
    const { email, uri } = await guarded();
    const mail = await post.newestTo(email);
    const visitor = post.api.visitor();
    // Nobody has two factors before they have opened the link, except those whose address is to be confirmed again.
    await asAdministrator('update identity.users set email_verified = false where email = $1', [email]);
    await openLink(visitor, mail);
    const rows = await asAdministrator('select email_verified from identity.users where email = $1', [email]);
    expect(rows).toEqual([{ email_verified: true }]);
    await expectChallenge(visitor, uri);
  });
});
