import { sql, type TenantTx } from '@atlas/platform';

/** Whether there are such terms of payment, and they are not archived. */
export async function areTermsOffered(tx: TenantTx, id: string): Promise<boolean> {
  const rows = await tx.rows(
    sql`select from payment_terms where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid and not archived`,
  );
  return rows.length > 0;
}

/** Terms of payment that are offered, by code. */
export async function offeredTermsByCode(tx: TenantTx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ id: string; code: string }>(sql`
    select id, code from payment_terms where tenant_id = ${tx.ctx.tenantId}::uuid and code = any(${codes}::text[]) and not archived`);
  return new Map(rows.map(({ id, code }) => [code, id]));
}
