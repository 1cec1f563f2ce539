import { AtlasError } from '@atlas/kernel';
import { peopleOf } from '../auth/people-of.ts';
import type { Ctx } from '../context.ts';
import type { TenantTx } from '../db/tenant-tx.ts';

type Owned = { readonly ownerId?: string | null | undefined };

/** Whose a new record is: of whom its author says, otherwise the author's own. What Atlas makes itself is nobody's. */
export const ownerOfNew = ({ actor }: Ctx, { ownerId }: Owned): string | null =>
  ownerId === undefined ? (actor.kind === 'system' ? null : actor.id) : ownerId;

/**
 * Refuses owners who are no members. Who they are themselves nobody has to prove.
 *
 * @param pointer JSON pointer of each record in the input, by its index
 * @throws AtlasError `unknown_owner`
 */
export async function checkOwners(
  tx: TenantTx,
  records: readonly Owned[],
  pointer: (index: number) => string = () => '',
): Promise<void> {
  const named = records.flatMap(({ ownerId }, index) => (ownerId && ownerId !== tx.ctx.actor.id ? [{ ownerId, index }] : []));
  if (named.length === 0) return;
  const members = await peopleOf(tx).some([...new Set(named.map(({ ownerId }) => ownerId))]);
  const stranger = named.find(({ ownerId }) => !members.some(({ userId }) => userId === ownerId));
  if (!stranger) return;
  const message = 'Only a member of the workspace can own a record.';
  throw new AtlasError('unknown_owner', message, {
    errors: [{ pointer: `${pointer(stranger.index)}/ownerId`, code: 'unknown_owner', message }],
  });
}
