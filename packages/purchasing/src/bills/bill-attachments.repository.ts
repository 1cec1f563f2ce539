import { sql, type TenantTx } from '@atlas/platform';

/** How files are told to belong to a bill. */
export const attachedTo = 'bill';

/** Whether a bill is posted; null when there is none. */
export async function isPosted(tx: TenantTx, id: string): Promise<boolean | null> {
  const [row] = await tx.rows<{ posted: boolean }>(
    sql`select status <> 'draft' as posted from bills where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`,
  );
  return row?.posted ?? null;
}
