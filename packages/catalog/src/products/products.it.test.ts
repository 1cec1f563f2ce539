import { newWorld } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createProductCategory } from '../terms/create-category.ts';
import { createUnit } from '../terms/create-unit.ts';
import { createProduct } from './create-product.ts';
import { getProduct } from './get-product.ts';
import { listProducts } from './list-products.ts';
import { updateProduct } from './update-product.ts';

const chai = { code: '1', name: 'Chai', packaging: '10 boxes x 20 bags', salesPrice: '18.0005' };
const nothing = '019a0000-0000-7000-8000-000000000000';

describe('products', () => {
  it('come back as they were created, prices to the last decimal', async () => {
    const world = await newWorld();
    const category = await world.run(createProductCategory, { code: 'BEV', name: 'Beverages' });
    const unit = await world.run(createUnit, { code: 'box', name: 'Box' });
    const created = await world.run(createProduct, { ...chai, categoryId: category.id, unitId: unit.id });
    expect(created).toMatchObject({ ...chai, categoryId: category.id, unitId: unit.id, version: 1 });
    expect(await world.run(getProduct, { id: created.id })).toEqual(created);
    expect((await world.run(listProducts, { categoryId: category.id })).items).toMatchObject([
      { code: '1', category: 'Beverages', unit: 'box', salesPrice: '18.0005' },
    ]);
  });

  it.each(['categoryId', 'unitId', 'taxCodeId'])(
    'are refused when %s refers to nothing, and the field is named',
    async (field) => {
      const world = await newWorld();
      await expect(world.run(createProduct, { ...chai, [field]: nothing })).rejects.toMatchObject({
        code: 'unknown_reference',
        details: { field },
      });
      const { id } = await world.run(createProduct, chai);
      await expect(world.run(updateProduct, { id, version: 1, [field]: nothing })).rejects.toMatchObject({
        code: 'unknown_reference',
      });
      expect(await world.run(getProduct, { id })).toMatchObject({ version: 1, [field]: null });
    },
  );

  it('are archived and brought back; what a change leaves out stays', async () => {
    const world = await newWorld();
    const { id } = await world.run(createProduct, chai);
    const archived = await world.run(updateProduct, { id, version: 1, archived: true });
    expect(archived).toMatchObject({ ...chai, version: 2, archivedAt: expect.any(String) });
    expect((await world.run(listProducts, { archived: 'false' })).items).toEqual([]);
    expect((await world.run(listProducts, { archived: 'true' })).items).toHaveLength(1);
    expect(await world.run(updateProduct, { id, version: 2, archived: false, name: 'Chai tea' })).toMatchObject({
      name: 'Chai tea',
      archivedAt: null,
      version: 3,
    });
  });

  it('are found by what people type, signs taken literally', async () => {
    const world = await newWorld();
    for (const [code, name] of [
      ['A%1', 'Ten_percent'],
      ['B1', 'Über-Müsli'],
      ['C1', 'Plain'],
    ])
      await world.run(createProduct, { ...chai, code, name });
    const found = async (q: string) => (await world.run(listProducts, { q })).items.map(({ code }) => code);
    expect(await found('%')).toEqual(['A%1']);
    expect(await found('_')).toEqual(['A%1']);
    expect(await found('müsli')).toEqual(['B1']);
    expect(await found('1')).toHaveLength(3);
  });

  it('sort as people do: umlauts beside their vowels, upper and lower case together', async () => {
    const world = await newWorld();
    for (const name of ['Zebra', 'apple', 'Äpfel', 'Apricot', 'banana'])
      await world.run(createProduct, { ...chai, code: name, name });
    const { items } = await world.run(listProducts, { sort: 'name' });
    expect(items.map(({ name }) => name)).toEqual(['Äpfel', 'apple', 'Apricot', 'banana', 'Zebra']);
  });
});
