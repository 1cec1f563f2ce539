import { sql, type TenantTx } from '@atlas/platform';
import type { ChartNode } from '../domain/statement-lines.ts';

/** Every account and heading by its id. */
export async function loadChart(tx: TenantTx): Promise<Map<string, ChartNode>> {
  const rows = await tx.rows<ChartNode>(sql`
    select id, code, name, type, role, parent_id as "parentId", cash_flow as "cashFlow" from ledger_accounts
    where tenant_id = ${tx.ctx.tenantId}::uuid order by code`);
  return new Map(rows.map((row) => [row.id, row]));
}
