import { AtlasError, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { lockBooks } from '../company/company.repository.ts';
import { createDimension as route } from '../contract/dimensions.ts';
import { countDimensions, insertDimension } from './dimensions.repository.ts';

/** Each dimension may add a row to each line of the ledger. */
const most = 10;

export const createDimension = command(route, async (tx, fields) => {
  await lockBooks(tx);
  if ((await countDimensions(tx)) >= most)
    throw new AtlasError('accounting.too_many_dimensions', `A workspace has at most ${most} dimensions.`);
  const dimension = { ...fields, id: uuidv7(), archivedAt: null, version: 1 };
  await insertDimension(tx, dimension);
  return dimension;
});
