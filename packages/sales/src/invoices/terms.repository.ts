import { sql, type TenantTx } from '@atlas/platform';
import type { CreditedInvoice } from '../domain/credit.ts';

/** What an invoice refers to, as far as it exists. */
export type TermsRow = {
  readonly customers: Readonly<Record<string, { name: string; days: number; customer: boolean; archived: boolean }>>;
  readonly products: Readonly<Record<string, { name: string; taxCodeId: string | null }>>;
  readonly taxRates: Readonly<Record<string, string>>;
};

export type TermsRequest = {
  readonly customerIds: readonly string[];
  readonly productIds: readonly string[];
};

/** Loads customers, products and all tax codes in one statement, so that it travels with BEGIN. */
export async function loadTerms(tx: TenantTx, { customerIds, productIds }: TermsRequest): Promise<TermsRow> {
  const tenant = sql`tenant_id = ${tx.ctx.tenantId}::uuid`;
  const [row] = await tx.rows<TermsRow>(sql`
    select
      coalesce((
        select jsonb_object_agg(id, jsonb_build_object('name', name, 'days', payment_term_days, 'customer', is_customer, 'archived', archived_at is not null))
        from parties where ${tenant} and id = any(${customerIds}::uuid[])), '{}') as customers,
      coalesce((
        select jsonb_object_agg(id, jsonb_build_object('name', name, 'taxCodeId', tax_code_id))
        from products where ${tenant} and id = any(${productIds}::uuid[])), '{}') as products,
      coalesce((select jsonb_object_agg(id, trim_scale(rate)::text) from tax_codes where ${tenant}), '{}') as "taxRates"`);
  return row as TermsRow;
}

/** Loads and locks the invoices that credit notes take back, in order of id so that two credits never deadlock. */
export async function lockCreditedInvoices(tx: TenantTx, ids: readonly string[]): Promise<Map<string, CreditedInvoice>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<CreditedInvoice>(sql`
    select id, kind, status, customer_id as "customerId", currency, gross_minor as "grossMinor", open_minor as "openMinor"
    from invoices where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${ids}::uuid[]) order by id for update`);
  return new Map(rows.map((row) => [row.id, row]));
}
