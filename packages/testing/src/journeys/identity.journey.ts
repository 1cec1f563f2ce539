import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious, seriousIssues } from './axe.ts';
import { confirmAddress, expectNoProblems, makeAccount, newPerson, type Person, signUp } from './browser.ts';
import { linkIn, mailTo } from './mail.ts';

const status = (person: Person, path: string): Promise<number> =>
  person.page.evaluate<number, string>(async (asked) => (await fetch(asked)).status, path);

describe('the owner of a workspace', () => {
  let owner: Person;
  let colleague: Person;
  const colleagueEmail = `${randomUUID()}@atlas.example`;

  beforeAll(async () => {
    [owner, colleague] = await Promise.all([newPerson(), newPerson()]);
    await signUp(owner, 'Lighthouse Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' }, expectNothingSerious);
  });
  afterAll(() => Promise.all([owner.close(), colleague.close()]));

  it('finds the settings by the palette, the person menu and the sidebar', async () => {
    const { page } = owner;
    await page.waitForLoadState('networkidle');
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
    const link = linkIn(await mailTo(owner, email, /invites you to Lighthouse Ltd/));
    expect(link).toMatch(/^\/invitation\/[0-9a-f-]{36}$/);
    await pending.getByRole('button', { name: `Resend the invitation to ${email}` }).press('Enter');
    await page.getByText(`The invitation to ${email} was sent again`).waitFor();
    await pending.getByRole('button', { name: `Revoke the invitation of ${email}` }).press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).press('Enter');
    await page.getByText('Nobody is invited at the moment.').waitFor();
    expectNoProblems(owner);
  });

  it('invites a second user, who signs up, verifies the address and joins', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('dialog').getByLabel('E-mail address').fill(colleagueEmail);
    await page.keyboard.press('Enter');
    const invitation = linkIn(await mailTo(owner, colleagueEmail, /invites you/));
    await colleague.page.goto(invitation);
    expect(await seriousIssues(colleague.page)).toEqual([]);
    await colleague.page.getByRole('link', { name: 'Create account' }).click();
    await makeAccount(colleague, 'Grace Clerk', colleagueEmail);
    // Whoever types the address of another is not let in by it; its mail leads back to the invitation.
    await confirmAddress(colleague, colleagueEmail);
    await colleague.page.getByRole('button', { name: 'Join Lighthouse Ltd' }).waitFor();
    expect(await seriousIssues(colleague.page)).toEqual([]);
    await colleague.page.getByRole('button', { name: 'Join Lighthouse Ltd' }).click();
    await colleague.page.getByRole('button', { name: 'Workspace Lighthouse Ltd: switch' }).waitFor();
    expect(await status(colleague, '/v1/customers')).not.toBe(401);
    // It opens nothing twice.
    await colleague.page.goto(invitation);
    await colleague.page.getByText('This invitation is no longer valid').waitFor();
    expectNoProblems(colleague);
  });

  it('changes a role, which holds at once, and sees the member go', async () => {
    const { page } = owner;
    await page.goto('/settings/members');
    const role = page.getByRole('combobox', { name: 'Role of Grace Clerk' });
    await role.selectOption('admin');
    await page.getByText('Grace Clerk is now: Administrator').waitFor();
    await colleague.page.goto('/settings/members');
    await colleague.page.getByRole('button', { name: 'Invite' }).waitFor();
    await page.getByRole('button', { name: 'Actions for Grace Clerk' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).press('Enter');
    await page.getByText('Grace Clerk is removed').waitFor();
    await expect.poll(() => status(colleague, '/v1/company')).not.toBe(200);
  });

  it('is told why the only owner cannot leave', async () => {
    const { page } = owner;
    await page.goto('/settings/workspace');
    await page.getByText('You are the only owner.').waitFor();
    expect(await page.getByRole('button', { name: 'Leave the workspace' }).count()).toBe(0);
  });

  it('makes a role of its own with a limit, gives it to someone, and is told why it allows', async () => {
    const { page } = owner;
    await page.goto('/settings/roles/new');
    await page.getByLabel('Name').fill('Night clerk');
    await page.getByLabel('Level for Sales').selectOption('reads');
    await page.getByRole('main').getByRole('button', { name: 'Sales' }).press('Enter');
    await page.getByLabel('Post a draft', { exact: false }).first().check();
    await page.getByLabel(/^Limit for: Post a draft/).fill('10000');
    expect(await seriousIssues(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/settings/roles');
    await page.getByRole('columnheader', { name: 'Night clerk' }).waitFor();
    await page.goto('/settings/members');
    const further = page.getByRole('region', { name: 'Further roles' });
    await further.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Ada Ledger' });
    await further.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Night clerk' });
    await further.getByRole('button', { name: 'Give role' }).press('Enter');
    await further.getByRole('button', { name: 'Take the role Night clerk from Ada Ledger' }).waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    await page.goto('/settings/roles');
    const why = page.getByRole('region', { name: 'Why may someone do this?' });
    await why.getByRole('combobox', { name: 'Permission' }).selectOption('sales.invoice.post');
    await why.getByText(/^Night clerk grants/).waitFor();
    await page.getByRole('button', { name: 'Sales', exact: true }).press('Enter');
    await page.getByRole('cell', { name: 'up to €10,000.00' }).waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    expectNoProblems(owner);
  });

  it('finds in the audit log what was done, opens it, and verifies the chain', async () => {
    const { page } = owner;
    await page.goto('/settings/audit?action=identity');
    const events = page.getByRole('list', { name: 'Audit log' });
    const made = events.getByRole('button', { name: /Ada Ledger.*Role: Created/ });
    await made.press('Enter');
    await page.getByRole('table', { name: 'What changed' }).getByText('Night clerk').waitFor();
    await page.getByRole('button', { name: 'Verify the chain' }).press('Enter');
    await page.getByText(/events are sealed, and nothing was changed/).waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    await page.goto('/settings/audit?action=catalog');
    await page.getByText('Nothing recorded').waitFor();
    expectNoProblems(owner);
  });

  it.each(['profile', 'security', 'workspace', 'members', 'roles', 'audit'])(
    '/settings/%s has nothing serious for axe',
    async (section) => {
      const { page } = owner;
      await page.goto(`/settings/${section}`);
      await page.waitForLoadState('networkidle');
      await expectNothingSerious(page);
      expectNoProblems(owner);
    },
  );
});
