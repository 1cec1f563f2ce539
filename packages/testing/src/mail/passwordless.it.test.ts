import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, type Person, password, type Visitor } from '../api/index.ts';
import { asAdministrator, useOwnDatabase } from '../database.ts';
import { codeIn, openPost, type Post, signInAs, tokenIn } from './post.ts';

useOwnDatabase();

let post: Post;
beforeAll(async () => {
  post = await openPost(19);
});
beforeEach(() => post.passCooldown());
afterAll(() => post.close());

const send = (visitor: Visitor, path: string, body: object = {}): Promise<Answer> =>
  visitor.send('POST', `/api/auth${path}`, { body });

/** Someone who is in by a mailed link and has no password. */
async function withoutPassword(): Promise<Person> {
  const { email } = await post.newcomer();
  const visitor = post.api.visitor();
  await send(visitor, '/sign-in/magic-link', { email });
  await visitor.send('GET', `/api/auth/magic-link/verify?token=${tokenIn(await post.newestTo(email))}`);
  return { ...visitor, email };
}

/** Lets somebody's last proof lie too far back. */
async function age({ email }: Person): Promise<void> {
  await asAdministrator(
    `update identity.sessions set authenticated_at = now() - interval '1 hour'
     where user_id = (select id from identity.users where email = $1)`,
    [email],
  );
  await post.api.resources.redis.flushdb();
}

const newPassword = 'another horse battery';
const stale = { status: 403, body: { code: 'step_up_required' } };

describe('who has no password', () => {
  it('proves by a mailed code who they are, and chooses one', async () => {
    const person = await withoutPassword();
    await age(person);
    expect(await send(person, '/set-password', { newPassword })).toMatchObject(stale);
    expect((await send(person, '/step-up/send-code')).status).toBe(200);
    const mail = await post.newestTo(person.email);
    expect(mail.subject).toBe('Your code to confirm that it is you');
    expect((await send(person, '/step-up/verify-code', { code: codeIn(mail) })).status).toBe(200);
    expect((await send(person, '/set-password', { newPassword: 'short' })).status).toBe(400);
    expect((await send(person, '/set-password', { newPassword })).status).toBe(200);
    expect((await signInAs(post.api.visitor(), person.email, newPassword)).status).toBe(200);
    expect((await post.newestTo(person.email)).subject).toBe('Your password was changed');
    const again = await send(person, '/set-password', { newPassword: 'yet another battery' });
    expect(again, 'is no way around the one there is').toMatchObject({ status: 400, body: { code: 'PASSWORD_ALREADY_SET' } });
  });

  it('has three guesses at a code, also at once, and a right one works once', async () => {
    const person = await withoutPassword();
    await age(person);
    await send(person, '/step-up/send-code');
    const code = codeIn(await post.newestTo(person.email));
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (let guess = 1; guess <= 3; guess++)
      expect(await send(person, '/step-up/verify-code', { code: wrong })).toMatchObject({ status: 400 });
    expect((await send(person, '/step-up/verify-code', { code })).status, 'it is dead').toBe(400);
    expect(await send(person, '/set-password', { newPassword })).toMatchObject(stale);
    await post.passCooldown();
    await send(person, '/step-up/send-code');
    const next = codeIn(await post.newestTo(person.email));
    const answers = await Promise.all([1, 2, 3].map(() => send(person, '/step-up/verify-code', { code: next })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('cannot use the code of another session, and is mailed one a minute', async () => {
    const [person, other] = [await withoutPassword(), await withoutPassword()];
    await send(person, '/step-up/send-code');
    const code = codeIn(await post.newestTo(person.email));
    expect((await send(other, '/step-up/verify-code', { code })).status).toBe(400);
    expect(await send(person, '/step-up/send-code')).toMatchObject({ status: 429, body: { code: 'COOLDOWN' } });
  });
});

it('who has a password proves themselves with it, not by mail', async () => {
  const person = await post.api.person();
  const refused = { status: 400, body: { code: 'BETTER_PROOF_EXISTS' } };
  expect(await send(person, '/step-up/send-code')).toMatchObject(refused);
  expect(await send(person, '/step-up/verify-code', { code: '000000' })).toMatchObject(refused);
  expect((await send(person, '/set-password', { newPassword })).status).toBe(400);
  expect((await signInAs(post.api.visitor(), person.email, password)).status).toBe(200);
});

it('nobody who is not signed in does any of it', async () => {
  for (const path of ['/step-up/send-code', '/step-up/verify-code', '/set-password'])
    expect((await send(post.api.visitor(), path, { code: '000000', newPassword })).status, path).toBe(401);
});
