import { sql } from '../db/sql.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import type { TenantPeople } from './people.ts';

/**
 * The people of a transaction's tenant: the only way to them for a module. They stand behind no row-level security, so
 * that the transaction is asked whose it is, too. Where it and the application do not agree, nobody is there.
 */
export function peopleOf(tx: TenantTx): TenantPeople {
  const { tenantId } = tx.ctx;
  const people = tx.ctx.people(tenantId);
  const agreed = async (): Promise<boolean> => {
    const [transaction] = await tx.rows<{ tenant: string | null }>(sql`select current_tenant() as tenant`);
    return transaction?.tenant === tenantId;
  };
  return {
    members: async (page) => ((await agreed()) ? people.members(page) : { items: [], nextCursor: null }),
    member: async (userId) => ((await agreed()) ? people.member(userId) : null),
    some: async (userIds) => ((await agreed()) ? people.some(userIds) : []),
    forgetRoles: people.forgetRoles,
    forgetAll: people.forgetAll,
  };
}
