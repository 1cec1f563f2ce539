import { type Meter, sql } from '@atlas/platform';

export const customersMeter: Meter = {
  name: 'customers',
  read: async (tx) => {
    const [row] = await tx.rows<{ count: number }>(sql`
      select count(*)::int as count from parties where tenant_id = ${tx.ctx.tenantId}::uuid and is_customer`);
    return row?.count ?? 0;
  },
};
