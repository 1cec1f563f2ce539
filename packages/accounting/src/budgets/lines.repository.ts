import { uuidv7 } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { BudgetLineRow, BudgetPeriod } from './budgets.repository.ts';

/** Writes the lines of a draft in place of those that it has. */
export async function replaceLines(
  tx: TenantTx,
  budgetId: string,
  periods: readonly BudgetPeriod[],
  lines: readonly BudgetLineRow[],
): Promise<void> {
  const { tenantId } = tx.ctx;
  const rows = lines.map((line) => ({ ...line, id: uuidv7() }));
  const amounts = rows.flatMap(({ id, amountsMinor }) =>
    amountsMinor.flatMap((minor, index) =>
      minor === 0n ? [] : [{ lineId: id, periodId: periods[index]?.id, minor: minor.toString() }],
    ),
  );
  const heads = rows.map(({ id, accountId, valueId }) => ({ id, accountId, valueId }));
  await tx.rows(sql`
    delete from budget_amounts as m using budget_lines as l
    where l.tenant_id = ${tenantId}::uuid and l.budget_id = ${budgetId}::uuid and m.tenant_id = l.tenant_id and m.line_id = l.id`);
  await tx.rows(sql`delete from budget_lines where tenant_id = ${tenantId}::uuid and budget_id = ${budgetId}::uuid`);
  await tx.rows(sql`
    insert into budget_lines (tenant_id, budget_id, id, account_id, value_id)
    select ${tenantId}::uuid, ${budgetId}::uuid, g.* from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb)
      as g (id uuid, "accountId" uuid, "valueId" uuid)`);
  await tx.rows(sql`
    insert into budget_amounts (tenant_id, line_id, period_id, amount_minor)
    select ${tenantId}::uuid, g.* from jsonb_to_recordset(${JSON.stringify(amounts)}::jsonb)
      as g ("lineId" uuid, "periodId" uuid, minor bigint)`);
}
