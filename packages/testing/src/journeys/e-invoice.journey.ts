import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNothingSerious } from './axe.ts';
import { expectNoProblems, newPerson, type Person, signInToDemo } from './browser.ts';

const laughs = '<!DOCTYPE lolz [<!ENTITY lol "lol">]><Invoice>&lol;</Invoice>';

describe('someone who sends electronic invoices', () => {
  let person: Person;
  let invoice: string;

  beforeAll(async () => {
    person = await newPerson();
    await signInToDemo(person);
  });
  afterAll(() => person.close());

  it('is told what is missing and where to set it, and sets it', async () => {
    const { page } = person;
    // The demo workspace lacks nothing.
    await page.goto('/settings/e-invoices');
    await page.getByLabel('VAT identifier').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.goto('/invoices');
    await page.locator('main a[href^="/invoices/"]:not([href$="/new"])').first().click();
    await page.waitForURL(/\/invoices\/[0-9a-f-]{36}$/);
    invoice = page.url();
    await page.getByRole('button', { name: 'E-invoice' }).click();
    await page.getByRole('menuitem', { name: 'UBL 2.1 (Peppol)' }).click();
    const gaps = page.getByRole('dialog', { name: 'Something is missing for an electronic invoice' });
    await gaps.getByText('BR-S-02').waitFor();
    await expectNothingSerious(page);
    await gaps.getByRole('link', { name: 'Settings of e-invoices' }).click();
    await page.waitForURL('**/settings/e-invoices');
    await page.getByLabel('VAT identifier').fill('de 123456789');
    await page.getByLabel('Street').fill('Hafenstraße 1');
    await page.getByLabel('City').fill('Hamburg');
    await page.getByLabel('Country code').fill('de');
    await page.getByLabel('E-mail').fill('invoices@example.com');
    await page.getByLabel('Lines without VAT are').selectOption('E');
    await page.getByLabel('Because').fill('Exempt');
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.getByLabel('VAT identifier').inputValue()).toBe('DE123456789');
  });

  it('downloads a document that the check accepts', async () => {
    const { page } = person;
    await page.goto(invoice);
    await page.getByRole('button', { name: 'E-invoice' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CII (Factur-X, ZUGFeRD)' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/-cii\.xml$/);
    const xml = readFileSync(await download.path());
    await page.goto('/e-invoices');
    await page.locator('input[type=file]').setInputFiles({ name: 'invoice.xml', mimeType: 'text/xml', buffer: xml });
    await page.getByText('Complies with EN 16931').waitFor();
    await expectNothingSerious(page);

    const wrong = xml.toString().replace(/(<ram:GrandTotalAmount>)[^<]*/, '$11.00');
    await page.locator('input[type=file]').setInputFiles({ name: 'wrong.xml', mimeType: 'text/xml', buffer: Buffer.from(wrong) });
    await page.getByText('BR-CO-15').waitFor();
    await page.getByText('Does not comply with EN 16931').waitFor();
    await expectNothingSerious(page);
    expectNoProblems(person);
  });

  it('downloads a PDF from the keyboard, which carries what was downloaded as XML', async () => {
    const { page } = person;
    await page.goto(invoice);
    const take = async () => {
      const button = page.getByRole('button', { name: 'PDF', exact: true });
      await button.focus();
      const downloading = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/^INV-.*\.pdf$/);
      return readFileSync(await download.path());
    };
    const pdf = await take();
    await expectNothingSerious(page);
    expect((await take()).equals(pdf)).toBe(true);
    // What reads suppliers' files reads ours: Atlas itself is no supplier of this company.
    await page.goto('/bills/receive');
    await page.locator('input[type=file]').setInputFiles({ name: 'invoice.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.getByRole('heading', { name: /: \d+\.\d\d [A-Z]{3}$/ }).waitFor();
    expectNoProblems(person);
  });

  it('mails it to the customer, and sees what became of it', async () => {
    const { page } = person;
    await page.goto(invoice);
    await page.getByRole('button', { name: 'Send by e-mail' }).click();
    const asked = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await expectNothingSerious(page);
    await asked.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('heading', { name: 'E-mails' }).waitFor();
    await page.getByText('Sent', { exact: true }).waitFor();
    await expectNothingSerious(page);
    expectNoProblems(person);
  });

  it('is told when a file is no electronic invoice', async () => {
    const { page } = person;
    await page.goto('/e-invoices');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'laughs.xml', mimeType: 'text/xml', buffer: Buffer.from(laughs) });
    await page.getByText('declares a document type').waitFor();
  });
});
