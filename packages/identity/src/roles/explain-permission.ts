import { assert } from '@atlas/kernel';
import { accessOf, found, type Policy, peopleOf, query } from '@atlas/platform';
import { explainPermission as route } from '../contract/permissions.ts';

/** Judges by what PostgreSQL says now, not by what a process remembers. */
export const explainPermission = (policy: Policy) =>
  query(route, async (tx, { permission, userId = tx.ctx.actor.id }) => {
    assert(userId !== null, 'only people ask what they may do');
    const member = found(await peopleOf(tx).member(userId), 'member');
    const roles = policy.rolesOf(await accessOf(tx, member));
    const { because, ...decision } = policy.decide(roles, permission);
    return {
      userId,
      permission,
      known: policy.permissions.some(({ name }) => name === permission),
      ...decision,
      roles: roles.map(({ code }) => code),
      because: [...because],
    };
  });
