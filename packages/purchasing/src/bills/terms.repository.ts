import { sql, type TenantTx } from '@atlas/platform';

/** What a bill refers to, as far as it exists. */
export type TermsRow = {
  readonly suppliers: Readonly<Record<string, { name: string; days: number; supplier: boolean; archived: boolean }>>;
  readonly products: Readonly<Record<string, { name: string }>>;
};

type TermsRequest = { readonly supplierIds: readonly string[]; readonly productIds: readonly string[] };

/** Loads suppliers and products in one statement, so that it travels with BEGIN. */
export async function loadTerms(tx: TenantTx, { supplierIds, productIds }: TermsRequest): Promise<TermsRow> {
  const tenant = sql`tenant_id = ${tx.ctx.tenantId}::uuid`;
  const [row] = await tx.rows<TermsRow>(sql`
    select
      coalesce((
        select jsonb_object_agg(id, jsonb_build_object('name', name, 'days', payment_term_days, 'supplier', is_supplier, 'archived', archived_at is not null))
        from parties where ${tenant} and id = any(${supplierIds}::uuid[])), '{}') as suppliers,
      coalesce((
        select jsonb_object_agg(id, jsonb_build_object('name', name)) from products where ${tenant} and id = any(${productIds}::uuid[])), '{}') as products`);
  return row as TermsRow;
}
