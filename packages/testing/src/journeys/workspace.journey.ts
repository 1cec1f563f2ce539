import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ageSessions } from './aged-session.ts';
import { expectNothingSerious, seriousIssues } from './axe.ts';
import { expectNoProblems, newPerson, type Person, password } from './browser.ts';
import { openBooks } from './open-books.ts';

/** What a program is answered, from outside of the browser's session. */
const statusFor = (person: Person, key: string, path: string): Promise<number> =>
  person.page.evaluate<number, [string, string]>(
    async ([secret, asked]) =>
      (await fetch(asked, { credentials: 'omit', headers: { Authorization: `Bearer ${secret}` } })).status,
    [key, path],
  );

describe('whoever runs a workspace', () => {
  let owner: Person;
  let email: string;

  beforeAll(async () => {
    owner = await newPerson();
    await owner.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    email = await openBooks(owner, 'Harbour Ltd', { currency: 'EUR', booksStartOn: '2026-01-01' });
  });
  afterAll(() => owner.close());

  it('builds a tree of departments by keyboard', async () => {
    const { page } = owner;
    await page.goto('/settings/teams');
    const departments = page.getByRole('region', { name: 'Departments' });
    await departments.getByText('There are no departments yet.').waitFor();
    await departments.getByRole('button', { name: 'New department' }).press('Enter');
    // The dialog has the focus in its field.
    await page.getByRole('dialog').getByLabel('Name').waitFor();
    await page.keyboard.type('Sales');
    expect(await seriousIssues(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await departments.getByRole('button', { name: 'Actions for Sales' }).press('Enter');
    await page.getByRole('menuitem', { name: 'New department below' }).press('Enter');
    await page.getByRole('dialog').getByLabel('Name').waitFor();
    await page.keyboard.type('Inland');
    await page.keyboard.press('Enter');
    await departments.getByRole('list', { name: 'Below Sales' }).getByText('Inland').waitFor();
    // Nothing goes below itself: it is not even offered.
    await departments.getByRole('button', { name: 'Actions for Sales' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Rename or move' }).press('Enter');
    const below = page.getByRole('dialog').getByRole('combobox', { name: 'Below' });
    expect(await below.locator('option').allTextContents()).toEqual(['On top']);
    await page.keyboard.press('Escape');
    expectNoProblems(owner);
  });

  it('puts people into departments and teams, and takes them out', async () => {
    const { page } = owner;
    const departments = page.getByRole('region', { name: 'Departments' });
    await departments.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Ada Ledger' });
    await departments.getByRole('combobox', { name: 'Department' }).selectOption({ index: 2 });
    await departments.getByRole('button', { name: 'Add' }).press('Enter');
    await departments.getByRole('list', { name: 'People in Inland' }).getByText('Ada Ledger').waitFor();
    const teams = page.getByRole('region', { name: 'Teams' });
    for (const name of ['Fairs', 'Returns']) {
      await teams.getByRole('button', { name: 'New team' }).press('Enter');
      await page.getByRole('dialog').getByLabel('Name').fill(name);
      await page.keyboard.press('Enter');
      await teams.getByRole('button', { name: `Actions for ${name}` }).waitFor();
      await teams.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Ada Ledger' });
      await teams.getByRole('combobox', { name: 'Team' }).selectOption({ label: name });
      await teams.getByRole('button', { name: 'Add' }).press('Enter');
      await teams
        .getByRole('list', { name: `People in ${name}` })
        .getByText('Ada Ledger')
        .waitFor();
    }
    await teams.getByRole('button', { name: 'Take Ada Ledger out of Returns' }).press('Enter');
    await page.getByText('Ada Ledger is no longer in Returns').waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    await page.goto('/settings/members');
    const row = page.getByRole('row', { name: /Ada Ledger/ });
    await row.getByText('Inland').waitFor();
    await row.getByText('Fairs').waitFor();
    expectNoProblems(owner);
  });

  it('is told why a department cannot be deleted, and deletes what is empty', async () => {
    const { page } = owner;
    await page.goto('/settings/teams');
    const remove = async (name: string) => {
      await page.getByRole('button', { name: `Actions for ${name}` }).press('Enter');
      await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
      await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).press('Enter');
    };
    await remove('Sales');
    await page.getByText('Other departments are below this one.').first().waitFor();
    await remove('Inland');
    await page.getByText('Someone is in this department.').first().waitFor();
    await remove('Returns');
    await page.getByText('Returns is deleted').waitFor();
    expectNoProblems(owner);
  });

  it('issues a key to a program, rotates it and revokes it, and the program notices', async () => {
    const { page } = owner;
    await page.goto('/settings/api-keys');
    await page.getByText('No program works here yet').waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    await page.getByRole('button', { name: 'New service account' }).press('Enter');
    await page.getByRole('dialog').getByLabel('Name').waitFor();
    await page.keyboard.type('Web shop');
    await page.keyboard.press('Enter');
    const account = page.getByRole('region', { name: 'Web shop' });
    await account.getByRole('button', { name: 'New key for Web shop' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Orders');
    await dialog.getByLabel('Level for Products').selectOption('reads');
    expect(await seriousIssues(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Issue key' }).press('Enter');
    await dialog.getByRole('button', { name: 'Copy' }).press('Enter');
    const first = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(first).toMatch(/^atlas_/);
    // It is shown this one time: neither Escape nor a click beside it takes it away.
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    await dialog.getByText(first).waitFor();
    expect(await dialog.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    expect(await seriousIssues(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'I have kept it' }).press('Enter');
    expect(await statusFor(owner, first, '/v1/products')).toBe(200);
    expect(await statusFor(owner, first, '/v1/journals')).toBe(403);

    // Who signed in a while ago is asked who they are, over what they began.
    await ageSessions(email);
    await account.getByRole('button', { name: 'Rotate Orders' }).press('Enter');
    await dialog.getByRole('button', { name: 'Rotate' }).press('Enter');
    await page.getByRole('dialog', { name: 'Confirm that it is you' }).waitFor();
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Copy' }).press('Enter');
    const second = await page.evaluate<string>('navigator.clipboard.readText()');
    await dialog.getByRole('button', { name: 'I have kept it' }).press('Enter');
    expect(second).not.toBe(first);
    expect(await Promise.all([first, second].map((key) => statusFor(owner, key, '/v1/products')))).toEqual([200, 200]);

    const keys = account.getByRole('list', { name: 'Keys of Web shop' });
    const old = keys.getByRole('listitem').filter({ hasText: 'Expires soon' });
    await old.getByRole('button', { name: 'Revoke Orders' }).press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).press('Enter');
    await keys.getByText('Revoked', { exact: true }).waitFor();
    await expect.poll(() => statusFor(owner, first, '/v1/products')).toBe(401);
    expect(await statusFor(owner, second, '/v1/products')).toBe(200);
    expect(await seriousIssues(page)).toEqual([]);
    // What was refused is in the console of the browser, not on the page.
    expectNoProblems(owner);
  });

  it('ends a program with all its keys', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'End Web shop' }).press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'End' }).press('Enter');
    await page.getByText('Web shop is ended').waitFor();
    await page.getByText('Does not work', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'New key for Web shop' }).count()).toBe(0);
    expectNoProblems(owner);
  });

  it('makes a role that reaches own records only and hides a field, and reads it in the matrix', async () => {
    const { page } = owner;
    await page.goto('/settings/roles/new');
    await page.getByLabel('Name').fill('Field clerk');
    await page.getByLabel('Level for Sales').selectOption('reads');
    await page.getByLabel('Whose records: Sales').selectOption('own');
    await page.getByRole('main').getByRole('button', { name: 'Sales' }).press('Enter');
    await page.getByLabel('Whose records: List invoices').selectOption('team');
    await page.getByRole('button', { name: /^Hidden fields: Read an invoice/ }).press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'note' }).press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Whose records: Sales').locator('option:checked').textContent()).toBe('Various');
    expect(await seriousIssues(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/settings/roles');
    await page.getByRole('columnheader', { name: 'Field clerk' }).waitFor();
    await page.getByRole('button', { name: 'Sales', exact: true }).press('Enter');
    await page
      .getByRole('row', { name: /^List invoices/ })
      .getByText('Of the own teams')
      .waitFor();
    const one = page.getByRole('row', { name: /^Read an invoice/ });
    await one.getByText('Own records').waitFor();
    await one.getByText('Hides note').waitFor();
    expect(await seriousIssues(page)).toEqual([]);
    // It comes back as it was saved.
    await page.getByRole('link', { name: 'Edit Field clerk' }).press('Enter');
    // The matrix has a button of the same name: only the editor has levels.
    await page.getByLabel('Level for Sales').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Sales' }).press('Enter');
    expect(await page.getByLabel('Whose records: List invoices').inputValue()).toBe('team');
    await page
      .getByRole('button', { name: /^Hidden fields: Read an invoice/ })
      .getByText('Hides note')
      .waitFor();
    expectNoProblems(owner);
  });

  it('gives a customer to someone and to nobody, and finds their own', async () => {
    const { page } = owner;
    const whose = (name: string) => page.locator('dt:text-is("Owner") + dd').getByText(name, { exact: true }).waitFor();
    await page.goto('/customers/new');
    // A new record is its author's.
    const field = page.getByRole('combobox', { name: 'Owner' });
    expect(await field.inputValue()).toBe('Ada Ledger');
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill('H-1');
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Harbour Inn');
    expect(await seriousIssues(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Harbour Inn' }).waitFor();
    await whose('Ada Ledger');

    await page.goto('/customers');
    const mine = async () => {
      await page.getByRole('button', { name: 'Filter' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Owner' }).press('Enter');
      await page.getByRole('button', { name: 'Mine' }).press('Enter');
      await page.getByRole('button', { name: 'Owner Mine' }).waitFor();
    };
    await mine();
    await page.getByText('Harbour Inn').waitFor();
    expect(await seriousIssues(page)).toEqual([]);

    await page.getByText('Harbour Inn').click();
    await page.getByRole('link', { name: 'Edit' }).press('Enter');
    await field.fill('');
    await page.keyboard.press('Tab');
    expect(await field.inputValue()).toBe('');
    await page.keyboard.press('Control+Enter');
    await whose('Nobody');
    await page.goto('/customers');
    await page.getByText('Harbour Inn').waitFor();
    await mine();
    await page.getByText('Nothing matches').waitFor();

    await page.goto('/invoices/new');
    // The page puts the focus into its first field: who types before that is interrupted.
    await page.locator('[name="customer"]:focus').waitFor();
    expect(await field.inputValue()).toBe('Ada Ledger');
    await field.fill('nobody of this name');
    await page.getByText('Nothing found').waitFor();
    await field.fill('ledg');
    await page.getByRole('option', { name: /Ada Ledger/ }).waitFor();
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('Ada Ledger');
    expect(await seriousIssues(page)).toEqual([]);
    expectNoProblems(owner);
  });

  it.each(['teams', 'api-keys', 'members'])('/settings/%s has nothing serious for axe', async (section) => {
    const { page } = owner;
    await page.goto(`/settings/${section}`);
    await page.waitForLoadState('networkidle');
    await expectNothingSerious(page);
    expectNoProblems(owner);
  });
});
