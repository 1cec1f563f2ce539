import type { Page } from '@atlas/contract';
import { decimal, decimalText } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { productCategory, taxCode, unit } from '../contract/terms.ts';

type TaxCode = z.output<typeof taxCode>;
type Unit = z.output<typeof unit>;
type Category = z.output<typeof productCategory>;
type PageRequest = { readonly limit: number; readonly cursor?: string | undefined };

export async function insertTaxCode(tx: TenantTx, row: TaxCode): Promise<TaxCode> {
  await tx.models.taxCode.create({ data: { ...row, tenantId: tx.ctx.tenantId } });
  return { ...row, rate: decimalText(decimal(row.rate)) };
}

export async function insertUnit(tx: TenantTx, row: Unit): Promise<Unit> {
  await tx.models.unit.create({ data: { ...row, tenantId: tx.ctx.tenantId } });
  return row;
}

export async function insertCategory(tx: TenantTx, row: Category): Promise<Category> {
  await tx.models.productCategory.create({ data: { ...row, tenantId: tx.ctx.tenantId } });
  return row;
}

const byCode = (tx: TenantTx, { limit, cursor }: PageRequest) => ({
  where: [sql`t.tenant_id = ${tx.ctx.tenantId}::uuid`],
  id: sql`t.id`,
  sorts: { code: { column: sql`t.code`, type: 'text' as const } },
  sort: 'code' as const,
  limit,
  cursor,
});

export const pageOfTaxCodes = (tx: TenantTx, input: PageRequest): Promise<Page<TaxCode>> =>
  readPage(tx, {
    ...byCode(tx, input),
    select: sql`
      select t.id, t.code, t.name, t.code as "sortValue", trim_scale(coalesce((
        select r.value from tax_rates as r
        where r.tenant_id = t.tenant_id and r.tax_id = t.id and r.valid_from <= ${tx.ctx.today}::date
        order by r.valid_from desc limit 1), t.rate))::text as rate
      from tax_codes as t`,
  });

export const pageOfUnits = (tx: TenantTx, input: PageRequest): Promise<Page<Unit>> =>
  readPage(tx, { ...byCode(tx, input), select: sql`select t.id, t.code, t.name, t.code as "sortValue" from units as t` });

export const pageOfCategories = (tx: TenantTx, input: PageRequest): Promise<Page<Category>> =>
  readPage(tx, {
    ...byCode(tx, input),
    select: sql`select t.id, t.code, t.name, t.description, t.code as "sortValue" from product_categories as t`,
  });
