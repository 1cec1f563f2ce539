import type { Period } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { SpentForValue } from '../domain/budget-report.ts';
import { postedUntil } from '../reports/line-filter.repository.ts';

export type ValueNode = { readonly id: string; readonly code: string; readonly name: string; readonly parentId: string | null };

/** The values of a dimension by id; none of none. */
export async function loadValues(tx: TenantTx, dimensionId: string | null): Promise<Map<string, ValueNode>> {
  const rows = await tx.rows<ValueNode>(sql`
    select id, code, name, parent_id as "parentId" from dimension_values
    where tenant_id = ${tx.ctx.tenantId}::uuid and dimension_id = ${dimensionId}::uuid`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What moved by account and value in each of some ranges, as it was known at an instant. */
export async function spentByValue(
  tx: TenantTx,
  dimensionId: string | null,
  periods: readonly Period[],
  knownUntil: string | null = null,
): Promise<SpentForValue[]> {
  const ranges = JSON.stringify(periods.map(({ startsOn, endsOn }, place) => ({ place, startsOn, endsOn })));
  const rows = await tx.rows<Omit<SpentForValue, 'minor'> & { minor: string }>(sql`
    select p.place, d.account_id as "accountId", d.value_id as "valueId", sum(d.amount_minor)::text as minor
    from jsonb_to_recordset(${ranges}::jsonb) as p (place integer, "startsOn" date, "endsOn" date)
    join journal_line_dimensions as d on d.tenant_id = ${tx.ctx.tenantId}::uuid and d.dimension_id = ${dimensionId}::uuid
      and d.date between p."startsOn" and p."endsOn"
    where true${postedUntil(tx, knownUntil, sql`d.entry_id`)}
    group by p.place, d.account_id, d.value_id`);
  return rows.map(({ minor, ...row }) => ({ ...row, minor: BigInt(minor) }));
}
