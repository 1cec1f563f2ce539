import type { Page } from '@atlas/contract';
import { containing, readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { dimensionValue, listDimensionValues } from '../contract/dimensions.ts';

export type ValueRow = z.output<typeof dimensionValue>;

const columns = sql`v.id, v.dimension_id as "dimensionId", v.code, v.name, v.parent_id as "parentId", v.archived_at as "archivedAt", v.version`;

export async function loadValue(tx: TenantTx, id: string): Promise<ValueRow | null> {
  const [row] = await tx.rows<ValueRow>(sql`
    select ${columns} from dimension_values as v where v.tenant_id = ${tx.ctx.tenantId}::uuid and v.id = ${id}::uuid`);
  return row ?? null;
}

/** Writes values in one statement; the values above them exist or are among them. */
export async function insertValues(tx: TenantTx, values: readonly ValueRow[]): Promise<void> {
  await tx.rows(sql`
    insert into dimension_values (tenant_id, id, dimension_id, code, name, parent_id)
    select ${tx.ctx.tenantId}::uuid, g.* from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as g (id uuid, "dimensionId" uuid, code text, name text, "parentId" uuid)`);
}

export async function saveValue(tx: TenantTx, row: ValueRow): Promise<void> {
  await tx.rows(sql`
    update dimension_values set name = ${row.name}, parent_id = ${row.parentId}::uuid, archived_at = ${row.archivedAt}::timestamptz,
      version = ${row.version}
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${row.id}::uuid`);
}

/** A value and all above it, from below. */
export async function pathOf(tx: TenantTx, id: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    with recursive up (id, parent_id) as (
      select id, parent_id from dimension_values where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid
      union all
      select v.id, v.parent_id from up join dimension_values as v on v.tenant_id = ${tx.ctx.tenantId}::uuid and v.id = up.parent_id
    ) select id from up`);
  return rows.map((row) => row.id);
}

/** Of some values those that may be named, each with its dimension: in use, as the dimension is. */
export async function usableValues(tx: TenantTx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; dimensionId: string }>(sql`
    select v.id, v.dimension_id as "dimensionId" from dimension_values as v
    join dimensions as d on d.tenant_id = v.tenant_id and d.id = v.dimension_id
    where v.tenant_id = ${tx.ctx.tenantId}::uuid and v.id = any(${[...new Set(ids)]}::uuid[])
      and v.archived_at is null and d.archived_at is null`);
  return new Map(rows.map(({ id, dimensionId }) => [id, dimensionId]));
}

export function pageOfValues(tx: TenantTx, input: z.output<typeof listDimensionValues.input>): Promise<Page<ValueRow>> {
  const pattern = input.q && containing(input.q);
  const { archived } = input;
  return readPage(tx, {
    select: sql`select ${columns}, v.code as "sortValue" from dimension_values as v`,
    where: [
      sql`v.tenant_id = ${tx.ctx.tenantId}::uuid`,
      sql`v.dimension_id = ${input.dimensionId}::uuid`,
      pattern ? sql`(v.name ilike ${pattern} or v.code ilike ${pattern})` : null,
      archived === undefined ? null : archived ? sql`v.archived_at is not null` : sql`v.archived_at is null`,
    ],
    id: sql`v.id`,
    sorts: { code: { column: sql`v.code`, type: 'text' } },
    sort: 'code',
    limit: input.limit,
    cursor: input.cursor,
  });
}
