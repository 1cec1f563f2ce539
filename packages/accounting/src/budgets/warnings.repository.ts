import type { Page } from '@atlas/contract';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { budgetWarning, listBudgetWarnings } from '../contract/budgets.ts';

type WarningRow = Omit<z.output<typeof budgetWarning>, 'planned' | 'spent' | 'over'> & {
  readonly plannedMinor: bigint;
  readonly spentMinor: bigint;
};

/** Entries that went beyond budgets. Ids of entries are in the order of their posting. */
export const pageOfWarnings = (
  tx: TenantTx,
  { budgetId, limit, cursor }: z.output<typeof listBudgetWarnings.input>,
): Promise<Page<WarningRow>> =>
  readPage(tx, {
    select: sql`
      select e.id, e.number, e.date, b.id as "budgetId", b.name as budget, a.id as "accountId", a.code as "accountCode",
             a.name as "accountName", v.code || ' ' || v.name as value, w.budget_minor as "plannedMinor", w.spent_minor as "spentMinor",
             w.entry_id as "sortValue", w.line_id as "sortId"
      from budget_warnings as w
      join journal_entries as e on e.tenant_id = w.tenant_id and e.id = w.entry_id
      join budget_lines as l on l.tenant_id = w.tenant_id and l.id = w.line_id
      join budgets as b on b.tenant_id = l.tenant_id and b.id = l.budget_id
      join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id
      left join dimension_values as v on v.tenant_id = l.tenant_id and v.id = l.value_id`,
    where: [sql`w.tenant_id = ${tx.ctx.tenantId}::uuid`, budgetId ? sql`b.id = ${budgetId}::uuid` : null],
    id: sql`w.line_id`,
    sorts: { entry: { column: sql`w.entry_id`, type: 'uuid' } },
    sort: '-entry',
    limit,
    cursor,
  });
