import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoProblems, newPerson, type Person, seriousIssues, signUp } from './browser.ts';

describe('the owner of a workspace', () => {
  let owner: Person;

  beforeAll(async () => {
    owner = await newPerson();
    await signUp(owner, 'Lighthouse Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' });
  });
  afterAll(() => owner.close());

  it('finds the settings by the palette, the person menu and the sidebar', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Search or go to…' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('members', { delay: 20 });
    await page.keyboard.press('Enter');
    await page.waitForURL('**/settings/members');
    await page.getByRole('button', { name: /settings and sign-out/ }).click();
    await page.getByRole('menuitem', { name: 'Settings' }).click();
    await page.waitForURL('**/settings/profile');
    await page.getByRole('navigation', { name: 'Modules' }).getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor();
  });

  it('invites someone by keyboard, resends and revokes the invitation', async () => {
    const { page } = owner;
    const email = `${randomUUID()}@atlas.example`;
    await page.goto('/settings/members');
    await page.getByRole('button', { name: 'Invite' }).press('Enter');
    // The dialog has the focus in its field.
    await page.getByRole('dialog').getByLabel('E-mail address').waitFor();
    await page.keyboard.type(email);
    expect(await seriousIssues(page)).toEqual([]);
    await page.keyboard.press('Enter');
    const pending = page.getByRole('list', { name: 'Pending invitations' });
    await pending.getByText(email).waitFor();
    await pending.getByRole('button', { name: `Resend the invitation to ${email}` }).press('Enter');
    await page.getByText(`The invitation to ${email} was sent again`).waitFor();
    await pending.getByRole('button', { name: `Revoke the invitation of ${email}` }).press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).press('Enter');
    await page.getByText('Nobody is invited at the moment.').waitFor();
    expectNoProblems(owner);
  });

  it('is told why the only owner cannot leave', async () => {
    const { page } = owner;
    await page.goto('/settings/workspace');
    await page.getByText('You are the only owner.').waitFor();
    expect(await page.getByRole('button', { name: 'Leave the workspace' }).count()).toBe(0);
  });
});
