import { type ClosingCheck, sql } from '@atlas/platform';

/** Journals that are entered and not posted yet, whether they wait for their author or for somebody's approval. */
export const journalDrafts: ClosingCheck = {
  name: 'accounting.journal_drafts',
  summary: 'Journals of the period that are not posted yet',
  link: '/journals/drafts',
  count: async (tx, { startsOn, endsOn }) => {
    const [row] = await tx.rows<{ count: number }>(sql`
      select count(*)::integer as count from journal_drafts
      where tenant_id = ${tx.ctx.tenantId}::uuid and status <> 'posted' and date between ${startsOn}::date and ${endsOn}::date`);
    return row?.count ?? 0;
  },
};
