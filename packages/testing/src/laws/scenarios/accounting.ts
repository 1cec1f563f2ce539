import type * as contract from '@atlas/accounting/contract';
import { doBackgroundWork } from '../../deliver.ts';
import { listAccounts, operationNamed } from '../../operations.ts';
import type { Shop } from '../../shop.ts';
import { type Input, inEmptyWorkspace, inShop, type Scenario } from '../scenario.ts';
import { exceeded } from './budgets.ts';
import { closing } from './closing.ts';
import { revalued } from './currencies.ts';
import { costCentre } from './dimensions.ts';
import { posted } from './sales.ts';

const postJournal = operationNamed<typeof contract.postJournal>('accounting.journal.post');
const exportReport = operationNamed<typeof contract.exportReport>('accounting.report.export');
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

/** A report that was written as a file. */
async function writtenReport(shop: Shop): Promise<{ id: string }> {
  const file = await shop.run(exportReport, { report: 'trial_balance', format: 'csv', to: '2026-12-31' });
  await doBackgroundWork(shop);
  return file;
}

/** A report over a workspace in which an invoice and a journal are posted. */
const report = (input: (shop: Shop) => Input | Promise<Input>): Scenario =>
  inShop(async (shop) => {
    await posted(shop);
    await shop.run(postJournal, entry(shop));
    return input(shop);
  });

/** The same, of the lines of a cost centre and of none. */
const filtered = (input: (shop: Shop) => Input): Scenario =>
  report(async (shop) => {
    const { dimensionId, valueId } = await costCentre(shop);
    return { ...input(shop), dimensions: [valueId], without: [dimensionId] };
  });

/** A profit and loss with cost centres as columns. */
const byCentre = async (shop: Shop): Promise<Input> => {
  const { dimensionId, valueId, parentId } = await costCentre(shop);
  const days = { from: '2026-01-01', to: '2030-12-31' };
  return { ...days, dimensions: [valueId], without: [dimensionId], by: dimensionId, below: parentId };
};

/** Reports that are asked for with other ids. */
const writtenBesides: Record<string, Scenario> = {
  general_ledger: {
    ...filtered((shop) => ({ report: 'general_ledger', format: 'csv', accountId: shop.account('1100'), to: '2030-12-31' })),
    also: ['accounting.report.general_ledger'],
  },
  budget: {
    ...inShop(async (shop) => {
      const { id, valueId } = await exceeded(shop);
      return { report: 'budget', format: 'csv', budgetId: id, dimensions: [valueId] };
    }),
    also: ['accounting.report.budget'],
  },
  revaluation: {
    ...inShop(async (shop) => ({ report: 'revaluation', format: 'csv', revaluationId: (await revalued(shop)).id })),
    also: ['accounting.revaluation.get'],
  },
  party_statement: {
    ...filtered((shop) => ({
      ...{ report: 'party_statement', format: 'csv', partyId: shop.customerId, from: '2026-01-01', to: '2030-12-31' },
    })),
    also: ['payments.report.party_statement'],
  },
  taxes: {
    ...filtered(() => ({ report: 'taxes', format: 'csv', from: '2026-01-01', to: '2030-12-31' })),
    also: ['tax.report.read'],
  },
  tax_documents: {
    ...filtered((shop) => ({
      ...{ report: 'tax_documents', format: 'csv', from: '2026-01-01', to: '2030-12-31' },
      ...{ taxId: shop.taxCodeId, direction: 'sale' },
    })),
    also: ['tax.report.documents'],
  },
  tax_differences: {
    ...filtered((shop) => ({
      ...{ report: 'tax_differences', format: 'csv', from: '2026-01-01', to: '2030-12-31' },
      accountId: shop.account('2200'),
    })),
    also: ['tax.report.differences'],
  },
  revenue_breakdown: {
    ...inShop(async () => ({
      report: 'revenue_breakdown',
      format: 'csv',
      breakdownBy: 'customer',
      from: '2026-01-01',
      to: '2030-12-31',
    })),
    also: ['sales.report.revenue_breakdown'],
  },
  ageing: { ...filtered(() => ({ report: 'ageing', format: 'csv', asOf: '2030-12-31' })), also: ['payments.report.ageing'] },
};

const ofWrittenReport: Scenario = {
  ...inShop(async (shop) => ({ id: (await writtenReport(shop)).id })),
  also: ['accounting.report.statement'],
};

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
  ...closing,
  'accounting.journal.post': inShop(async (shop) => {
    // Where the day is closed, there is nothing to prepare.
    await shop.run(postJournal, entry(shop));
    const { dimensionId, valueId } = await costCentre(shop);
    const [first, second] = entry(shop).lines as Input[];
    return { ...entry(shop), lines: [{ ...first, dimensions: [{ dimensionId, valueId }] }, second] };
  }),
  'accounting.journal.reverse': inShop(async (shop) => ({
    id: (await shop.run(postJournal, entry(shop))).id,
    date: '2026-03-31',
  })),
  'accounting.journal.get': inShop(async (shop) => ({ id: (await shop.run(postJournal, entry(shop))).id })),
  'accounting.journal.list': inShop(async (shop) => ({ sourceId: (await posted(shop)).id })),
  'accounting.report.trial_balance': filtered(() => ({ asOf: '2026-03-31' })),
  'accounting.report.profit_and_loss': filtered(() => ({ from: '2026-01-01', to: '2026-12-31' })),
  'accounting.report.balance_sheet': filtered(() => ({ asOf: '2026-03-31' })),
  'accounting.report.statement': report(async (shop) => ({
    ...(await byCentre(shop)),
    kind: 'profit_and_loss',
    knownOn: '2030-12-31',
  })),
  'accounting.report.journal': filtered(() => ({ from: '2026-01-01', to: '2026-12-31', limit: 20 })),
  'accounting.report.export': {
    ...report(async (shop) => ({ report: 'profit_and_loss', format: 'csv', ...(await byCentre(shop)) })),
    also: ['accounting.report.statement'],
    besides: writtenBesides,
  },
  'accounting.report_file.get': ofWrittenReport,
  'accounting.report_file.read': ofWrittenReport,
  'accounting.report.monthly_result': filtered(() => ({ from: '2026-01-01', to: '2026-12-31' })),
  'accounting.report.general_ledger': filtered((shop) => ({ accountId: shop.account('1100'), limit: 20 })),
};
