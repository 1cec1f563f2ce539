import { assert, covers, type Reason, type Role } from '@atlas/kernel';
import { accessOf, found, type Policy, peopleOf, query } from '@atlas/platform';
import { explainPermission as route } from '../contract/permissions.ts';
import { inWords } from '../domain/in-words.ts';
import { grantJson } from './grant-json.ts';

/** Every grant that names a permission, whether it counts or not. */
const naming = (roles: readonly Role[], permission: string): Reason[] =>
  roles.flatMap(({ code, grants }) =>
    grants.filter((grant) => covers(grant.permission, permission)).map((grant) => ({ role: code, grant })),
  );

/** Judges by what PostgreSQL says now, not by what a process remembers. */
export const explainPermission = (policy: Policy) =>
  query(route, async (tx, { permission, userId = tx.ctx.actor.id }) => {
    assert(userId !== null, 'only people ask what they may do');
    const member = found(await peopleOf(tx).member(userId), 'member');
    const roles = policy.rolesOf(await accessOf(tx, member));
    const operation = policy.permissions.find(({ name }) => name === permission);
    const { because, ...decision } = policy.decide(roles, permission);
    const counting = new Set(because.map(({ grant }) => grant));
    const without = operation ? naming(roles, permission).filter(({ grant }) => !counting.has(grant)) : [];
    return {
      userId,
      permission,
      known: operation !== undefined,
      ...decision,
      hides: [...decision.hides],
      roles: roles.map(({ code }) => code),
      because: because.map(reasonJson),
      without: without.map(reasonJson),
      explanation: inWords(permission, { known: operation !== undefined, ...decision, because, without }),
    };
  });

const reasonJson = ({ role, grant }: Reason) => ({ role, grant: grantJson(grant) });
