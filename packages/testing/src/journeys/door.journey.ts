import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ageSessions } from './aged-session.ts';
import { seriousIssues } from './axe.ts';
import { confirmAddress, expectNoProblems, makeAccount, newPerson, type Person, password, signUp } from './browser.ts';
import { linkIn, mailTo } from './mail.ts';

const books = { currency: 'EUR', booksStartOn: '2026-01-01' };
const someone = () => `${randomUUID()}@atlas.example`;
const workspaceOf = (page: Page, name: string) => page.getByRole('button', { name: `Workspace ${name}: switch` });
const challenge = (page: Page) => page.locator('iframe[title="Widget containing a Cloudflare security challenge"]');

/** What a request without the widget's proof is told. */
const withoutProof = (page: Page, path: string, body: object): Promise<string> =>
  page.evaluate<string, [string, string]>(
    async ([asked, text]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(asked, { method: 'POST', headers, body: text });
      return `${answer.status} ${await answer.text()}`;
    },
    [`/api/auth${path}`, JSON.stringify(body)],
  );

async function enter({ page }: Person, email: string, secret = password): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /settings and sign-out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
}

describe('where a person has to be seen', () => {
  it('signs up past the widget and by mail, and nothing gets in without it', async () => {
    const visitor = await newPerson();
    const { page } = visitor;
    await page.goto('/sign-up');
    await challenge(page).contentFrame().getByText('Success!').waitFor();
    const email = someone();
    expect(await withoutProof(page, '/sign-up/email', { email, password, name: 'Nobody' })).toMatch(/^400 .*MISSING_RESPONSE/is);
    expect(await seriousIssues(page)).toEqual([]);
    await makeAccount(visitor, 'Ada Ledger', email);
    await confirmAddress(visitor, email);
    await page.waitForURL('**/create-workspace');
    expectNoProblems(visitor);
    await visitor.close();
  });

  it('lets the widget onto the form that an invitation leads to', async () => {
    const visitor = await newPerson();
    const { page } = visitor;
    await page.goto('/invitation/018f0000-0000-7000-8000-000000000000');
    await page.getByRole('link', { name: 'Create account' }).click();
    await challenge(page).contentFrame().getByText('Success!').waitFor();
    expectNoProblems(visitor);
    await visitor.close();
  });

  it('asks whoever has guessed wrong three times, and lets the right password in past it', async () => {
    const owner = await newPerson();
    const email = await signUp(owner, 'Gate Ltd', books);
    const guesser = await newPerson();
    const { page } = guesser;
    await page.goto('/sign-in');
    expect(await challenge(page).count()).toBe(0);
    for (let guess = 0; guess < 3; guess++) {
      await enter(guesser, email, `a wrong guess, number ${guess}`);
      await page.getByText('E-mail or password is wrong').waitFor();
      await page.reload();
    }
    await enter(guesser, email);
    await page.getByText('First confirm that you are human').waitFor();
    await challenge(page).contentFrame().getByText('Success!').waitFor();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await workspaceOf(page, 'Gate Ltd').waitFor();
    expectNoProblems(guesser);
    await Promise.all([owner.close(), guesser.close()]);
  });
});

describe('someone with a Google account', () => {
  /** Signs the browser in to Google's stand-in as someone. */
  async function signInToGoogle({ page, context }: Person, person: { email: string; name: string }): Promise<void> {
    const answer = await withoutProof(page, '/sign-in/social', { provider: 'google', callbackURL: '/' });
    const { origin } = new URL(JSON.parse(answer.slice(4)).url);
    expect((await context.request.post(`${origin}/dev/person`, { data: person })).status()).toBe(204);
  }

  async function enterByGoogle(visitor: Person, email: string): Promise<void> {
    await visitor.page.goto('/sign-in');
    await signInToGoogle(visitor, { email, name: 'Grace Hopper' });
    await visitor.page.getByRole('button', { name: 'Continue with Google' }).click();
  }

  it('comes in as a new person, without a password', async () => {
    const visitor = await newPerson();
    await enterByGoogle(visitor, someone());
    await visitor.page.waitForURL('**/create-workspace');
    expectNoProblems(visitor);
    await visitor.close();
  });

  it('comes into the account that they have, because both know the address', async () => {
    const visitor = await newPerson();
    const email = await signUp(visitor, 'Linked Ltd', books);
    await signOut(visitor);
    await enterByGoogle(visitor, email);
    await workspaceOf(visitor.page, 'Linked Ltd').waitFor();
    // The password works on.
    await signOut(visitor);
    await enter(visitor, email);
    await workspaceOf(visitor.page, 'Linked Ltd').waitFor();
    expectNoProblems(visitor);
    await visitor.close();
  });
});

