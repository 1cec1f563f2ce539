import type * as contract from '@atlas/accounting/contract';
import { uuidv7 } from '@atlas/kernel';
import { operationNamed } from '../../operations.ts';
import type { Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';

const createDimension = operationNamed<typeof contract.createDimension>('accounting.dimension.create');
const createValue = operationNamed<typeof contract.createDimensionValue>('accounting.dimension_value.create');
const saveRules = operationNamed<typeof contract.saveDimensionRules>('accounting.dimension_rule.save');

const postJournal = operationNamed<typeof contract.postJournal>('accounting.journal.post');

const code = (): string => uuidv7().slice(-12);
const centres = (shop: Shop) => shop.run(createDimension, { code: code(), name: 'Cost centre' });

/** A value below another. */
export async function costCentre(shop: Shop): Promise<{ dimensionId: string; valueId: string; parentId: string }> {
  const { id: dimensionId } = await centres(shop);
  const { id: parentId } = await shop.run(createValue, { dimensionId, code: code(), name: 'Company' });
  const { id: valueId } = await shop.run(createValue, { dimensionId, code: code(), name: 'Marketing', parentId });
  return { dimensionId, valueId, parentId };
}

/** Only documents that name a value or none of its dimension: all that know nothing of it. */
export async function ofSome(shop: Shop): Promise<{ dimensions: string[]; without: string[] }> {
  const { dimensionId, valueId } = await costCentre(shop);
  return { dimensions: [valueId], without: [dimensionId] };
}

const rule = async (shop: Shop): Promise<Input & { accountId: string }> => {
  const { dimensionId, valueId } = await costCentre(shop);
  return { accountId: shop.account('6020'), rules: [{ dimensionId, rule: 'mandatory', defaultValueId: valueId }] };
};

/** A value that rent was posted for. */
async function spentFor(shop: Shop): Promise<{ dimensionId: string; valueId: string; parentId: string }> {
  const centre = await costCentre(shop);
  const { dimensionId, valueId } = centre;
  const lines = [
    { accountId: shop.account('6020'), debit: '1200.50', dimensions: [{ dimensionId, valueId }] },
    { accountId: shop.account('1020'), credit: '1200.50' },
  ];
  await shop.run(postJournal, { date: '2026-03-10', description: 'Rent of marketing', lines });
  return centre;
}

export const dimensions: Record<string, Scenario> = {
  'accounting.dimension.create': inShop(() => ({ code: code(), name: 'Cost centre' })),
  'accounting.dimension.update': inShop(async (shop) => ({
    id: (await centres(shop)).id,
    version: 1,
    name: 'Centre',
    archived: true,
  })),
  'accounting.dimension.list': inShop(async (shop) => {
    await centres(shop);
    return {};
  }),
  'accounting.dimension_value.create': inShop(async (shop) => {
    const { dimensionId, parentId } = await costCentre(shop);
    return { dimensionId, parentId, code: code(), name: 'Sales' };
  }),
  'accounting.dimension_value.update': inShop(async (shop) => {
    const { valueId, parentId } = await costCentre(shop);
    return { id: valueId, version: 1, name: 'Marketing abroad', parentId, archived: true };
  }),
  'accounting.dimension_value.list': inShop(async (shop) => {
    const { dimensionId } = await costCentre(shop);
    return { dimensionId, q: 'a', archived: 'false' };
  }),
  'accounting.dimension_rule.save': inShop(rule),
  'accounting.dimension_rule.list': inShop(async (shop) => {
    const input = await rule(shop);
    await shop.run(saveRules, input);
    return { accountId: input.accountId };
  }),
  'accounting.report.by_dimension': inShop(async (shop) => {
    const { dimensionId, valueId, parentId } = await spentFor(shop);
    const only = { dimensions: [valueId], without: [dimensionId] };
    return { dimensionId, below: parentId, from: '2026-01-01', to: '2026-12-31', accounts: 'all', ...only };
  }),
  'accounting.report.dimension_lines': inShop(async (shop) => {
    const { dimensionId, valueId, parentId } = await spentFor(shop);
    const only = { dimensions: [parentId], without: [dimensionId] };
    return { valueId, accountId: shop.account('6020'), from: '2026-01-01', to: '2026-12-31', ...only };
  }),
};
