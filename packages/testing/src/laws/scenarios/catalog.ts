import type * as contract from '@atlas/catalog/contract';
import { uuidv7 } from '@atlas/kernel';
import { operationNamed } from '../../operations.ts';
import type { Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';

const createCategory = operationNamed<typeof contract.createProductCategory>('catalog.category.create');
const createUnit = operationNamed<typeof contract.createUnit>('catalog.unit.create');

/** Terms with codes of their own, so that scenarios fit beside each other in one workspace. */
async function terms(shop: Shop): Promise<Input> {
  const code = uuidv7().slice(-12);
  const category = await shop.run(createCategory, { code, name: 'Beverages' });
  const unit = await shop.run(createUnit, { code, name: 'Box' });
  return { categoryId: category.id, unitId: unit.id, taxCodeId: shop.taxCodeId };
}

export const catalog: Record<string, Scenario> = {
  'catalog.product.create': inShop(async (shop) => ({
    ...(await terms(shop)),
    code: 'NEW',
    name: 'New Product',
    packaging: '10 boxes',
    salesPrice: '12.345',
  })),
  'catalog.product.update': inShop(async (shop) => ({
    ...(await terms(shop)),
    id: shop.productId,
    version: 1,
    salesPrice: '7.5',
  })),
  'catalog.product.get': inShop((shop) => ({ id: shop.productId })),
  'catalog.product.list': inShop(async (shop) => ({ categoryId: (await terms(shop)).categoryId, sort: 'name' })),
  'catalog.tax_code.create': inShop(() => ({ code: 'R7', name: 'Reduced 7 %', rate: '0.07' })),
  'catalog.tax_code.list': inShop(() => ({ limit: 5 })),
  'catalog.unit.create': inShop(() => ({ code: 'kg', name: 'Kilogram' })),
  'catalog.unit.list': inShop(async (shop) => {
    await terms(shop);
    return {};
  }),
  'catalog.category.create': inShop(() => ({ code: 'SEA', name: 'Seafood', description: 'Seaweed and fish' })),
  'catalog.category.list': inShop(async (shop) => {
    await terms(shop);
    return {};
  }),
};
