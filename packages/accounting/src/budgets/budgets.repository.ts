import type { Page } from '@atlas/contract';
import { type BusinessDate, moneyJson } from '@atlas/kernel';
import { containing, readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { budget, budgetSummary, listBudgets } from '../contract/budgets.ts';

export type BudgetHead = z.output<typeof budgetSummary>;
export type BudgetView = z.output<typeof budget>;
export type BudgetPeriod = { readonly id: string; readonly startsOn: BusinessDate; readonly endsOn: BusinessDate };

/** A line with its amounts in order of the periods: positive as the account usually stands. */
export type BudgetLineRow = {
  readonly accountId: string;
  readonly valueId: string | null;
  readonly amountsMinor: readonly bigint[];
};
export type LoadedBudget = {
  readonly head: BudgetHead;
  readonly periods: readonly BudgetPeriod[];
  readonly lines: readonly BudgetLineRow[];
};

const columns = sql`
  b.id, b.name, b.mode, b.span, b.fiscal_year_id as "fiscalYearId", y.name as "fiscalYear", b.revision, b.dimension_id as "dimensionId",
  b.status, b.approved_at as "approvedAt", b.version`;
const from = sql`from budgets as b join fiscal_years as y on y.tenant_id = b.tenant_id and y.id = b.fiscal_year_id`;

/** A budget, kept from changes until the end of the transaction when it is to be changed; or null. */
export async function loadBudget(tx: TenantTx, id: string, lock = false): Promise<LoadedBudget | null> {
  const { tenantId } = tx.ctx;
  const [heads, periods, lines] = await Promise.all([
    tx.rows<BudgetHead>(sql`
      select ${columns} ${from} where b.tenant_id = ${tenantId}::uuid and b.id = ${id}::uuid ${lock ? sql`for update of b` : sql``}`),
    tx.rows<BudgetPeriod>(sql`
      select p.id, p.starts_on as "startsOn", p.ends_on as "endsOn" from accounting_periods as p
      join budgets as b on b.tenant_id = p.tenant_id and b.fiscal_year_id = p.fiscal_year_id
      where b.tenant_id = ${tenantId}::uuid and b.id = ${id}::uuid order by p.starts_on`),
    tx.rows<{ accountId: string; valueId: string | null; amounts: Record<string, string> | null }>(sql`
      select l.account_id as "accountId", l.value_id as "valueId", (
        select jsonb_object_agg(m.period_id, m.amount_minor::text) from budget_amounts as m
        where m.tenant_id = l.tenant_id and m.line_id = l.id) as amounts
      from budget_lines as l
      join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id
      left join dimension_values as v on v.tenant_id = l.tenant_id and v.id = l.value_id
      where l.tenant_id = ${tenantId}::uuid and l.budget_id = ${id}::uuid order by a.code, v.code nulls first`),
  ]);
  const [head] = heads;
  const amountsOf = (amounts: Record<string, string> | null) => periods.map((period) => BigInt(amounts?.[period.id] ?? '0'));
  return head
    ? { head, periods, lines: lines.map(({ amounts, ...line }) => ({ ...line, amountsMinor: amountsOf(amounts) })) }
    : null;
}

/** A budget as the API speaks it. */
export const viewBudget = ({ head, periods, lines }: LoadedBudget, currency: string): BudgetView => ({
  ...head,
  currency,
  periods: [...periods],
  lines: lines.map(({ amountsMinor, ...line }) => ({
    ...line,
    amounts: amountsMinor.map((minor) => moneyJson(minor, currency).amount),
  })),
});

type NewBudget = Pick<BudgetHead, 'id' | 'name' | 'mode' | 'span' | 'fiscalYearId' | 'dimensionId'>;

/** Writes the next revision of a budget of this name as a draft. */
export async function insertBudget(tx: TenantTx, row: NewBudget, revision: number): Promise<void> {
  await tx.rows(sql`
    insert into budgets (tenant_id, id, fiscal_year_id, name, revision, dimension_id, mode, span)
    values (${tx.ctx.tenantId}::uuid, ${row.id}::uuid, ${row.fiscalYearId}::uuid, ${row.name}, ${revision}, ${row.dimensionId}::uuid,
      ${row.mode}, ${row.span})`);
}

export async function lastRevision(
  tx: TenantTx,
  { fiscalYearId, name }: Pick<BudgetHead, 'fiscalYearId' | 'name'>,
): Promise<number> {
  const [row] = await tx.rows<{ last: number }>(sql`
    select max(revision) as last from budgets
    where tenant_id = ${tx.ctx.tenantId}::uuid and fiscal_year_id = ${fiscalYearId}::uuid and name = ${name}`);
  return row?.last ?? 0;
}

export async function saveBudget(tx: TenantTx, row: BudgetHead): Promise<void> {
  await tx.rows(sql`
    update budgets set name = ${row.name}, mode = ${row.mode}, span = ${row.span}, version = ${row.version}
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${row.id}::uuid`);
}

/** Puts a draft into force in place of the revision that was. */
export async function saveApproval(tx: TenantTx, { id, name, fiscalYearId }: BudgetHead): Promise<void> {
  const { tenantId, actor, now } = tx.ctx;
  await tx.rows(sql`
    update budgets set status = 'superseded', version = version + 1
    where tenant_id = ${tenantId}::uuid and fiscal_year_id = ${fiscalYearId}::uuid and name = ${name} and status = 'approved'`);
  await tx.rows(sql`
    update budgets set status = 'approved', approved_at = ${now}::timestamptz, approved_by = ${actor.id}::uuid, version = version + 1
    where tenant_id = ${tenantId}::uuid and id = ${id}::uuid`);
}

export function pageOfBudgets(
  tx: TenantTx,
  { fiscalYearId, q, sort, limit, cursor }: z.output<typeof listBudgets.input>,
): Promise<Page<BudgetHead>> {
  const pattern = q && containing(q);
  return readPage(tx, {
    select: sql`select ${columns}, b.id as "sortValue" ${from}`,
    where: [
      sql`b.tenant_id = ${tx.ctx.tenantId}::uuid`,
      fiscalYearId ? sql`b.fiscal_year_id = ${fiscalYearId}::uuid` : null,
      pattern ? sql`b.name ilike ${pattern}` : null,
    ],
    id: sql`b.id`,
    // Ids are in the order in which they were made.
    sorts: { created: { column: sql`b.id`, type: 'uuid' } },
    sort,
    limit,
    cursor,
  });
}
