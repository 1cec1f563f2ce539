import { type Grant, uuidv7 } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import { type Actor, permissionsOf, policyOf } from '@atlas/platform';

const policy = policyOf(permissionsOf(modules));

/** Someone whose only role holds these grants; a text is a grant without a limit. */
export function personWith(...grants: (string | Grant)[]): Actor {
  return someoneWith(uuidv7(), ...grants);
}

/** This person, whose only role holds these grants. */
export function someoneWith(userId: string, ...grants: (string | Grant)[]): Actor {
  const given = grants.map((grant): Grant => (typeof grant === 'string' ? { permission: grant, scope: 'all' } : grant));
  return policy.actorOf(userId, [{ code: 'clerk', name: 'Clerk', grants: given }]);
}
