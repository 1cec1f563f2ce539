import { AtlasError } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';

const permission = 'sales.invoice.get';

/**
 * An invoice as its customer gets it leaves nothing out: it is read by those from whom no field of it is hidden.
 *
 * @throws AtlasError `forbidden`
 */
export function checkSeesWhole({ ctx: { actor } }: TenantTx): void {
  if ((actor.hides?.(permission) ?? []).length > 0)
    throw new AtlasError('forbidden', `This needs the permission ${permission}, for all fields.`, { permission });
}
