import type * as einvoicing from '@atlas/einvoicing/contract';
import type * as parties from '@atlas/parties/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asAdministrator } from '../database.ts';
import { doBackgroundWork } from '../deliver.ts';
import { issueInvoice, operationNamed } from '../operations.ts';
import { invoiceOf, newShop, type Shop } from '../shop.ts';
import { openVendor, type Vendor } from './vendor.ts';

const mailInvoice = operationNamed<typeof einvoicing.mailInvoice>('einvoicing.invoice.mail');
const listMails = operationNamed<typeof einvoicing.listInvoiceMails>('einvoicing.invoice_mail.list');
const readPaper = operationNamed<typeof einvoicing.readInvoicePaper>('einvoicing.invoice_paper.read');
const updateParty = operationNamed<typeof parties.updateParty>('parties.party.update');

let brevo: Vendor['brevo'];
let mailer: Vendor['mailer'];
beforeAll(async () => {
  ({ brevo, mailer } = await openVendor());
});
afterAll(() => brevo.close());

async function billed(): Promise<{ shop: Shop; id: string; email: string }> {
  const shop = await newShop();
  const email = `ada-${shop.tenantId}@customer.example`;
  await shop.run(updateParty, { id: shop.customerId, version: 1, email, name: 'Ada & Söhne, see evil.example' });
  const { id } = await shop.run(issueInvoice, invoiceOf(shop, '2'));
  return { shop, id, email };
}

const statuses = async (shop: Shop, id: string) => (await shop.run(listMails, { id })).items.map(({ status }) => status);

it('an invoice is mailed once, as the PDF that is kept, to the byte', async () => {
  const { shop, id, email } = await billed();
  expect(await shop.run(mailInvoice, { id }, { key: 'once' })).toMatchObject({ invoiceId: id, status: 'queued' });
  await shop.run(mailInvoice, { id }, { key: 'once' });
  expect(await statuses(shop, id)).toEqual(['queued']);
  await doBackgroundWork(shop, undefined, undefined, mailer);
  // As if a worker had died before it told that it was done.
  await asAdministrator('update outbox_messages set handled_at = null where tenant_id = $1', [shop.tenantId]);
  await doBackgroundWork(shop, undefined, undefined, mailer);
  expect(await statuses(shop, id)).toEqual(['sent']);
  const mails = await brevo.mails(email);
  expect(mails.map(({ subject }) => subject)).toEqual(['Invoice INV-2026-00001 from Test Ltd']);
  expect(mails[0]?.text).not.toContain('evil.example');
  expect(mails[0]?.attachments.map(({ name }) => name)).toEqual(['INV-2026-00001.pdf']);
  const { content } = await shop.run(readPaper, { id });
  expect(mails[0]?.attachments[0]?.content).toBe(content);
  const trail = await asAdministrator<{ action: string }>(
    'select action from audit_events where tenant_id = $1 and subject_id = $2 order by id',
    [shop.tenantId, id],
  );
  expect(trail.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['einvoicing.invoice.mail', 'einvoicing.invoice_mail.hand_over']),
  );
  // Whoever wants it again asks again.
  await shop.run(mailInvoice, { id }, { key: 'again' });
  await doBackgroundWork(shop, undefined, undefined, mailer);
  expect(await statuses(shop, id)).toEqual(['sent', 'sent']);
  expect(await brevo.mails(email)).toHaveLength(2);
});

it('others are written to by mails of their own, each once, with the same paper', async () => {
  const { shop, id, email } = await billed();
  const [books, boss] = [`books-${shop.tenantId}@customer.example`, `boss-${shop.tenantId}@customer.example`];
  const addresses = [books, books.toUpperCase(), email.toUpperCase(), boss];
  const asked = await shop.run(mailInvoice, { id, addresses });
  expect([asked.address, ...asked.others.map(({ address }) => address)]).toEqual([null, books, boss]);
  await doBackgroundWork(shop, undefined, undefined, mailer);
  const { items } = await shop.run(listMails, { id });
  expect(items.map(({ address, status }) => [address, status]).sort()).toEqual([
    [null, 'sent'],
    [books, 'sent'],
    [boss, 'sent'],
  ]);
  const sent = await Promise.all([email, books, boss].map((address) => brevo.mails(address)));
  expect(new Set(sent.map(([mail]) => mail?.attachments[0]?.content)).size).toBe(1);
  expect(sent.map((mails) => mails.length)).toEqual([1, 1, 1]);
  const trail = await asAdministrator<{ address: string | null }>(
    `select after ->> 'address' as address from audit_events where tenant_id = $1 and after ? 'mailId'
      and action = 'einvoicing.invoice.mail' order by id`,
    [shop.tenantId],
  );
  expect(trail.map(({ address }) => address)).toEqual([null, books, boss]);
});

it('others are written to where the customer is not, and somebody has to be', async () => {
  const { shop, id, email } = await billed();
  await shop.run(updateParty, { id: shop.customerId, version: 2, email: null });
  const boss = `boss-${shop.tenantId}@customer.example`;
  expect(await shop.run(mailInvoice, { id, toCustomer: false, addresses: [boss] })).toMatchObject({ address: boss, others: [] });
  await doBackgroundWork(shop, undefined, undefined, mailer);
  expect(await brevo.mails(email)).toEqual([]);
  expect(await brevo.mails(boss)).toHaveLength(1);
  const wrong = [{ toCustomer: false }, { addresses: ['not an address'] }, { addresses: Array(6).fill(boss) }];
  for (const more of wrong)
    await expect(shop.run(mailInvoice, { id, ...more })).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await statuses(shop, id)).toEqual(['sent']);
});

it('a customer without an address is told at once, and a house without a vendor by the mail', async () => {
  const { shop, id } = await billed();
  await shop.run(mailInvoice, { id });
  await doBackgroundWork(shop);
  expect(await statuses(shop, id)).toEqual(['no_vendor']);
  await shop.run(mailInvoice, { id });
  await shop.run(updateParty, { id: shop.customerId, version: 2, email: null });
  await doBackgroundWork(shop, undefined, undefined, mailer);
  expect((await statuses(shop, id))[0]).toBe('no_address');
  await expect(shop.run(mailInvoice, { id })).rejects.toMatchObject({ code: 'einvoicing.no_address' });
});
