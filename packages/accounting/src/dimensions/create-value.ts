import { AtlasError, uuidv7 } from '@atlas/kernel';
import { command, found, type TenantTx } from '@atlas/platform';
import { createDimensionValue as route } from '../contract/dimensions.ts';
import { loadDimension } from './dimensions.repository.ts';
import { insertValues, loadValue } from './values.repository.ts';

/** A value stands below one of its own dimension. @throws AtlasError `accounting.unknown_dimension_value` */
export async function checkParent(tx: TenantTx, dimensionId: string, parentId: string | null): Promise<void> {
  if (parentId === null || (await loadValue(tx, parentId))?.dimensionId === dimensionId) return;
  const message = 'There is no such value of this dimension.';
  throw new AtlasError('accounting.unknown_dimension_value', message, {
    errors: [{ pointer: '/parentId', code: 'accounting.unknown_dimension_value', message }],
  });
}

export const createDimensionValue = command(route, async (tx, fields) => {
  const [dimension] = await Promise.all([
    loadDimension(tx, fields.dimensionId),
    checkParent(tx, fields.dimensionId, fields.parentId),
  ]);
  found(dimension, 'dimension');
  const value = { ...fields, id: uuidv7(), archivedAt: null, version: 1 };
  await insertValues(tx, [value]);
  return value;
});
