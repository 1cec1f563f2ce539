import { type Policy, query } from '@atlas/platform';
import { listRoles as route } from '../contract/roles.ts';
import { assignedCounts } from './assignments.repository.ts';
import { grantJson } from './grant-json.ts';
import { customRoles } from './roles.repository.ts';

export const listRoles = (policy: Policy) =>
  query(route, async (tx) => {
    const [custom, counts] = await Promise.all([customRoles(tx), assignedCounts(tx)]);
    const ready = policy.ready.map((role) => ({
      ...role,
      id: null,
      description: null,
      ready: true,
      grants: role.grants.map(grantJson),
    }));
    const own = custom.map(({ version: _version, ...role }) => ({ ...role, ready: false }));
    return { items: [...ready, ...own].map((role) => ({ ...role, assignedCount: counts.get(role.code) ?? 0 })) };
  });
