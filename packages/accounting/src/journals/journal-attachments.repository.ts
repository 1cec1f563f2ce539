import { sql, type TenantTx } from '@atlas/platform';

/** Whether a journal is posted; null when there is neither a draft nor an entry of this id. */
export async function isPosted(tx: TenantTx, id: string): Promise<boolean | null> {
  const key = sql`tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`;
  const [row] = await tx.rows<{ posted: boolean; drafted: boolean }>(sql`
    select exists (select from journal_entries where ${key}) as posted, exists (select from journal_drafts where ${key}) as drafted`);
  return row?.posted ? true : row?.drafted ? false : null;
}
