import type { Page } from '@atlas/contract';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { listPaymentTerms, paymentTerms } from '../contract/terms.ts';

export type Terms = z.output<typeof paymentTerms>;

const columns = sql`t.id, t.code, t.name, t.lines, t.discount, t.archived, t.version`;

export async function lockTerms(tx: TenantTx, id: string): Promise<Terms | null> {
  const [row] = await tx.rows<Terms>(sql`
    select ${columns} from payment_terms as t where t.tenant_id = ${tx.ctx.tenantId}::uuid and t.id = ${id}::uuid for update`);
  return row ?? null;
}

export async function insertTerms(tx: TenantTx, row: Terms): Promise<void> {
  await tx.rows(sql`
    insert into payment_terms (tenant_id, id, code, name, lines, discount)
    values (${tx.ctx.tenantId}::uuid, ${row.id}::uuid, ${row.code}, ${row.name}, ${JSON.stringify(row.lines)}::jsonb,
      ${row.discount && JSON.stringify(row.discount)}::jsonb)`);
}

export async function saveTerms(tx: TenantTx, row: Terms): Promise<void> {
  await tx.rows(sql`
    update payment_terms set code = ${row.code}, name = ${row.name}, lines = ${JSON.stringify(row.lines)}::jsonb,
      discount = ${row.discount && JSON.stringify(row.discount)}::jsonb, archived = ${row.archived}, version = ${row.version}
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${row.id}::uuid`);
}

export const pageOfTerms = (tx: TenantTx, input: z.output<typeof listPaymentTerms.input>): Promise<Page<Terms>> =>
  readPage<Terms, 'code'>(tx, {
    select: sql`select ${columns}, t.code as "sortValue" from payment_terms as t`,
    where: [sql`t.tenant_id = ${tx.ctx.tenantId}::uuid`],
    id: sql`t.id`,
    sorts: { code: { column: sql`t.code`, type: 'text' } },
    sort: 'code',
    limit: input.limit,
    cursor: input.cursor,
  });
