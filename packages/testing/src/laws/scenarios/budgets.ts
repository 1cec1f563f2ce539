import type * as contract from '@atlas/accounting/contract';
import { uuidv7 } from '@atlas/kernel';
import { operationNamed } from '../../operations.ts';
import type { Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';
import { costCentre } from './dimensions.ts';

const listFiscalYears = operationNamed<typeof contract.listFiscalYears>('accounting.fiscal_year.list');
const createBudget = operationNamed<typeof contract.createBudget>('accounting.budget.create');
const saveLines = operationNamed<typeof contract.saveBudgetLines>('accounting.budget.save_lines');
const approve = operationNamed<typeof contract.approveBudget>('accounting.budget.approve');
const postJournal = operationNamed<typeof contract.postJournal>('accounting.journal.post');

async function terms(shop: Shop): Promise<Input & { dimensionId: string; valueId: string }> {
  const { items } = await shop.run(listFiscalYears, {});
  const year = items.find(({ startsOn }) => startsOn === '2026-01-01');
  const { dimensionId, valueId } = await costCentre(shop);
  return {
    name: `Costs ${uuidv7().slice(-12)}`,
    fiscalYearId: year?.id,
    mode: 'warn',
    span: 'year_to_date',
    dimensionId,
    valueId,
  };
}

async function draft(shop: Shop): Promise<{ id: string; valueId: string; lines: Input[] }> {
  const { valueId, ...input } = await terms(shop);
  const { id, periods } = await shop.run(createBudget, input);
  const line = { accountId: shop.account('6020'), amounts: periods.map(() => '100.00') };
  return { id, valueId, lines: [line, { ...line, valueId }] };
}

/** A budget in force. */
async function approved(shop: Shop): Promise<{ id: string; valueId: string }> {
  const { id, valueId, lines } = await draft(shop);
  await shop.run(saveLines, { id, version: 1, lines });
  await shop.run(approve, { id });
  return { id, valueId };
}

/** A budget that rent went beyond. */
export async function exceeded(shop: Shop): Promise<{ id: string; valueId: string }> {
  const { id, valueId } = await approved(shop);
  const lines = [
    { accountId: shop.account('6020'), debit: '1200.50' },
    { accountId: shop.account('1020'), credit: '1200.50' },
  ];
  await shop.run(postJournal, { date: '2026-03-10', description: 'Rent of March', lines });
  return { id, valueId };
}

export const budgets: Record<string, Scenario> = {
  'accounting.budget.create': inShop(async (shop) => {
    const { valueId: _none, ...input } = await terms(shop);
    return input;
  }),
  'accounting.budget.update': inShop(async (shop) => {
    const { id } = await draft(shop);
    return { id, version: 1, name: `Plan ${id.slice(-12)}`, mode: 'block', span: 'period' };
  }),
  'accounting.budget.save_lines': inShop(async (shop) => {
    const { id, lines } = await draft(shop);
    return { id, version: 1, lines };
  }),
  'accounting.budget.approve': inShop(async (shop) => ({ id: (await draft(shop)).id })),
  'accounting.budget.revise': inShop(async (shop) => ({ id: (await approved(shop)).id })),
  'accounting.budget.get': inShop(async (shop) => ({ id: (await approved(shop)).id })),
  'accounting.budget.list': inShop(async (shop) => {
    const { fiscalYearId } = await shop.run(
      operationNamed<typeof contract.getBudget>('accounting.budget.get'),
      await approved(shop),
    );
    return { fiscalYearId };
  }),
  'accounting.budget.spread': inShop(async (shop) => {
    const { id, valueId } = await draft(shop);
    return { id, valueId, accountId: shop.account('6020'), amount: '1000.00', by: 'last_year' };
  }),
  'accounting.budget_warning.list': inShop(async (shop) => ({ budgetId: (await exceeded(shop)).id })),
  'accounting.report.budget': inShop(async (shop) => {
    const { id, valueId } = await exceeded(shop);
    return { id, from: '2026-02-01', to: '2026-06-30', dimensions: [valueId] };
  }),
};
