import { sql, type TenantTx } from '@atlas/platform';

export type ImportedCategory = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly description: string | null;
};
export type ImportedProduct = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly packaging: string | null;
  readonly categoryId: string | null;
  readonly salesPrice: string;
};

async function idsByCode(
  tx: TenantTx,
  table: 'products' | 'product_categories',
  codes: readonly string[],
): Promise<Map<string, string>> {
  const from = table === 'products' ? sql`products` : sql`product_categories`;
  const rows = await tx.rows<{ id: string; code: string }>(sql`
    select id, code from ${from} where tenant_id = ${tx.ctx.tenantId}::uuid and code = any(${codes}::text[])`);
  return new Map(rows.map((row) => [row.code, row.id]));
}

/** Products by code: which of them exist. */
export const productsByCode = (tx: TenantTx, codes: readonly string[]): Promise<Map<string, string>> =>
  idsByCode(tx, 'products', codes);

export const categoriesByCode = (tx: TenantTx, codes: readonly string[]): Promise<Map<string, string>> =>
  idsByCode(tx, 'product_categories', codes);

export async function insertCategories(tx: TenantTx, categories: readonly ImportedCategory[]): Promise<void> {
  await tx.rows(sql`
    insert into product_categories (tenant_id, id, code, name, description)
    select ${tx.ctx.tenantId}::uuid, id, code, name, description
    from jsonb_to_recordset(${JSON.stringify(categories)}::jsonb) as g (id uuid, code text, name text, description text)`);
}

export async function insertProducts(tx: TenantTx, products: readonly ImportedProduct[]): Promise<void> {
  await tx.rows(sql`
    insert into products (tenant_id, id, code, name, packaging, category_id, sales_price)
    select ${tx.ctx.tenantId}::uuid, id, code, name, packaging, "categoryId", "salesPrice"
    from jsonb_to_recordset(${JSON.stringify(products)}::jsonb)
      as g (id uuid, code text, name text, packaging text, "categoryId" uuid, "salesPrice" numeric)`);
}
