import { uuidv7 } from '@atlas/kernel';
import type * as contract from '@atlas/payments/contract';
import { doBackgroundWork } from '../../deliver.ts';
import { createParty, issueInvoice, operationNamed } from '../../operations.ts';
import { invoiceOf, type Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';

const saveSettings = operationNamed<typeof contract.saveDunningSettings>('payments.dunning_settings.save');
const saveParty = operationNamed<typeof contract.saveDunningParty>('payments.dunning_party.save');
const hold = operationNamed<typeof contract.holdDunning>('payments.dunning_hold.save');
const propose = operationNamed<typeof contract.proposeDunningRun>('payments.dunning_run.propose');
const confirm = operationNamed<typeof contract.confirmDunningRun>('payments.dunning_run.confirm');
const listReminders = operationNamed<typeof contract.listReminders>('payments.reminder.list');

const listFiles = operationNamed<typeof contract.listReminderFiles>('payments.reminder_file.list');

const asOf = '2026-03-25';
const words = { subject: 'From {company}', body: 'Dear {customer}, pay {total} of {date} and {fee}.' };

const settings = (shop: Shop) => ({
  levels: [5, 40].map((daysOverdue) => ({
    ...{ name: 'Reminder', daysOverdue, daysBetween: 3, fee: '4.50', feeAccountId: shop.account('4800') },
    texts: { en: words, de: words },
  })),
  schedule: { every: 'month', day: 31, minimumLevel: 2, sends: false },
});

/** A customer with an invoice that is due on its day. */
async function debtor(shop: Shop) {
  const { id } = await shop.run(createParty, { code: uuidv7().slice(-12), name: 'Debtor', paymentTermDays: 0 });
  const { entryId } = await shop.run(issueInvoice, { ...invoiceOf(shop, '1', '2026-03-01'), customerId: id });
  return { partyId: id, entryId };
}

async function proposed(shop: Shop) {
  await shop.run(saveSettings, settings(shop));
  const { partyId, entryId } = await debtor(shop);
  const { id, version } = await shop.run(propose, { asOf });
  return { id, version, partyId, entryId };
}

/** A customer who was reminded. */
async function reminded(shop: Shop) {
  const { id, version, partyId } = await proposed(shop);
  await shop.run(confirm, { id, version });
  await doBackgroundWork(shop);
  const [reminder] = (await shop.run(listReminders, { partyId })).items;
  return { partyId, id: reminder?.id, runId: reminder?.runId };
}

/** What the printing of a reminder left with it. */
async function printed(shop: Shop) {
  const { id } = await reminded(shop);
  const [file] = (await shop.run(listFiles, { id })).items;
  return { id, attachmentId: file?.id };
}

const decision = async (shop: Shop): Promise<Input> => {
  const { id, version } = await proposed(shop);
  return { id, version };
};

export const dunning: Record<string, Scenario> = {
  'payments.dunning_settings.get': inShop(async (shop) => {
    await shop.run(saveSettings, settings(shop));
    return {};
  }),
  'payments.dunning_settings.save': inShop(settings),
  'payments.dunning_party.get': inShop(async (shop) => {
    const { partyId } = await debtor(shop);
    await shop.run(saveParty, { partyId, excluded: true, reason: 'The owner calls', locale: 'de' });
    return { partyId };
  }),
  'payments.dunning_party.save': inShop(async (shop) => {
    const { partyId } = await debtor(shop);
    return { partyId, excluded: true, reason: 'The owner calls', locale: 'de' };
  }),
  'payments.dunning_hold.list': inShop(async (shop) => {
    const { partyId, entryId } = await debtor(shop);
    await shop.run(hold, { entryId, reason: 'Disputed' });
    return { partyId, limit: 10 };
  }),
  'payments.dunning_hold.save': inShop(async (shop) => {
    const { entryId } = await debtor(shop);
    return { entryId, reason: 'Disputed', until: '2026-12-31' };
  }),
  'payments.dunning_hold.release': inShop(async (shop) => {
    const { entryId } = await debtor(shop);
    await shop.run(hold, { entryId, reason: 'Disputed' });
    return { entryId };
  }),
  'payments.dunning_run.propose': inShop(async (shop) => {
    await debtor(shop);
    return { asOf };
  }),
  'payments.dunning_run.list': inShop(async (shop) => {
    await proposed(shop);
    return { limit: 10 };
  }),
  'payments.dunning_run.get': inShop(async (shop) => ({ id: (await proposed(shop)).id })),
  'payments.dunning_proposal.list': inShop(async (shop) => ({ id: (await proposed(shop)).id, limit: 10 })),
  'payments.dunning_run.select': inShop(async (shop) => {
    const { id, version, entryId } = await proposed(shop);
    return { id, version, selected: false, items: [{ entryId, position: 1 }] };
  }),
  'payments.dunning_run.confirm': inShop(decision),
  'payments.dunning_run.discard': inShop(decision),
  'payments.reminder.list': inShop(async (shop) => {
    const { partyId, runId } = await reminded(shop);
    return { partyId, runId, limit: 10 };
  }),
  'payments.reminder.get': inShop(async (shop) => ({ id: (await reminded(shop)).id })),
  'payments.reminder_file.list': inShop(async (shop) => ({ id: (await reminded(shop)).id })),
  'payments.reminder_file.get': inShop(printed),
  'payments.reminder.reverse': inShop(async (shop) => {
    const { id } = await reminded(shop);
    return { id, date: '2026-03-26', reason: 'Paid in cash' };
  }),
};
