import type { Page } from '@atlas/contract';
import { AtlasError } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { assetCategory } from '../contract/categories.ts';

export type CategoryRow = z.output<typeof assetCategory>;

const columns = sql`
  c.id, c.code, c.name, c.asset_account_id as "assetAccountId", c.accumulated_account_id as "accumulatedAccountId",
  c.expense_account_id as "expenseAccountId", c.gain_account_id as "gainAccountId", c.loss_account_id as "lossAccountId", c.method,
  c.periods, c.months_per_period as "monthsPerPeriod", c.pro_rata as "proRata", trim_scale(c.yearly_rate)::text as "yearlyRate", c.version`;

/** @throws AtlasError `assets.unknown_category` */
export async function categoryOf(tx: TenantTx, id: string): Promise<CategoryRow> {
  const [row] = await tx.rows<CategoryRow>(sql`
    select ${columns} from asset_categories as c where c.tenant_id = ${tx.ctx.tenantId}::uuid and c.id = ${id}::uuid`);
  if (row) return row;
  const message = 'there is no such asset category';
  throw new AtlasError('assets.unknown_category', 'There is no such asset category.', {
    errors: [{ pointer: '/categoryId', code: 'assets.unknown_category', message }],
  });
}

export async function insertCategory(tx: TenantTx, row: CategoryRow): Promise<void> {
  await tx.rows(sql`
    insert into asset_categories (tenant_id, id, code, name, asset_account_id, accumulated_account_id, expense_account_id, gain_account_id,
      loss_account_id, method, periods, months_per_period, pro_rata, yearly_rate)
    values (${tx.ctx.tenantId}::uuid, ${row.id}::uuid, ${row.code}, ${row.name}, ${row.assetAccountId}::uuid, ${row.accumulatedAccountId}::uuid,
      ${row.expenseAccountId}::uuid, ${row.gainAccountId}::uuid, ${row.lossAccountId}::uuid, ${row.method}, ${row.periods},
      ${row.monthsPerPeriod}, ${row.proRata}, ${row.yearlyRate}::numeric)`);
}

export function pageOfCategories(
  tx: TenantTx,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<CategoryRow>> {
  return readPage(tx, {
    select: sql`select ${columns}, c.code as "sortValue" from asset_categories as c`,
    where: [sql`c.tenant_id = ${tx.ctx.tenantId}::uuid`],
    id: sql`c.id`,
    sorts: { code: { column: sql`c.code`, type: 'text' } },
    sort: 'code',
    limit,
    cursor,
  });
}
