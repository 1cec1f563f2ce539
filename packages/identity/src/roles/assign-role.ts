import { AtlasError, type Grant, uuidv7 } from '@atlas/kernel';
import { command, found, ownerRole, type Policy, peopleOf } from '@atlas/platform';
import { assignRole as route } from '../contract/assignments.ts';
import { roleAssigned } from '../contract/events.ts';
import { insertAssignment, removeOutlived } from './assignments.repository.ts';
import { refuseMoreThanOwn } from './more-than-own.ts';
import { type CustomRole, roleByCode } from './roles.repository.ts';

type Given = { readonly roleId: string | null; readonly readyRole: string | null; readonly grants: readonly Grant[] };

/** @throws AtlasError `identity.unknown_role`, `identity.owner_untouchable` */
function roleToGive(policy: Policy, code: string, custom: CustomRole | null): Given {
  if (code === ownerRole) throw new AtlasError('identity.owner_untouchable', 'Ownership is handed over, not assigned.');
  const ready = policy.ready.find((role) => role.code === code);
  if (ready) return { roleId: null, readyRole: code, grants: ready.grants };
  if (!custom) throw new AtlasError('identity.unknown_role', `There is no role with the code "${code}".`);
  return { roleId: custom.id, readyRole: null, grants: custom.grants };
}

export const assignRole = (policy: Policy) =>
  command(route, async (tx, { userId, role }) => {
    const [person, custom] = await Promise.all([peopleOf(tx).member(userId), roleByCode(tx, role)]);
    const member = found(person, 'member');
    const { grants, ...given } = roleToGive(policy, role, custom);
    refuseMoreThanOwn(tx.ctx.actor, grants);
    const id = uuidv7();
    await Promise.all([removeOutlived(tx, userId, member.joinedAt), insertAssignment(tx, { id, userId, ...given })]);
    const after = { id, userId, role, assignedAt: tx.ctx.now };
    tx.record({ subjectId: userId, after });
    tx.emit(roleAssigned, { userId, role });
    tx.afterwards(() => peopleOf(tx).forgetRoles([userId]));
    return after;
  });
