import { type Meter, sql } from '@atlas/platform';

export const invoicesMeter: Meter = {
  name: 'invoicesThisMonth',
  read: async (tx) => {
    const [row] = await tx.rows<{ count: number }>(sql`
      select count(*)::int as count from invoices
      where tenant_id = ${tx.ctx.tenantId}::uuid and posted_at >= date_trunc('month', ${tx.ctx.now}::timestamptz, 'UTC')`);
    return row?.count ?? 0;
  },
};
