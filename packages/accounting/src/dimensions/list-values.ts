import { found, query } from '@atlas/platform';
import { listDimensionValues as route } from '../contract/dimensions.ts';
import { loadDimension } from './dimensions.repository.ts';
import { pageOfValues } from './values.repository.ts';

export const listDimensionValues = query(route, async (tx, input) => {
  const [dimension, values] = await Promise.all([loadDimension(tx, input.dimensionId), pageOfValues(tx, input)]);
  found(dimension, 'dimension');
  return values;
});
