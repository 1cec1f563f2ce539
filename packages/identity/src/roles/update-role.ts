import { command, definedOnly, found, type Policy, peopleOf, sameVersion } from '@atlas/platform';
import { roleUpdated } from '../contract/events.ts';
import { updateRole as route } from '../contract/roles.ts';
import { checkGrants } from '../domain/check-grants.ts';
import { holdersOf } from './assignments.repository.ts';
import { knownTo } from './known.ts';
import { refuseMoreThanOwn } from './more-than-own.ts';
import { type CustomRole, lockRole, saveRole } from './roles.repository.ts';

export const updateRole = (policy: Policy) =>
  command(route, async (tx, { id, version, ...changes }) => {
    const before = found(await lockRole(tx, id), 'role');
    sameVersion(before.version, version);
    const after: CustomRole = { ...before, ...definedOnly(changes), version: version + 1 };
    checkGrants(after.grants, knownTo(policy));
    // Whoever edits a role that has more than they have could otherwise keep it alive under a harmless name.
    refuseMoreThanOwn(tx.ctx.actor, after.grants);
    const [holders] = await Promise.all([holdersOf(tx, id), saveRole(tx, after)]);
    tx.record({ subjectId: id, before, after });
    tx.emit(roleUpdated, { roleId: id, code: after.code });
    tx.afterwards(() => peopleOf(tx).forgetRoles(holders.map(({ userId }) => userId)));
    return after;
  });
