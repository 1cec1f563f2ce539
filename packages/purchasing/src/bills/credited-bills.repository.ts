import { sql, type TenantTx } from '@atlas/platform';
import type { CreditedBill } from '../domain/supplier-credit.ts';

/** The rate that a document has; null where it has none. */
export const rateColumn = sql`
  case when exchange_rate is not null then jsonb_build_object('quotation', exchange_quotation, 'rate', trim_scale(exchange_rate)::text) end as "exchangeRate"`;

/** Loads and locks bills, in order of id so that two credits never deadlock. */
export const lockBills = (tx: TenantTx, ids: readonly string[]): Promise<CreditedBill[]> =>
  tx.rows<CreditedBill>(sql`
    select id, kind, status, supplier_id as "supplierId", date, currency, ${rateColumn}, gross_minor as "grossMinor", open_minor as "openMinor"
    from bills where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${ids}::uuid[]) order by id for update`);
