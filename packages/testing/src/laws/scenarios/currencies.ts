import type * as contract from '@atlas/accounting/contract';
import { issueInvoice, operationNamed } from '../../operations.ts';
import { invoiceOf, type Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';

const saveExchangeRate = operationNamed<typeof contract.saveExchangeRate>('accounting.exchange_rate.save');
const saveCurrencySettings = operationNamed<typeof contract.saveCurrencySettings>('accounting.currency_settings.save');
const runRevaluation = operationNamed<typeof contract.runRevaluation>('accounting.revaluation.run');
const settleItems = operationNamed<typeof contract.settleItems>('accounting.open_item.settle');

const dollar: Input = { currency: 'USD', validOn: '2026-03-02', source: 'ecb', rate: '1.085' };

/** An invoice in dollars, and what they are worth later. */
async function inDollars(shop: Shop): Promise<void> {
  await shop.run(saveExchangeRate, dollar);
  await shop.run(issueInvoice, { ...invoiceOf(shop, '3'), currency: 'USD' });
  await shop.run(saveExchangeRate, { ...dollar, validOn: '2026-03-31', rate: '1.1' });
}

/** Dollars that were brought to their rate of the end of March. */
export const revalued = async (shop: Shop) => {
  await inDollars(shop);
  return shop.run(runRevaluation, { date: '2026-03-31' });
};

/** An invoice and a free credit note, which settle one another in part. */
async function items(shop: Shop): Promise<Input> {
  const invoice = await shop.run(issueInvoice, invoiceOf(shop, '3'));
  const note = await shop.run(issueInvoice, { ...invoiceOf(shop, '1'), kind: 'credit_note' });
  return { date: '2026-03-31', items: [invoice, note].map(({ entryId }) => ({ entryId, position: 1 })) };
}

export const currencies: Record<string, Scenario> = {
  'accounting.exchange_rate.save': inShop(async (shop) => {
    await shop.run(saveExchangeRate, dollar);
    return { ...dollar, quotation: 'base_per_foreign', rate: '0.92' };
  }),
  'accounting.exchange_rate.delete': inShop(async (shop) => ({ id: (await shop.run(saveExchangeRate, dollar)).id })),
  'accounting.exchange_rate.list': inShop(async (shop) => {
    await shop.run(saveExchangeRate, dollar);
    return { currency: 'USD', sort: 'currency', limit: 10 };
  }),
  'accounting.exchange_rate.find': inShop(async (shop) => {
    await shop.run(saveExchangeRate, dollar);
    return { currency: 'USD', on: '2026-03-31' };
  }),
  'accounting.currency_settings.get': inShop(async (shop) => {
    const staleAfterDays = 1 + Math.floor(Math.random() * 300);
    await shop.run(saveCurrencySettings, { staleAfterDays, stale: 'warn', preferredSource: null, revaluedAccountIds: [] });
    return {};
  }),
  'accounting.currency_settings.save': inShop((shop) => ({
    staleAfterDays: 3,
    stale: 'refuse',
    preferredSource: 'ecb',
    revaluedAccountIds: [shop.account('1020')],
  })),
  'accounting.revaluation.preview': inShop(async (shop) => {
    await inDollars(shop);
    return { date: '2026-03-31', reversal: 'kept' };
  }),
  'accounting.revaluation.run': inShop(async (shop) => {
    await inDollars(shop);
    return { date: '2026-03-31', description: 'Close of March' };
  }),
  'accounting.revaluation.undo': inShop(async (shop) => ({ id: (await revalued(shop)).id })),
  'accounting.revaluation.get': inShop(async (shop) => ({ id: (await revalued(shop)).id })),
  'accounting.revaluation.list': inShop(async (shop) => {
    await revalued(shop);
    return { sort: 'date', limit: 10 };
  }),
  'accounting.open_item.settle': inShop(items),
  'accounting.open_item.unsettle': inShop(async (shop) => ({
    id: (await shop.run(settleItems, await items(shop))).id,
    date: '2026-04-01',
  })),
};
