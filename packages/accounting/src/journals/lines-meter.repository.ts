import { type Meter, sql } from '@atlas/platform';

export const ledgerLinesMeter: Meter = {
  name: 'ledgerLines',
  read: async (tx) => {
    const [row] = await tx.rows<{ count: number }>(sql`
      select count(*)::int as count from journal_lines where tenant_id = ${tx.ctx.tenantId}::uuid`);
    return row?.count ?? 0;
  },
};
