import { type Sql, sql, type TenantTx } from '@atlas/platform';

type Supplier = {
  readonly name: string;
  readonly days: number;
  readonly supplier: boolean;
  readonly archived: boolean;
  /** Of documents that name none; null where they were archived since. */
  readonly paymentTermsId: string | null;
};

/** What a bill refers to, as far as it exists. */
export type TermsRow<PaymentTerms = unknown> = {
  readonly suppliers: Readonly<Record<string, Supplier>>;
  readonly products: Readonly<Record<string, { name: string }>>;
  readonly paymentTerms: PaymentTerms;
};

export type TermsRequest = {
  readonly supplierIds: readonly string[];
  readonly productIds: readonly string[];
  readonly paymentTermsIds: readonly string[];
};

/** The payment terms that are named, and those of the suppliers; an array in SQL. */
export const paymentTermsOfRequest = (
  tx: TenantTx,
  { supplierIds, paymentTermsIds }: TermsRequest,
): Sql => sql`(${paymentTermsIds}::uuid[] || array(
  select payment_terms_id from parties where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${supplierIds}::uuid[]) and payment_terms_id is not null))`;

/** Loads suppliers, products and payment terms in one statement, so that it travels with BEGIN. */
export async function loadTerms<P>(
  tx: TenantTx,
  { supplierIds, productIds }: TermsRequest,
  paymentTerms: Sql,
): Promise<TermsRow<P>> {
  const tenant = sql`tenant_id = ${tx.ctx.tenantId}::uuid`;
  const [row] = await tx.rows<TermsRow<P>>(sql`
    select
      coalesce((
        select jsonb_object_agg(id, jsonb_build_object('name', name, 'days', payment_term_days, 'supplier', is_supplier, 'archived', archived_at is not null,
          'paymentTermsId', (select t.id from payment_terms as t where t.tenant_id = parties.tenant_id and t.id = parties.payment_terms_id and not t.archived)))
        from parties where ${tenant} and id = any(${supplierIds}::uuid[])), '{}') as suppliers,
      coalesce((
        select jsonb_object_agg(id, jsonb_build_object('name', name)) from products where ${tenant} and id = any(${productIds}::uuid[])), '{}') as products,
      ${paymentTerms} as "paymentTerms"`);
  return row as TermsRow<P>;
}
