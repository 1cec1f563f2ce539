import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpOf } from './authenticator-app.ts';
import { seriousIssues } from './axe.ts';
import { expectNoProblems, newPerson, type Person, password, signUp } from './browser.ts';
import { linkIn, mailTo } from './mail.ts';

const codeStep = 30_000;

/** A browser's authenticator that says yes to everything, as a fingerprint would. */
async function plugInAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signIn({ page }: Person, email: string, secret = password): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.keyboard.press('Enter');
}

const atHome = (page: Page) => page.waitForURL((url) => url.pathname === '/');

describe('someone and their ways in', () => {
  let person: Person;
  let email: string;
  let totpSecret: string;
  let backupCode: string;

  beforeAll(async () => {
    person = await newPerson();
    email = await signUp(person, 'Harbour Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' });
  });
  afterAll(() => person.close());

  it('sees another device, ends it, and it is dead', async () => {
    const phone = await newPerson({ width: 390, height: 844 });
    await signIn(phone, email);
    await atHome(phone.page);
    const { page } = person;
    await page.goto('/settings/security');
    const devices = page.getByRole('list', { name: 'Devices' });
    await devices.getByText('This device').waitFor();
    expect(await devices.getByRole('listitem').count()).toBe(2);
    await devices.getByRole('button', { name: /^Sign out/ }).press('Enter');
    await page.getByText('The device is signed out').waitFor();
    await expect
      .poll(() => phone.page.evaluate<number>("fetch('/v1/me').then((answer) => answer.status)"), { timeout: 3000 })
      .toBe(401);
    await phone.page.goto('/settings/security');
    await phone.page.waitForURL('**/sign-in?next=**');
    await phone.close();
    expectNoProblems(person);
  });

  it('sets up a second factor with the code of an app and keeps the backup codes', async () => {
    const { page } = person;
    await page.goto('/settings/security');
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByRole('dialog').getByLabel('Your password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    totpSecret = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
    await page.getByLabel('Code of the app').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('The code is wrong or too old').waitFor();
    await page.getByLabel('Code of the app').fill(totpOf(totpSecret));
    await page.keyboard.press('Enter');
    const codes = page.getByRole('dialog').getByRole('list', { name: 'Backup codes' });
    await codes.waitFor();
    backupCode = (await codes.getByRole('listitem').first().textContent()) ?? '';
    expect(await seriousIssues(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'Turn off' }).waitFor();
    expectNoProblems(person);
  });

  it('signs in with password and code, and elsewhere with a backup code that works once', async () => {
    const laptop = await newPerson();
    await signIn(laptop, email);
    await laptop.page.getByRole('heading', { name: 'Second step' }).waitFor();
    expect(await seriousIssues(laptop.page)).toEqual([]);
    // The password alone is nothing yet.
    expect(await laptop.page.evaluate<number>("fetch('/v1/me').then((answer) => answer.status)")).toBe(401);
    await laptop.page.getByRole('textbox', { name: 'Code' }).fill(totpOf(totpSecret, Date.now() + codeStep));
    await laptop.page.keyboard.press('Enter');
    await atHome(laptop.page);
    await laptop.close();
    for (const works of [true, false]) {
      const tablet = await newPerson();
      await signIn(tablet, email);
      await tablet.page.getByRole('button', { name: 'Use a backup code' }).click();
      await tablet.page.getByLabel('Backup code').fill(backupCode);
      await tablet.page.keyboard.press('Enter');
      if (works) await atHome(tablet.page);
      else await tablet.page.getByText('This backup code is wrong or was used before').waitFor();
      await tablet.close();
    }
  });

  it('adds a passkey, renames it, and signs in with it alone', async () => {
    const { page } = person;
    await plugInAuthenticator(page);
    await page.goto('/settings/security');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('My laptop');
    await page.keyboard.press('Enter');
    const passkeys = page.getByRole('list', { name: 'Passkeys' });
    await passkeys.getByText('My laptop').waitFor();
    await passkeys.getByRole('button', { name: 'Rename My laptop' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Work laptop');
    await page.keyboard.press('Enter');
    await passkeys.getByText('Work laptop').waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    await page.getByRole('button', { name: /settings and sign-out/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await atHome(page);
    expectNoProblems(person);
  });

  it('forgets the password, sets a new one by mail, and every device is signed out', async () => {
    const visitor = await newPerson();
    const { page } = visitor;
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.waitForURL('**/forgot-password');
    await page.getByLabel('E-mail').fill(email);
    // As soon as a person was seen.
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    const link = linkIn(await mailTo(visitor, email, /new password/));
    await page.goto(link);
    await page.getByLabel('New password', { exact: true }).fill('short');
    // The token is not left where others may read it.
    expect(new URL(page.url()).search).toBe('');
    await page.keyboard.press('Enter');
    await page.getByText('The password needs at least 12 characters.').waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    await page.getByLabel('New password', { exact: true }).fill('another horse battery');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in');
    await expect
      .poll(() => person.page.evaluate<number>("fetch('/v1/me').then((answer) => answer.status)"), { timeout: 3000 })
      .toBe(401);
    await signIn(visitor, email, 'another horse battery');
    await page.getByRole('heading', { name: 'Second step' }).waitFor();
    await page.goto(link);
    await page.getByLabel('New password', { exact: true }).fill('a third horse battery');
    await page.keyboard.press('Enter');
    await page.getByText('The link is wrong or too old').waitFor();
    await visitor.close();
  });
});

describe('someone without a password at hand', () => {
  it('signs in with a mailed code, and with a mailed link', async () => {
    const owner = await newPerson();
    const email = await signUp(owner, 'Ferry Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' });
    const visitor = await newPerson();
    const { page } = visitor;
    await page.goto('/sign-in/mail?next=/settings/profile');
    await page.getByLabel('E-mail').fill(email);
    expect(await seriousIssues(page)).toEqual([]);
    await page.keyboard.press('Enter');
    const { text } = await mailTo(visitor, email, /code to sign in/);
    await page.getByRole('textbox', { name: 'Code' }).fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('The code is wrong').waitFor();
    await page.getByRole('textbox', { name: 'Code' }).fill(/\b\d{6}\b/.exec(text)?.[0] ?? '');
    expect(await seriousIssues(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/settings/profile');
    await page.goto('about:blank');
    await visitor.context.clearCookies();
    await page.goto('/sign-in/mail');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send a link' }).click();
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    const link = linkIn(await mailTo(visitor, email, /link to sign in/));
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await atHome(page);
    await page.goto('about:blank');
    await visitor.context.clearCookies();
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The link is wrong or too old').waitFor();
    expectNoProblems(visitor);
    await Promise.all([owner.close(), visitor.close()]);
  });

  it.each([
    '/sign-in/mail',
    '/forgot-password',
    '/reset-password',
    '/magic-link?token=x',
    '/verify-email?token=x',
    '/invitation/x',
  ])('%s has nothing serious for axe, in light and in dark', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const visitor = await newPerson({ colorScheme });
      await visitor.page.goto(path);
      await visitor.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await seriousIssues(visitor.page)).toEqual([]);
      await visitor.close();
    }
  });
});
