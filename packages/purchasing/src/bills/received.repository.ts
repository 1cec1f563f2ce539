import { sql, type TenantTx } from '@atlas/platform';
import type { KnownTax } from '../domain/received-bill.ts';

/** Suppliers that have one of these VAT identifiers, or else this name. */
export async function suppliersLike(tx: TenantTx, vatIds: readonly string[], name: string | null): Promise<string[]> {
  const rows = await tx.rows<{ id: string; byVatId: boolean }>(sql`
    select id, coalesce(regexp_replace(upper(tax_number), '[^A-Z0-9]', '', 'g') = any(${vatIds}::text[]), false) as "byVatId"
    from parties
    where tenant_id = ${tx.ctx.tenantId}::uuid and is_supplier and archived_at is null
      and (regexp_replace(upper(tax_number), '[^A-Z0-9]', '', 'g') = any(${vatIds}::text[]) or lower(name) = lower(${name}::text))`);
  const byVatId = rows.filter((row) => row.byVatId);
  return (byVatId.length > 0 ? byVatId : rows).map(({ id }) => id);
}

/** Taxes of percent that stand on top of a price, as they are on a day. */
export const taxesOnDay = (tx: TenantTx, date: string): Promise<KnownTax[]> =>
  tx.rows<KnownTax>(sql`
    select t.id, t.operation, trim_scale(r.value * 100)::text as percent
    from taxes as t
    cross join lateral (
      select value from tax_rates as r
      where r.tenant_id = t.tenant_id and r.tax_id = t.id and r.valid_from <= ${date}::date order by r.valid_from desc limit 1
    ) as r
    where t.tenant_id = ${tx.ctx.tenantId}::uuid and t.kind = 'percent' and not t.included and t.archived_at is null order by t.code`);
