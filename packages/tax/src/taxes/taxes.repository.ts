import type { Page } from '@atlas/contract';
import { readPage, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { listTaxes, tax } from '../contract/taxes.ts';

export type TaxRow = z.output<typeof tax>;

const columns = sql`
  t.id, t.code, t.name, t.sequence, case when t.on_taxes then 'surtax' else t.kind end as kind, t.operation, t.included, t.affects_base as "affectsBase", t.base_affected as "baseAffected",
  t.exemption_code as "exemptionCode", t.exemption_reason as "exemptionReason",
  t.sales_account_id as "salesAccountId", t.purchase_account_id as "purchaseAccountId", t.archived_at as "archivedAt", t.version,
  coalesce((select jsonb_agg(jsonb_build_object('validFrom', r.valid_from, 'value', trim_scale(r.value)::text) order by r.valid_from)
    from tax_rates as r where r.tenant_id = t.tenant_id and r.tax_id = t.id), '[]') as rates,
  coalesce((select jsonb_agg(m.member_id order by m.position)
    from tax_group_members as m where m.tenant_id = t.tenant_id and m.group_id = t.id), '[]') as "memberIds"`;

/**
 * The taxes of these ids and, of groups, their members; to be selected from.
 *
 * @param ids an array in SQL
 */
export const namedTaxes = (tx: TenantTx, ids: Sql): Sql => sql`
    select ${columns} from taxes as t
    where t.tenant_id = ${tx.ctx.tenantId}::uuid and (t.id = any(${ids}) or t.id in (
      select m.member_id from tax_group_members as m where m.tenant_id = ${tx.ctx.tenantId}::uuid and m.group_id = any(${ids})))`;

export const loadTaxes = (tx: TenantTx, ids: readonly string[]): Promise<TaxRow[]> =>
  tx.rows<TaxRow>(namedTaxes(tx, sql`${[...ids]}::uuid[]`));

export async function loadTax(tx: TenantTx, id: string): Promise<TaxRow | null> {
  const rows = await loadTaxes(tx, [id]);
  return rows.find((row) => row.id === id) ?? null;
}

/** Locks the row until the end of the transaction, so that two edits of one version cannot both win. */
export async function lockTax(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`select from taxes where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`);
}

const insertRates = (tx: TenantTx, { id, rates }: TaxRow) => sql`
  insert into tax_rates (tenant_id, tax_id, valid_from, value)
  select ${tx.ctx.tenantId}::uuid, ${id}::uuid, day, value
  from unnest(${rates.map(({ validFrom }) => validFrom)}::date[], ${rates.map(({ value }) => value)}::numeric[]) as r (day, value)`;

export async function insertTax(tx: TenantTx, row: TaxRow): Promise<void> {
  const { tenantId } = tx.ctx;
  await tx.rows(sql`
    insert into taxes (tenant_id, id, code, name, sequence, kind, operation, included, affects_base, base_affected, exemption_code, exemption_reason,
      sales_account_id, purchase_account_id, on_taxes)
    values (${tenantId}::uuid, ${row.id}::uuid, ${row.code}, ${row.name}, ${row.sequence}, ${row.kind === 'surtax' ? 'percent' : row.kind}, ${row.operation}, ${row.included},
      ${row.affectsBase}, ${row.baseAffected}, ${row.exemptionCode}, ${row.exemptionReason},
      ${row.salesAccountId}::uuid, ${row.purchaseAccountId}::uuid, ${row.kind === 'surtax'})`);
  await tx.rows(insertRates(tx, row));
  await tx.rows(sql`
    insert into tax_group_members (tenant_id, group_id, member_id, position)
    select ${tenantId}::uuid, ${row.id}::uuid, member, position
    from unnest(${row.memberIds}::uuid[]) with ordinality as m (member, position)`);
}

export async function saveTaxVersion(tx: TenantTx, row: TaxRow): Promise<void> {
  const { tenantId } = tx.ctx;
  await tx.rows(sql`
    update taxes set name = ${row.name}, sequence = ${row.sequence}, sales_account_id = ${row.salesAccountId}::uuid,
      purchase_account_id = ${row.purchaseAccountId}::uuid, archived_at = ${row.archivedAt}::timestamptz, version = ${row.version}
    where tenant_id = ${tenantId}::uuid and id = ${row.id}::uuid`);
  await tx.rows(sql`delete from tax_rates where tenant_id = ${tenantId}::uuid and tax_id = ${row.id}::uuid`);
  await tx.rows(insertRates(tx, row));
}

export const pageOfTaxes = (
  tx: TenantTx,
  { archived, operation, limit, cursor }: z.output<typeof listTaxes.input>,
): Promise<Page<TaxRow>> =>
  readPage(tx, {
    select: sql`select ${columns}, t.code as "sortValue" from taxes as t`,
    where: [
      sql`t.tenant_id = ${tx.ctx.tenantId}::uuid`,
      archived === undefined ? null : archived ? sql`t.archived_at is not null` : sql`t.archived_at is null`,
      operation ? sql`t.operation = ${operation}` : null,
    ],
    id: sql`t.id`,
    sorts: { code: { column: sql`t.code`, type: 'text' } },
    sort: 'code',
    limit,
    cursor,
  });
