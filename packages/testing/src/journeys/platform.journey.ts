import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appoint } from './administrator.ts';
import { totpOf } from './authenticator-app.ts';
import { expectNothingSerious, seriousIssues } from './axe.ts';
import { confirmAddress, expectNoProblems, makeAccount, newPerson, type Person, password, signUp } from './browser.ts';
import { linkIn, mailTo } from './mail.ts';

/** Another process may go on with what it knew for a second. */
const soon = { timeout: 15_000, interval: 300 };

const why = 'Customer asked for help with an invoice';

/** Sets up the code of an app, which also proves who one is. */
async function setUpSecondFactor({ page }: Person): Promise<void> {
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('dialog').getByLabel('Your password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  const secret = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
  await page.getByLabel('Code of the app').fill(totpOf(secret));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'I have kept them' }).click();
}

describe('somebody who runs Atlas', () => {
  let administrator: Person;
  let owner: Person;
  const ownerEmail = `${randomUUID()}@atlas.example`;
  const workspace = `Provisioned ${randomUUID().slice(0, 8)} Ltd`;
  let consolePath: string;

  beforeAll(async () => {
    [administrator, owner] = await Promise.all([newPerson(), newPerson()]);
    const email = await signUp(administrator, 'Atlas House', { currency: 'EUR', booksStartOn: '2026-01-01' });
    await administrator.page.goto('/platform');
    // To everybody else there is nothing here.
    await administrator.page.getByRole('heading', { level: 2, name: 'There is nothing here' }).waitFor();
    await appoint(email);
  });
  afterAll(() => Promise.all([administrator.close(), owner.close()]));

  it('needs a second factor before anything works', async () => {
    const { page } = administrator;
    await expect
      .poll(async () => {
        await page.goto('/platform');
        return page.getByRole('heading', { level: 1, name: 'First a second factor' }).count();
      }, soon)
      .toBe(1);
    await expectNothingSerious(administrator.page);
    await setUpSecondFactor(administrator);
    await page.getByRole('button', { name: /settings and sign-out/ }).click();
    await page.getByRole('menuitem', { name: 'Platform' }).click();
    await page.getByRole('heading', { level: 1, name: 'Workspaces' }).waitFor();
    await page.getByRole('grid', { name: 'Workspaces' }).getByText('Atlas House').first().waitFor();
    await expectNothingSerious(administrator.page);
    expectNoProblems(administrator);
  });

  it('provisions a workspace, whose owner joins from the mail', async () => {
    const { page } = administrator;
    await page.getByRole('link', { name: 'Provision workspace' }).click();
    await page.getByLabel('Name').fill(workspace);
    await page.getByLabel('E-mail of the owner').fill(ownerEmail);
    await page.getByLabel('Plan').selectOption('free');
    await page.getByLabel('Seats').fill('3');
    await expectNothingSerious(administrator.page);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/platform\/workspaces\/[0-9a-f-]{36}$/);
    consolePath = new URL(page.url()).pathname;
    await page.getByText(ownerEmail).first().waitFor();
    await owner.page.goto(linkIn(await mailTo(owner, ownerEmail, /invites you/)));
    await owner.page.getByRole('link', { name: 'Create account' }).click();
    await makeAccount(owner, 'Olga Owner', ownerEmail);
    await confirmAddress(owner, ownerEmail);
    await owner.page.getByRole('button', { name: `Join ${workspace}` }).click();
    await owner.page.waitForURL('**/set-up**');
    await owner.page.getByLabel('Name of the company').fill(workspace);
    await owner.page.getByRole('button', { name: 'Set up' }).click();
    await owner.page.waitForURL((url) => url.pathname === '/');
    expectNoProblems(owner);
  });

  it('sees its facts, sets plan, limits, trial and features', async () => {
    const { page } = administrator;
    await page.goto(consolePath);
    await page.getByRole('list', { name: 'People' }).getByText('Olga Owner').waitFor();
    await page.getByRole('region', { name: 'Usage' }).getByText('Ledger lines').waitFor();
    await page.getByLabel('Plan', { exact: true }).selectOption('standard');
    await page.getByText('Saved').first().waitFor();
    await page.getByLabel('Trial until').fill('+5');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save end' }).click();
    await page.getByRole('heading', { level: 1 }).locator('..').getByText('Trial').waitFor();
    await page.getByLabel('Imports').click();
    await expect.poll(() => page.getByLabel('Imports').isChecked(), soon).toBe(false);
    await expectNothingSerious(administrator.page);
    await expect
      .poll(async () => {
        await owner.page.goto('/');
        return owner.page.getByRole('navigation', { name: 'Modules' }).getByRole('link', { name: 'Imports' }).count();
      }, soon)
      .toBe(0);
    await owner.page.getByText(/days of the trial are left/).waitFor();
    await expectNothingSerious(owner.page);
    expectNoProblems(administrator);
  });

  it('suspends it with a reason, which an open tab of the owner says, and resumes it', async () => {
    const { page } = administrator;
    await owner.page.goto('/customers');
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('The bill of May was not paid');
    await expectNothingSerious(administrator.page);
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    // A read that was still under way may have told the tab already.
    const told = owner.page.waitForURL('**/suspended');
    await Promise.any([told, owner.page.getByRole('link', { name: 'Products' }).click({ timeout: 5000 })]);
    await owner.page.getByRole('heading', { name: `${workspace} is suspended` }).waitFor();
    await owner.page.getByText('The bill of May was not paid').waitFor();
    await expectNothingSerious(owner.page);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Suspend' }).waitFor();
    await expect
      .poll(async () => {
        await owner.page.goto('/');
        return new URL(owner.page.url()).pathname;
      }, soon)
      .toBe('/');
    expectNoProblems(owner);
  });

  it('leaves reading when the trial has ended', async () => {
    const { page } = administrator;
    await page.getByLabel('Trial until').fill('-1');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save end' }).click();
    await page.getByText('Trial ended').first().waitFor();
    await expect
      .poll(async () => {
        await owner.page.goto('/customers');
        return owner.page.getByText('The trial has ended.').count();
      }, soon)
      .toBe(1);
    expect(await owner.page.getByRole('link', { name: 'New customer' }).count()).toBe(0);
    await expectNothingSerious(owner.page);
    await page.getByRole('button', { name: 'No trial' }).click();
    await page.getByText('Active').first().waitFor();
  });

  it('acts as the owner under a banner that stays, is named in their audit log, and stops', async () => {
    const { page } = administrator;
    await page.getByRole('button', { name: 'Act as Olga Owner' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('short');
    await page.getByRole('dialog').getByRole('button', { name: 'Act as' }).click();
    await page.getByRole('dialog').getByRole('alert').first().waitFor();
    await page.getByRole('dialog').getByLabel('Reason').fill(why);
    await expectNothingSerious(administrator.page);
    await page.getByRole('dialog').getByRole('button', { name: 'Act as' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    const banner = page.getByRole('region', { name: 'Impersonation' });
    await banner.getByText(`Ada Ledger is acting as Olga Owner in ${workspace}.`).waitFor();
    await banner.getByText(why).waitFor();
    await expect.poll(() => banner.getByRole('timer').textContent(), soon).toMatch(/^1[45]:\d\d$/);
    await expectNothingSerious(administrator.page);
    await page.goto('/customers/new');
    await banner.waitFor();
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill('C1');
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Made by somebody else');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Made by somebody else' }).waitFor();
    // Nothing of the console, and no further.
    await page.goto('/platform');
    await page.getByRole('heading', { level: 2, name: 'There is nothing here' }).waitFor();
    await page.goto('/');
    // What the page still asks for in a session that has ended would lead elsewhere.
    await page.waitForLoadState('networkidle');
    await banner.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('grid', { name: 'Workspaces' }).waitFor();
    expect((await mailTo(owner, ownerEmail, /Somebody of Atlas works/i)).text).toContain(why);
    await owner.page.goto('/settings/audit?action=parties');
    const row = owner.page.getByRole('list', { name: 'Audit log' }).getByRole('button').first();
    await row.getByText('by an administrator').waitFor();
    await expectNothingSerious(owner.page);
    expectNoProblems(administrator);
  });

  it('finds all of it in the audit of the platform', async () => {
    const { page } = administrator;
    await page.getByRole('link', { name: 'Platform audit' }).click();
    const events = page.getByRole('list', { name: 'Audit log' });
    for (const done of ['Workspace: Provisioned', 'Workspace: Suspended', 'Workspace: Resumed', 'Impersonation: Started'])
      await events
        .getByRole('button', { name: new RegExp(`Ada Ledger.*${done}`) })
        .first()
        .waitFor();
    await page.getByRole('button', { name: 'Verify the chain' }).click();
    await page.getByText(/sealed, and nothing was changed/).waitFor();
    await expectNothingSerious(administrator.page);
    expectNoProblems(administrator);
  });

  it('has a console in German, too', async () => {
    const { page, context } = administrator;
    await context.addCookies([{ name: 'atlas_language', value: 'de', url: new URL('/', page.url()).href }]);
    await page.goto('/platform');
    await page.getByRole('heading', { level: 1, name: 'Arbeitsbereiche' }).waitFor();
    await page.goto(consolePath);
    await page.getByRole('button', { name: 'Sperren' }).waitFor();
    expect(await seriousIssues(page)).toEqual([]);
  });
});
