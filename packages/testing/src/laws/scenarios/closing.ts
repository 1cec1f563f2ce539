import type * as contract from '@atlas/accounting/contract';
import { doBackgroundWork } from '../../deliver.ts';
import { operationNamed } from '../../operations.ts';
import type { Shop } from '../../shop.ts';
import { inShop, type Scenario } from '../scenario.ts';
import { posted } from './sales.ts';

const listFiscalYears = operationNamed<typeof contract.listFiscalYears>('accounting.fiscal_year.list');
const addClosingTask = operationNamed<typeof contract.addClosingTask>('accounting.closing_task.add');
const markClosingTask = operationNamed<typeof contract.markClosingTask>('accounting.closing.mark');
const closeYear = operationNamed<typeof contract.closeYear>('accounting.fiscal_year.close');
const reopenYear = operationNamed<typeof contract.reopenYear>('accounting.fiscal_year.reopen');
const setLock = operationNamed<typeof contract.setLock>('accounting.lock.set');
const overrideLock = operationNamed<typeof contract.overrideLock>('accounting.lock.override');

const task = { title: 'Bank statements filed' };
const exception = { area: 'sales', reason: 'A late invoice', minutes: 5 };

/** The first fiscal year of the books. */
async function firstYear(shop: Shop) {
  const { items } = await shop.run(listFiscalYears, {});
  const year = items.at(-1);
  if (!year) throw new Error('open books have a fiscal year');
  return year;
}

async function firstPeriod(shop: Shop): Promise<string> {
  const [period] = (await firstYear(shop)).periods;
  if (!period) throw new Error('a fiscal year has periods');
  return period.id;
}

/** A year with something in it, and why it is closed although its periods are open. */
async function toClose(shop: Shop) {
  await posted(shop);
  return { id: (await firstYear(shop)).id, overrideReason: 'A rehearsal' };
}

async function closedYear(shop: Shop): Promise<string> {
  const input = await toClose(shop);
  await shop.run(closeYear, input);
  await doBackgroundWork(shop);
  return input.id;
}

export const closing: Record<string, Scenario> = {
  'accounting.lock.list': inShop(async (shop) => {
    await shop.run(setLock, { area: 'sales', lockedThrough: '2026-01-31' });
    await shop.run(overrideLock, exception);
    return {};
  }),
  'accounting.lock.set': inShop(() => ({ area: 'all', lockedThrough: '2026-01-31' })),
  'accounting.lock.override': inShop(() => exception),
  'accounting.lock_override.list': inShop(async (shop) => {
    await shop.run(setLock, { area: 'sales', lockedThrough: '2026-12-31' });
    await shop.run(overrideLock, exception);
    await posted(shop);
    return {};
  }),
  'accounting.closing.get': inShop(async (shop) => {
    const id = await firstPeriod(shop);
    const { id: taskId } = await shop.run(addClosingTask, task);
    await shop.run(markClosingTask, { id, taskId, done: true });
    return { id };
  }),
  'accounting.closing.mark': inShop(async (shop) => ({
    id: await firstPeriod(shop),
    taskId: (await shop.run(addClosingTask, task)).id,
    done: true,
  })),
  'accounting.closing_task.add': inShop(() => task),
  'accounting.closing_task.archive': inShop(async (shop) => ({ id: (await shop.run(addClosingTask, task)).id })),
  'accounting.fiscal_year.close': { ...inShop(toClose), also: ['accounting.lock.override'] },
  'accounting.fiscal_year.reopen': inShop(async (shop) => ({ id: await closedYear(shop), reason: 'A late bill' })),
  'accounting.year_close.get': inShop(async (shop) => {
    const id = await closedYear(shop);
    await shop.run(reopenYear, { id, reason: 'A late bill' });
    return { id };
  }),
};
