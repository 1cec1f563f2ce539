import type * as contract from '@atlas/assets/contract';
import { uuidv7 } from '@atlas/kernel';
import { doBackgroundWork } from '../../deliver.ts';
import { operationNamed } from '../../operations.ts';
import type { Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';

const createCategory = operationNamed<typeof contract.createAssetCategory>('assets.category.create');
const createAsset = operationNamed<typeof contract.createAsset>('assets.asset.create');
const commissionAsset = operationNamed<typeof contract.commissionAsset>('assets.asset.commission');
const getAsset = operationNamed<typeof contract.getAsset>('assets.asset.get');
const createDeferral = operationNamed<typeof contract.createDeferral>('assets.deferral.create');
const startRun = operationNamed<typeof contract.startRun>('assets.run.start');

const category = (shop: Shop): Input => ({
  code: uuidv7().slice(-12),
  name: 'Machines',
  assetAccountId: shop.account('1510'),
  accumulatedAccountId: shop.account('1590'),
  expenseAccountId: shop.account('6090'),
  gainAccountId: shop.account('4800'),
  lossAccountId: shop.account('6800'),
  method: 'straight_line',
  periods: 36,
  monthsPerPeriod: 1,
});

const terms = {
  cost: '3600.00',
  salvage: '0',
  opening: '100.00',
  openingPeriods: 1,
  availableOn: '2025-12-01',
  firstPeriodEndsOn: '2026-01-31',
};

const asset = async (shop: Shop): Promise<Input> => ({
  ...terms,
  code: uuidv7().slice(-12),
  name: 'Press',
  categoryId: (await shop.run(createCategory, category(shop))).id,
  method: 'written_down_value',
  periods: 36,
  monthsPerPeriod: 1,
  proRata: 'days_of_year',
  yearlyRate: '0.25',
});

const drafted = async (shop: Shop): Promise<string> => (await shop.run(createAsset, await asset(shop))).id;

/** An asset that is in the books. */
export async function inUse(shop: Shop): Promise<string> {
  const id = await drafted(shop);
  await shop.run(commissionAsset, { id, date: '2026-01-01', creditAccountId: shop.account('3030') });
  return id;
}

const deferral = (shop: Shop): Input => ({
  kind: 'expense',
  description: 'Insurance',
  amount: '1200.00',
  fromAccountId: shop.account('1010'),
  toAccountId: shop.account('6070'),
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  basis: 'months',
});

async function runOf(shop: Shop): Promise<string> {
  // What another run is still to post would be nothing for this one.
  await doBackgroundWork(shop);
  await inUse(shop);
  const { id } = await shop.run(startRun, { through: '2026-02-28' });
  await doBackgroundWork(shop);
  return id;
}

export const assets: Record<string, Scenario> = {
  'assets.category.create': inShop((shop) => ({ ...category(shop), proRata: 'days', yearlyRate: null })),
  'assets.category.list': inShop(async (shop) => {
    await shop.run(createCategory, category(shop));
    return { limit: 10 };
  }),
  'assets.schedule.preview': inShop(() => ({
    ...terms,
    method: 'straight_line',
    periods: 36,
    monthsPerPeriod: 1,
    proRata: 'days',
  })),
  'assets.asset.create': inShop(asset),
  'assets.asset.commission': inShop(async (shop) => ({
    id: await drafted(shop),
    date: '2026-01-01',
    creditAccountId: shop.account('3030'),
  })),
  'assets.asset.dispose': inShop(async (shop) => ({
    id: await inUse(shop),
    date: '2026-03-15',
    proceeds: '4000.00',
    proceedsAccountId: shop.account('1020'),
  })),
  'assets.asset.revalue': inShop(async (shop) => ({
    id: await inUse(shop),
    date: '2026-01-15',
    value: '3000.00',
    accountId: shop.account('6800'),
  })),
  'assets.asset.cancel': inShop(async (shop) => ({ id: await drafted(shop) })),
  'assets.asset.get': inShop(async (shop) => ({ id: await inUse(shop) })),
  'assets.asset.list': inShop(async (shop) => {
    const [id] = await Promise.all([inUse(shop), drafted(shop)]);
    const { categoryId } = await shop.run(getAsset, { id });
    return { status: 'in_service', categoryId, limit: 10 };
  }),
  'assets.run.start': inShop(async (shop) => {
    await inUse(shop);
    return { kind: 'depreciation', through: '2026-03-31' };
  }),
  'assets.run.reverse': inShop(async (shop) => ({ id: await runOf(shop), date: '2026-03-15' })),
  'assets.run.get': inShop(async (shop) => ({ id: await runOf(shop) })),
  'assets.run.list': inShop(async (shop) => {
    await runOf(shop);
    return { limit: 10 };
  }),
  'assets.deferral.create': inShop(deferral),
  'assets.deferral.get': inShop(async (shop) => ({ id: (await shop.run(createDeferral, deferral(shop))).id })),
  'assets.deferral.list': inShop(async (shop) => {
    await shop.run(createDeferral, deferral(shop));
    return { kind: 'expense', limit: 10 };
  }),
  'assets.report.register': inShop(async (shop) => {
    await inUse(shop);
    return { asOf: '2026-03-31' };
  }),
};