describe('an owner and whom they invite', () => {
  let owner: Person;
  let ownerEmail: string;
  let colleague: Person;
  const colleagueEmail = someone();

  beforeAll(async () => {
    [owner, colleague] = await Promise.all([newPerson(), newPerson()]);
    ownerEmail = await signUp(owner, 'Relay Ltd', books);
  });
  afterAll(() => Promise.all([owner.close(), colleague.close()]));

  async function invite(): Promise<string> {
    const { page } = owner;
    await page.goto('/settings/members');
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('dialog').getByLabel('E-mail address').fill(colleagueEmail);
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Pending invitations' }).getByText(colleagueEmail).waitFor();
    return linkIn(await mailTo(owner, colleagueEmail, /invites you to Relay Ltd/));
  }

  it('declines one invitation, which is over, and accepts the next', async () => {
    const { page } = colleague;
    const declined = await invite();
    await page.goto(declined);
    await page.getByRole('link', { name: 'Create account' }).click();
    await makeAccount(colleague, 'Grace Clerk', colleagueEmail);
    await confirmAddress(colleague, colleagueEmail);
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.waitForURL('**/create-workspace');
    await page.goto(declined);
    await page.getByText('This invitation is no longer valid').waitFor();
    await owner.page.reload();
    await owner.page.getByText('Nobody is invited at the moment.').waitFor();
    await invite();
    await page.goto('/create-workspace');
    await page.getByRole('link', { name: 'You are invited to Relay Ltd' }).click();
    await page.getByRole('button', { name: 'Join Relay Ltd' }).click();
    await workspaceOf(page, 'Relay Ltd').waitFor();
    expectNoProblems(colleague);
  });

  it('gives the ownership away, after proving again who they are', async () => {
    const { page } = owner;
    await ageSessions(ownerEmail);
    await page.goto('/settings/members');
    await page.getByRole('button', { name: 'Actions for Grace Clerk' }).click();
    await page.getByRole('menuitem', { name: 'Transfer ownership' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Transfer ownership' }).click();
    const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await proof.waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    await proof.getByLabel('Password').fill('not the password');
    await page.keyboard.press('Enter');
    await proof.getByText('The password is wrong').waitFor();
    await proof.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    // What was begun goes on by itself.
    await page
      .getByRole('row', { name: /Grace Clerk/ })
      .getByText('Owner', { exact: true })
      .waitFor();
    expect(await page.getByRole('combobox', { name: 'Role of Ada Ledger' }).inputValue()).toBe('admin');
    expect(await page.getByRole('button', { name: 'Actions for Grace Clerk' }).count(), 'nobody touches an owner').toBe(0);
    expectNoProblems(owner);
  });

  it('leaves, and whoever owns it now cannot', async () => {
    const { page } = owner;
    await page.goto('/settings/workspace');
    await page.getByRole('button', { name: 'Leave the workspace' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Leave the workspace' }).click();
    await page.waitForURL('**/create-workspace');
    await colleague.page.goto('/settings/workspace');
    await colleague.page.getByText('You are the only owner.').waitFor();
    expectNoProblems(owner);
  });

  it('is signed out in an open tab, as soon as it is used, after another device ended it', async () => {
    const { page } = colleague;
    await page.goto('/customers');
    await page.getByRole('link', { name: 'Products' }).first().waitFor();
    const phone = await newPerson();
    await phone.page.goto('/sign-in');
    await enter(phone, colleagueEmail);
    await workspaceOf(phone.page, 'Relay Ltd').waitFor();
    await phone.page.goto('/settings/security');
    await phone.page
      .getByRole('list', { name: 'Devices' })
      .getByRole('button', { name: /^Sign out/ })
      .first()
      .click();
    await phone.page.getByText('The device is signed out').waitFor();
    // As long as a process may remember a session.
    await sleep(1000);
    await page.getByRole('link', { name: 'Suppliers' }).first().click();
    const lost = page.getByRole('dialog', { name: 'You were signed out' });
    await lost.waitFor();
    // Signing in goes on where they were.
    await lost.getByLabel('E-mail').fill(colleagueEmail);
    await lost.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await lost.waitFor({ state: 'hidden' });
    await workspaceOf(page, 'Relay Ltd').waitFor();
    await phone.close();
  });
});

describe('what a page lets browsers do', () => {
  it.each(['/sign-in', '/sign-up', '/invitation/x'])('%s runs scripts of its own only, in nobody’s frame', async (path) => {
    const visitor = await newPerson();
    const { page } = visitor;
    const headers = (await page.goto(path))?.headers() ?? {};
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'/);
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    for (const part of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    expectNoProblems(visitor);
    await page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=/x onerror=\"window.planted = true\">')");
    await expect.poll(() => visitor.problems.length).toBeGreaterThan(0);
    expect(await page.evaluate('window.planted')).toBeUndefined();
    await visitor.close();
  });
});
