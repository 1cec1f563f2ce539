import { type Sql, sql, type TenantTx } from '@atlas/platform';
import type { CreditedInvoice } from '../domain/credit.ts';

type Customer = {
  readonly name: string;
  readonly days: number;
  readonly customer: boolean;
  readonly archived: boolean;
  /** Of documents that name none; null where they were archived since. */
  readonly paymentTermsId: string | null;
};

/** What an invoice refers to, as far as it exists. */
export type TermsRow<TaxTerms = unknown, PaymentTerms = unknown> = {
  readonly customers: Readonly<Record<string, Customer>>;
  readonly products: Readonly<Record<string, { name: string; taxCodeId: string | null }>>;
  /** Of the taxes that are named, those that are tax codes. */
  readonly taxCodes: readonly string[];
  readonly taxTerms: TaxTerms;
  readonly paymentTerms: PaymentTerms;
};

export type TermsRequest = {
  readonly customerIds: readonly string[];
  readonly productIds: readonly string[];
  readonly taxIds: readonly string[];
  readonly paymentTermsIds: readonly string[];
};

/** The taxes that lines name, and those of their products; an array in SQL. */
export const taxesOfRequest = (tx: TenantTx, { productIds, taxIds }: TermsRequest): Sql => sql`(${taxIds}::uuid[] || array(
  select tax_code_id from products where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${productIds}::uuid[]) and tax_code_id is not null))`;

/** The payment terms that are named, and those of the customers; an array in SQL. */
export const paymentTermsOfRequest = (
  tx: TenantTx,
  { customerIds, paymentTermsIds }: TermsRequest,
): Sql => sql`(${paymentTermsIds}::uuid[] || array(
  select payment_terms_id from parties where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${customerIds}::uuid[]) and payment_terms_id is not null))`;

/**
 * Loads customers, products and taxes in one statement, so that it travels with BEGIN.
 *
 * @param columns the terms of the taxes and of the payments that are named
 */
export async function loadTerms<T, P>(
  tx: TenantTx,
  request: TermsRequest,
  { taxTerms, paymentTerms }: { readonly taxTerms: Sql; readonly paymentTerms: Sql },
): Promise<TermsRow<T, P>> {
  const { customerIds, productIds } = request;
  const tenant = sql`tenant_id = ${tx.ctx.tenantId}::uuid`;
  const [row] = await tx.rows<TermsRow<T, P>>(sql`
    select
      coalesce((
        select jsonb_object_agg(id, jsonb_build_object('name', name, 'days', payment_term_days, 'customer', is_customer, 'archived', archived_at is not null,
          'paymentTermsId', (select t.id from payment_terms as t where t.tenant_id = parties.tenant_id and t.id = parties.payment_terms_id and not t.archived)))
        from parties where ${tenant} and id = any(${customerIds}::uuid[])), '{}') as customers,
      coalesce((
        select jsonb_object_agg(id, jsonb_build_object('name', name, 'taxCodeId', tax_code_id))
        from products where ${tenant} and id = any(${productIds}::uuid[])), '{}') as products,
      array(select id::text from tax_codes where ${tenant} and id = any(${taxesOfRequest(tx, request)})) as "taxCodes",
      ${taxTerms} as "taxTerms", ${paymentTerms} as "paymentTerms"`);
  return row as TermsRow<T, P>;
}

/** The rate that a document has; null where it has none. */
export const rateColumn = sql`
  case when exchange_rate is not null then jsonb_build_object('quotation', exchange_quotation, 'rate', trim_scale(exchange_rate)::text) end as "exchangeRate"`;

/** Loads and locks invoices, in order of id so that two that do never deadlock. */
export const lockInvoices = (tx: TenantTx, ids: readonly string[]): Promise<CreditedInvoice[]> =>
  tx.rows<CreditedInvoice>(sql`
    select id, kind, status, customer_id as "customerId", date, currency, ${rateColumn}, gross_minor - withheld_minor as "payableMinor", open_minor as "openMinor"
    from invoices where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${ids}::uuid[]) order by id for update`);
