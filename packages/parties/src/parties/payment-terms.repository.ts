import { sql, type TenantTx } from '@atlas/platform';

/** Whether there are such terms of payment, and they are not archived. */
export async function areTermsOffered(tx: TenantTx, id: string): Promise<boolean> {
  const rows = await tx.rows(
    sql`select from payment_terms where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid and not archived`,
  );
  return rows.length > 0;
}
