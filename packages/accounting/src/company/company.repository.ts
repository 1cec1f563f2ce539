import { uuidv7 } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { PlannedYear } from '../domain/fiscal-year.ts';

export type CompanyRow = {
  readonly name: string;
  readonly country: string | null;
  readonly baseCurrency: string;
  readonly version: number;
};
export type NewFiscalYear = PlannedYear & { readonly id: string };

export async function loadCompany(tx: TenantTx): Promise<CompanyRow | null> {
  const [row] = await tx.rows<CompanyRow>(sql`
    select name, country, base_currency as "baseCurrency", version from companies where tenant_id = ${tx.ctx.tenantId}::uuid`);
  return row ?? null;
}

/** Makes commands that shape the books of a tenant wait for each other. */
export async function lockBooks(tx: TenantTx): Promise<void> {
  await tx.rows(sql`select from companies where tenant_id = ${tx.ctx.tenantId}::uuid for update`);
}

/** False when the workspace has a company already. */
export async function insertCompany(tx: TenantTx, company: CompanyRow): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into companies (tenant_id, name, country, base_currency)
    values (${tx.ctx.tenantId}::uuid, ${company.name}, ${company.country}, ${company.baseCurrency})
    on conflict do nothing returning 1`);
  return rows.length === 1;
}

/** Writes fiscal years with their periods in one statement. */
export async function insertFiscalYears(tx: TenantTx, years: readonly NewFiscalYear[]): Promise<void> {
  const divided = years.flatMap(({ id, periods }) =>
    periods.map(({ startsOn, endsOn }) => ({ id: uuidv7(), fiscal_year_id: id, starts_on: startsOn, ends_on: endsOn })),
  );
  const rows = years.map(({ id, name, startsOn, endsOn, layout }) => ({
    id,
    name,
    starts_on: startsOn,
    ends_on: endsOn,
    layout,
  }));
  await tx.rows(sql`
    with years as (
      insert into fiscal_years (tenant_id, id, name, starts_on, ends_on, layout)
      select ${tx.ctx.tenantId}::uuid, g.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, name text, starts_on date, ends_on date, layout text)
    )
    insert into accounting_periods (tenant_id, id, fiscal_year_id, starts_on, ends_on)
    select ${tx.ctx.tenantId}::uuid, g.* from jsonb_to_recordset(${JSON.stringify(divided)}::jsonb)
      as g (id uuid, fiscal_year_id uuid, starts_on date, ends_on date)`);
}
