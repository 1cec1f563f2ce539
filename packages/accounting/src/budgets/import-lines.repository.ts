import { sql, type TenantTx } from '@atlas/platform';

/** A draft with the dimension of its values, and how many periods its year has. */
type CalledDraft = {
  readonly id: string;
  readonly dimensionId: string | null;
  readonly dimension: string | null;
  readonly periods: number;
};

/** What lines of files refer to. */
export type BudgetNames = {
  /** Drafts of budgets, by name and fiscal year. */
  readonly drafts: ReadonlyMap<string, CalledDraft>;
  /** Accounts by their codes. */
  readonly accounts: ReadonlyMap<string, string>;
  /** Values in use, by their dimension and their code. */
  readonly values: ReadonlyMap<string, string>;
};

const mapOf = (rows: readonly { readonly key: string; readonly id: string }[]) => new Map(rows.map(({ key, id }) => [key, id]));

/** Reads what is called by names and codes. */
export async function budgetNames(
  tx: TenantTx,
  names: { readonly budgets: readonly string[]; readonly accounts: readonly string[]; readonly values: readonly string[] },
): Promise<BudgetNames> {
  const { tenantId } = tx.ctx;
  const [drafts, accounts, values] = await Promise.all([
    tx.rows<CalledDraft & { key: string }>(sql`
      select b.name || ' ' || y.name as key, b.id, b.dimension_id as "dimensionId", d.code as dimension, (
        select count(*)::integer from accounting_periods as p where p.tenant_id = b.tenant_id and p.fiscal_year_id = b.fiscal_year_id) as periods
      from budgets as b join fiscal_years as y on y.tenant_id = b.tenant_id and y.id = b.fiscal_year_id
      left join dimensions as d on d.tenant_id = b.tenant_id and d.id = b.dimension_id
      where b.tenant_id = ${tenantId}::uuid and b.status = 'draft' and b.name = any(${[...new Set(names.budgets)]}::text[])`),
    tx.rows<{ key: string; id: string }>(sql`
      select code as key, id from ledger_accounts
      where tenant_id = ${tenantId}::uuid and code = any(${[...new Set(names.accounts)]}::text[])`),
    tx.rows<{ key: string; id: string }>(sql`
      select v.dimension_id || ' ' || v.code as key, v.id from dimension_values as v
      join dimensions as d on d.tenant_id = v.tenant_id and d.id = v.dimension_id and d.archived_at is null
      where v.tenant_id = ${tenantId}::uuid and v.archived_at is null and v.code = any(${[...new Set(names.values)]}::text[])`),
  ]);
  return { drafts: new Map(drafts.map(({ key, ...draft }) => [key, draft])), accounts: mapOf(accounts), values: mapOf(values) };
}
