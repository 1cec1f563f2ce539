import { type ClosingCheck, sql } from '@atlas/platform';

export const billDrafts: ClosingCheck = {
  name: 'purchasing.bill_drafts',
  summary: 'Bills of the period that are drafts',
  link: '/bills?status=draft',
  count: async (tx, { startsOn, endsOn }) => {
    const [row] = await tx.rows<{ count: number }>(sql`
      select count(*)::integer as count from bills
      where tenant_id = ${tx.ctx.tenantId}::uuid and status = 'draft' and date between ${startsOn}::date and ${endsOn}::date`);
    return row?.count ?? 0;
  },
};
