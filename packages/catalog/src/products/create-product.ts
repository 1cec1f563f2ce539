import { uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { productCreated } from '../contract/events.ts';
import { createProduct as route } from '../contract/products.ts';
import { insertProduct } from './products.repository.ts';

export const createProduct = command(route, async (tx, fields) => {
  const product = { ...fields, id: uuidv7(), archivedAt: null, version: 1 };
  await insertProduct(tx, product);
  tx.emit(productCreated, { productId: product.id, code: product.code });
  return product;
});
