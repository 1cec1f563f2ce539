import { command, definedOnly, found, sameVersion } from '@atlas/platform';
import { productUpdated } from '../contract/events.ts';
import { updateProduct as route } from '../contract/products.ts';
import { loadProduct, lockProduct, type ProductRow, saveProductVersion } from './products.repository.ts';

export const updateProduct = command(route, async (tx, { id, version, archived, ...changes }) => {
  await lockProduct(tx, id);
  const before = found(await loadProduct(tx, id), 'product');
  sameVersion(before.version, version);
  const after: ProductRow = { ...before, ...definedOnly(changes), version: version + 1 };
  if (archived !== undefined) after.archivedAt = archived ? (before.archivedAt ?? tx.ctx.now) : null;
  await saveProductVersion(tx, after);
  tx.record({ subjectId: id, before, after });
  tx.emit(productUpdated, { productId: id, code: after.code });
  return after;
});
