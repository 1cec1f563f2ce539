import { found, type TenantTx } from '@atlas/platform';
import { loadDimension } from '../dimensions/dimensions.repository.ts';
import { loadValue } from '../dimensions/values.repository.ts';

type Columns = { readonly by?: string | undefined; readonly below?: string | undefined };

/** The dimension whose values are columns, and the value they stand below, are there. @throws AtlasError `not_found` */
export async function checkColumns(tx: TenantTx, { by, below }: Columns): Promise<void> {
  if (by === undefined) return;
  const [dimension, value] = await Promise.all([loadDimension(tx, by), below === undefined ? null : loadValue(tx, below)]);
  found(dimension, 'dimension');
  if (below !== undefined) found(value?.dimensionId === by ? value : null, 'value');
}
