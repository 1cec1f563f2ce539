import type { Page } from '@atlas/contract';
import { decimal, decimalText } from '@atlas/kernel';
import { containing, readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { listProducts, product, productSummary } from '../contract/products.ts';

export type ProductRow = z.output<typeof product>;

const keyOf = (tx: TenantTx, id: string) => ({ tenantId_id: { tenantId: tx.ctx.tenantId, id } });

export async function loadProduct(tx: TenantTx, id: string): Promise<ProductRow | null> {
  const row = await tx.models.product.findFirst({ where: { tenantId: tx.ctx.tenantId, id } });
  return (
    row && {
      ...row,
      salesPrice: decimalText(decimal(row.salesPrice.toFixed())),
      archivedAt: row.archivedAt?.toISOString() ?? null,
    }
  );
}

export async function insertProduct(tx: TenantTx, { archivedAt: _none, ...fields }: ProductRow): Promise<void> {
  await tx.models.product.create({ data: { ...fields, tenantId: tx.ctx.tenantId } });
}

export async function saveProductVersion(tx: TenantTx, { id, ...fields }: ProductRow): Promise<void> {
  await tx.models.product.update({ where: keyOf(tx, id), data: { ...fields, updatedAt: tx.ctx.now } });
}

/** Locks the row until the end of the transaction, so that two edits of one version cannot both win. */
export async function lockProduct(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`select from products where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`);
}

export function pageOfProducts(
  tx: TenantTx,
  input: z.output<typeof listProducts.input>,
): Promise<Page<z.output<typeof productSummary>>> {
  const pattern = input.q && containing(input.q);
  const name = sql`p.name collate "und-x-icu"`;
  const sorted = input.sort.endsWith('name') ? name : sql`p.code`;
  return readPage(tx, {
    select: sql`
      select p.id, p.code, p.name, c.name as category, u.code as unit, p.packaging, p.tax_code_id as "taxCodeId",
             trim_scale(p.sales_price)::text as "salesPrice", p.archived_at as "archivedAt", p.version, ${sorted} as "sortValue"
      from products as p
      left join product_categories as c on c.tenant_id = p.tenant_id and c.id = p.category_id
      left join units as u on u.tenant_id = p.tenant_id and u.id = p.unit_id`,
    where: [
      sql`p.tenant_id = ${tx.ctx.tenantId}::uuid`,
      pattern ? sql`(p.name ilike ${pattern} or p.code ilike ${pattern})` : null,
      input.categoryId ? sql`p.category_id = ${input.categoryId}::uuid` : null,
      input.archived === undefined ? null : input.archived ? sql`p.archived_at is not null` : sql`p.archived_at is null`,
    ],
    id: sql`p.id`,
    sorts: { name: { column: name, type: 'text' }, code: { column: sql`p.code`, type: 'text' } },
    sort: input.sort,
    limit: input.limit,
    cursor: input.cursor,
  });
}
