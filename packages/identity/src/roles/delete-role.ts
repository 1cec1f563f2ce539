import { AtlasError } from '@atlas/kernel';
import { command, found, peopleOf, type TenantTx } from '@atlas/platform';
import { roleDeleted } from '../contract/events.ts';
import { deleteRole as route } from '../contract/roles.ts';
import { type Holder, holdersOf, removeHolders } from './assignments.repository.ts';
import { lockRole, removeRole } from './roles.repository.ts';

/** Whether someone has the role still: not who left, nor who came back without it. */
async function isCurrent(tx: TenantTx, { userId, assignedAt }: Holder): Promise<boolean> {
  const member = await peopleOf(tx).member(userId);
  return member !== null && member.joinedAt <= assignedAt;
}

export const deleteRole = command(route, async (tx, { id }) => {
  const before = found(await lockRole(tx, id), 'role');
  const holders = await holdersOf(tx, id);
  for (const holder of holders) {
    if (await isCurrent(tx, holder))
      throw new AtlasError('identity.role_assigned', `${before.name} is assigned. Take it from everyone first.`);
  }
  await Promise.all([
    removeHolders(
      tx,
      id,
      holders.map(({ userId }) => userId),
    ),
    removeRole(tx, id),
  ]);
  tx.record({ subjectId: id, before, after: null });
  tx.emit(roleDeleted, { roleId: id, code: before.code });
  return { id };
});
