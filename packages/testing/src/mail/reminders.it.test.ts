import { buffer } from 'node:stream/consumers';
import type * as parties from '@atlas/parties/contract';
import type * as payments from '@atlas/payments/contract';
import { houseTenantId, openAttachment } from '@atlas/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asAdministrator } from '../database.ts';
import { doBackgroundWork } from '../deliver.ts';
import { confirm, listReminders, owed, propose, withFees } from '../dunning.ts';
import { operationNamed } from '../operations.ts';
import { newShop, type Shop } from '../shop.ts';
import { openVendor, type Vendor } from './vendor.ts';

const saveParty = operationNamed<typeof payments.saveDunningParty>('payments.dunning_party.save');
const listFiles = operationNamed<typeof payments.listReminderFiles>('payments.reminder_file.list');
const updateParty = operationNamed<typeof parties.updateParty>('parties.party.update');

let brevo: Vendor['brevo'];
let mailer: Vendor['mailer'];
beforeAll(async () => {
  ({ brevo, mailer } = await openVendor());
});
afterAll(() => brevo.close());

async function remind(shop: Shop, email: string) {
  await withFees(shop);
  const addresses = [{ kind: 'billing' as const, street: 'Rue 1', postalCode: '69001', city: 'Lyon', country: 'France' }];
  await shop.run(updateParty, { id: shop.customerId, version: 1, email, name: 'Ada & Söhne, see evil.example', addresses });
  await shop.run(saveParty, { partyId: shop.customerId, excluded: false, locale: 'de' });
  await owed(shop);
  const { id, version } = await shop.run(propose, { asOf: '2026-04-25' });
  await shop.run(confirm, { id, version });
  await doBackgroundWork(shop, undefined, undefined, mailer);
  return (await shop.run(listReminders, { partyId: shop.customerId })).items;
}

it('a reminder is mailed once, in the language of its customer, with what is owed', async () => {
  const shop = await newShop();
  const email = `ada-${shop.tenantId}@customer.example`;
  expect(await remind(shop, email)).toMatchObject([{ mail: 'sent' }]);
  await doBackgroundWork(shop, undefined, undefined, mailer);
  const mails = await brevo.mails(email);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toBe('Zweite Mahnung von Test Ltd');
  expect(mails[0]?.text).toContain('Mahngebühr: 5,00 EUR\nSumme: 124,00 EUR');
  expect(mails[0]?.text).toMatch(/INV-2026-00001, fällig am 31\.03\.2026: 119,00 EUR/);
  expect(mails[0]?.text).not.toContain('evil.example');
  expect(mails[0]?.html).toContain('Ada &amp; Söhne');
  const [attached] = mails[0]?.attachments ?? [];
  expect(attached?.name).toBe('REM-2026-00001.pdf');
  const [{ id } = { id: '' }] = (await shop.run(listReminders, { partyId: shop.customerId })).items;
  const { items } = await shop.run(listFiles, { id });
  expect(items).toMatchObject([{ name: 'REM-2026-00001.pdf', contentType: 'application/pdf' }]);
  // The customer got what is kept, to the byte.
  const kept = await buffer(await openAttachment(shop.ctx(), items[0]?.id ?? ''));
  expect(kept.equals(Buffer.from(attached?.content ?? '', 'base64'))).toBe(true);
  expect(kept.subarray(0, 5).toString()).toBe('%PDF-');
});

it('a reminder reaches nobody who wants no mail, and says so', async () => {
  const shop = await newShop();
  const email = `no-${shop.tenantId}@customer.example`;
  await asAdministrator(
    'insert into mail_suppressions (tenant_id, address_hash, reason, created_at) values ($1, $2, $3, now())',
    [houseTenantId, mailer.addressHash(email), 'spam'],
  );
  expect(await remind(shop, email)).toMatchObject([{ mail: 'suppressed' }]);
  expect(await brevo.mails(email)).toEqual([]);
});
