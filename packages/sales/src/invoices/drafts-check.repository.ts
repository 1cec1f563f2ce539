import { type ClosingCheck, sql } from '@atlas/platform';

export const invoiceDrafts: ClosingCheck = {
  name: 'sales.invoice_drafts',
  summary: 'Invoices of the period that are drafts',
  link: '/invoices?status=draft',
  count: async (tx, { startsOn, endsOn }) => {
    const [row] = await tx.rows<{ count: number }>(sql`
      select count(*)::integer as count from invoices
      where tenant_id = ${tx.ctx.tenantId}::uuid and status = 'draft' and date between ${startsOn}::date and ${endsOn}::date`);
    return row?.count ?? 0;
  },
};
