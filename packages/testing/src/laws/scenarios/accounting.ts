import type * as contract from '@atlas/accounting/contract';
import { listAccounts, operationNamed } from '../../operations.ts';
import type { Shop } from '../../shop.ts';
import { type Input, inEmptyWorkspace, inShop, type Scenario } from '../scenario.ts';
import { posted } from './sales.ts';

const postJournal = operationNamed<typeof contract.postJournal>('accounting.journal.post');
const listFiscalYears = operationNamed<typeof contract.listFiscalYears>('accounting.fiscal_year.list');
const lockPeriod = operationNamed<typeof contract.lockPeriod>('accounting.period.lock');

const entry = (shop: Shop): Input => ({
  date: '2026-03-10',
  description: 'Rent of March',
  lines: [
    { accountId: shop.account('6020'), partyId: shop.customerId, debit: '1200.50' },
    { accountId: shop.account('1020'), partyId: shop.customerId, credit: '1200.50' },
  ],
});

async function firstPeriod(shop: Shop): Promise<string> {
  const { items } = await shop.run(listFiscalYears, {});
  const id = items[0]?.periods[0]?.id;
  if (!id) throw new Error('open books have a period');
  return id;
}

/** A report over a workspace in which an invoice and a journal are posted. */
const report = (input: (shop: Shop) => Input): Scenario =>
  inShop(async (shop) => {
    await posted(shop);
    await shop.run(postJournal, entry(shop));
    return input(shop);
  });

export const accounting: Record<string, Scenario> = {
  'accounting.company.set_up': inEmptyWorkspace(() => ({ name: 'New Ltd', baseCurrency: 'EUR', booksStartOn: '2025-01-01' })),
  'accounting.company.get': inShop(() => ({})),
  'accounting.account.create': inShop((shop) => ({
    code: '1099',
    name: 'Petty cash',
    type: 'asset',
    parentId: shop.account('1000'),
  })),
  'accounting.account.update': inShop(async (shop) => {
    const { items } = await shop.run(listAccounts, { q: '1400' });
    return { id: shop.account('1400'), version: items[0]?.version, name: 'Prepaid rent', archived: true };
  }),
  'accounting.account.list': inShop(() => ({ type: 'asset', limit: 50 })),
  'accounting.fiscal_year.open': inShop(() => ({ startsOn: '2031-01-01' })),
  'accounting.fiscal_year.list': inShop(() => ({})),
  'accounting.period.lock': inShop(async (shop) => ({ id: await firstPeriod(shop) })),
  'accounting.period.unlock': inShop(async (shop) => {
    const id = await firstPeriod(shop);
    await shop.run(lockPeriod, { id });
    return { id };
  }),
  'accounting.journal.post': inShop(entry),
  'accounting.journal.reverse': inShop(async (shop) => ({
    id: (await shop.run(postJournal, entry(shop))).id,
    date: '2026-03-31',
  })),
  'accounting.journal.get': inShop(async (shop) => ({ id: (await shop.run(postJournal, entry(shop))).id })),
  'accounting.journal.list': inShop(async (shop) => ({ sourceId: (await posted(shop)).id })),
  'accounting.report.trial_balance': report(() => ({ asOf: '2026-03-31' })),
  'accounting.report.profit_and_loss': report(() => ({ from: '2026-01-01', to: '2026-12-31' })),
  'accounting.report.balance_sheet': report(() => ({ asOf: '2026-03-31' })),
  'accounting.report.monthly_result': report(() => ({ from: '2026-01-01', to: '2026-12-31' })),
  'accounting.report.general_ledger': report((shop) => ({ accountId: shop.account('1100'), limit: 20 })),
};
