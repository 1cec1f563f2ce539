import type * as payments from '@atlas/payments/contract';
import { expect } from 'vitest';
import { doBackgroundWork } from './deliver.ts';
import { issueInvoice, operationNamed } from './operations.ts';
import { invoiceOf, type Shop } from './shop.ts';

export const saveSettings = operationNamed<typeof payments.saveDunningSettings>('payments.dunning_settings.save');
export const getSettings = operationNamed<typeof payments.getDunningSettings>('payments.dunning_settings.get');
export const propose = operationNamed<typeof payments.proposeDunningRun>('payments.dunning_run.propose');
export const getRun = operationNamed<typeof payments.getDunningRun>('payments.dunning_run.get');
export const confirm = operationNamed<typeof payments.confirmDunningRun>('payments.dunning_run.confirm');
export const listReminders = operationNamed<typeof payments.listReminders>('payments.reminder.list');

export const refused = (code: string) => expect.objectContaining({ code });

/** An invoice of 119.00, due 30 days after its date, and the item that it made. */
export async function owed(shop: Shop, date = '2026-03-01', customerId = shop.customerId) {
  const { entryId } = await shop.run(issueInvoice, { ...invoiceOf(shop, '1', date), customerId });
  return { entryId, position: 1 };
}

/** The levels that hold unasked, with fees of 5.00 and 10.00 on the second and third. */
export async function withFees(shop: Shop): Promise<void> {
  const { levels } = await shop.run(getSettings, {});
  const fees = ['0', '5.00', '10.00'];
  const charged = levels.map((level, index) => ({ ...level, fee: fees[index], feeAccountId: shop.account('4800') }));
  await shop.run(saveSettings, { levels: charged });
}

export async function runOn(shop: Shop, asOf: string) {
  const { id, version } = await shop.run(propose, { asOf });
  await shop.run(confirm, { id, version });
  await doBackgroundWork(shop);
  return shop.run(getRun, { id });
}

export const remindersOf = async (shop: Shop) => (await shop.run(listReminders, { partyId: shop.customerId })).items;
export const nobody = (shop: Shop, asOf: string) =>
  expect(shop.run(propose, { asOf })).rejects.toThrow(refused('payments.nothing_overdue'));
