import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoProblems, newPerson, type Person, signUp } from './browser.ts';

const books = { currency: 'EUR', booksStartOn: '2026-01-01' };

const workspaceOf = (page: Page, name: string) => page.getByRole('button', { name: `Workspace ${name}: switch` });

async function addCustomer(page: Page, name: string): Promise<void> {
  await page.goto('/customers/new');
  await page.getByRole('textbox', { name: 'Code', exact: true }).fill('C1');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Looks for a customer in the list, and for another who belongs elsewhere. */
async function expectCustomer(page: Page, here: string, elsewhere: string): Promise<void> {
  await page.goto('/customers');
  await page.getByRole('main').getByText(here).first().waitFor();
  expect(await page.getByText(elsewhere).count()).toBe(0);
}

describe('someone with two workspaces and two tabs', () => {
  let person: Person;
  let first: Page;
  let second: Page;

  beforeAll(async () => {
    person = await newPerson();
    await signUp(person, 'North Ltd', books);
    first = person.page;
    second = await person.context.newPage();
    second.setDefaultTimeout(20_000);
  });
  afterAll(() => person.close());

  it('makes the second workspace in the second tab, and the first tab stays in the first', async () => {
    await second.goto('/create-workspace');
    await second.getByLabel('Name of the company').fill('South Ltd');
    await second.keyboard.press('Enter');
    await second.waitForURL('**/set-up**');
    // The session is in a workspace without books now; this tab is not.
    await first.goto('/customers');
    await workspaceOf(first, 'North Ltd').waitFor();
    await second.getByLabel('Currency of the books').selectOption('USD');
    await second.getByLabel('Books start on').fill(books.booksStartOn);
    await second.keyboard.press('Tab');
    await second.getByRole('button', { name: 'Set up' }).click();
    await workspaceOf(second, 'South Ltd').waitFor();
    await first.reload();
    await workspaceOf(first, 'North Ltd').waitFor();
  });

  it('writes and reads in each tab where that tab is', async () => {
    await addCustomer(first, 'Northern Customer');
    await addCustomer(second, 'Southern Customer');
    await expectCustomer(first, 'Northern Customer', 'Southern Customer');
    await expectCustomer(second, 'Southern Customer', 'Northern Customer');
    for (const [page, name] of [
      [first, 'North Ltd'],
      [second, 'South Ltd'],
    ] as const) {
      await page.goto('/settings/workspace');
      await page.getByRole('textbox', { name: 'Name of the workspace' }).waitFor();
      expect(await page.getByRole('textbox', { name: 'Name of the workspace' }).inputValue()).toBe(name);
    }
  });

  it('invites into the workspace of the tab', async () => {
    await first.goto('/settings/members');
    await first.getByRole('button', { name: 'Invite' }).click();
    await first.getByRole('dialog').getByLabel('E-mail address').fill('northerner@atlas.example');
    await first.keyboard.press('Enter');
    await first.getByRole('list', { name: 'Pending invitations' }).getByText('northerner@atlas.example').waitFor();
    await second.goto('/settings/members');
    await second.getByText('Nobody is invited at the moment.').waitFor();
  });

  it('switches one tab and not the other; a new one begins where the session went', async () => {
    await first.goto('/');
    await workspaceOf(first, 'North Ltd').click();
    await first.getByRole('menuitemradio', { name: 'South Ltd' }).click();
    await workspaceOf(first, 'South Ltd').waitFor();
    await workspaceOf(first, 'South Ltd').click();
    await first.getByRole('menuitemradio', { name: 'North Ltd' }).click();
    await workspaceOf(first, 'North Ltd').waitFor();
    await second.reload();
    await workspaceOf(second, 'South Ltd').waitFor();
    const third = await person.context.newPage();
    await third.goto('/');
    await workspaceOf(third, 'North Ltd').waitFor();
    await third.close();
  });

  it('goes on where the session is when a tab is in a workspace that is not theirs any more', async () => {
    await second.evaluate("sessionStorage.setItem('atlas-workspace', '018f0000-0000-7000-8000-000000000000')");
    await second.goto('/');
    await workspaceOf(second, 'North Ltd').waitFor();
    expectNoProblems(person);
  });
});
