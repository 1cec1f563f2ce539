import type { Page } from '@atlas/contract';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { dimension, listDimensions } from '../contract/dimensions.ts';

export type DimensionRow = z.output<typeof dimension>;

const columns = sql`d.id, d.code, d.name, d.archived_at as "archivedAt", d.version`;

/** A dimension, kept from changes until the end of the transaction when it is to be changed. */
export async function loadDimension(tx: TenantTx, id: string, lock = false): Promise<DimensionRow | null> {
  const [row] = await tx.rows<DimensionRow>(sql`
    select ${columns} from dimensions as d where d.tenant_id = ${tx.ctx.tenantId}::uuid and d.id = ${id}::uuid ${lock ? sql`for update` : sql``}`);
  return row ?? null;
}

export async function countDimensions(tx: TenantTx): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(sql`
    select count(*)::integer as count from dimensions where tenant_id = ${tx.ctx.tenantId}::uuid`);
  return row?.count ?? 0;
}

export async function insertDimension(tx: TenantTx, { id, code, name }: DimensionRow): Promise<void> {
  await tx.rows(sql`
    insert into dimensions (tenant_id, id, code, name) values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${code}, ${name})`);
}

export async function saveDimension(tx: TenantTx, row: DimensionRow): Promise<void> {
  await tx.rows(sql`
    update dimensions set name = ${row.name}, archived_at = ${row.archivedAt}::timestamptz, version = ${row.version}
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${row.id}::uuid`);
}

/** The code of an account that asks for a dimension or has a value of it as its default. */
export async function askingAccount(
  tx: TenantTx,
  by: { readonly dimensionId: string } | { readonly valueId: string },
): Promise<string | null> {
  const which = 'valueId' in by ? sql`r.default_value_id = ${by.valueId}::uuid` : sql`r.dimension_id = ${by.dimensionId}::uuid`;
  const [row] = await tx.rows<{ code: string }>(sql`
    select a.code from dimension_rules as r join ledger_accounts as a on a.tenant_id = r.tenant_id and a.id = r.account_id
    where r.tenant_id = ${tx.ctx.tenantId}::uuid and ${which} order by a.code limit 1`);
  return row?.code ?? null;
}

export const pageOfDimensions = (
  tx: TenantTx,
  { limit, cursor }: z.output<typeof listDimensions.input>,
): Promise<Page<DimensionRow>> =>
  readPage(tx, {
    select: sql`select ${columns}, d.code as "sortValue" from dimensions as d`,
    where: [sql`d.tenant_id = ${tx.ctx.tenantId}::uuid`],
    id: sql`d.id`,
    sorts: { code: { column: sql`d.code`, type: 'text' } },
    sort: 'code',
    limit,
    cursor,
  });
