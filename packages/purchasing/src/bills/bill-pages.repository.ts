import type { Page } from '@atlas/contract';
import { type MoneyJson, moneyJson } from '@atlas/kernel';
import { containing, readPage, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { listBills } from '../contract/bill-routes.ts';
import type { billSummary } from '../contract/bills.ts';

type Filter = z.output<typeof listBills.input>;
type BillSummary = z.output<typeof billSummary>;

/** The amounts of a bill as they are stored. */
export type SummaryMinor = { netMinor: bigint; taxMinor: bigint; grossMinor: bigint; openMinor: bigint; currency: string };

export const summaryColumns = sql`
  b.id, b.kind, b.status, b.number, b.supplier_number as "supplierNumber", b.supplier_id as "supplierId", s.name as "supplierName", b.date,
  b.posting_date as "postingDate", b.due_date as "dueDate", b.currency, b.net_minor as "netMinor", b.tax_minor as "taxMinor",
  b.gross_minor as "grossMinor", b.open_minor as "openMinor", b.owner_id as "ownerId", b.version`;

export const billSource = sql`from bills as b join parties as s on s.tenant_id = b.tenant_id and s.id = b.supplier_id`;

export const amountsOf = (row: SummaryMinor): Record<'net' | 'tax' | 'gross' | 'open', MoneyJson> => ({
  net: moneyJson(row.netMinor, row.currency),
  tax: moneyJson(row.taxMinor, row.currency),
  gross: moneyJson(row.grossMinor, row.currency),
  open: moneyJson(row.openMinor, row.currency),
});

const sortColumns = {
  date: { column: sql`b.date`, type: 'date' },
  number: { column: sql`coalesce(b.number, '')`, type: 'text' },
  gross: { column: sql`b.gross_minor`, type: 'bigint' },
  supplier: { column: sql`s.name collate "und-x-icu"`, type: 'text' },
} as const;

function conditions(tx: TenantTx, input: Filter): (Sql | null)[] {
  const pattern = input.q && containing(input.q);
  return [
    sql`b.tenant_id = ${tx.ctx.tenantId}::uuid`,
    input.kind ? sql`b.kind = ${input.kind}` : null,
    input.status ? sql`b.status = ${input.status}` : null,
    input.supplierId ? sql`b.supplier_id = ${input.supplierId}::uuid` : null,
    input.supplierNumber ? sql`lower(b.supplier_number) = lower(${input.supplierNumber})` : null,
    input.ownerId ? sql`b.owner_id = ${input.ownerId}::uuid` : null,
    input.open === undefined ? null : input.open ? sql`b.open_minor <> 0` : sql`b.open_minor = 0`,
    input.from ? sql`b.date >= ${input.from}::date` : null,
    input.to ? sql`b.date <= ${input.to}::date` : null,
    pattern ? sql`(b.number ilike ${pattern} or b.supplier_number ilike ${pattern} or s.name ilike ${pattern})` : null,
  ];
}

export async function pageOfBills(tx: TenantTx, input: Filter): Promise<Page<BillSummary>> {
  const name = (input.sort.startsWith('-') ? input.sort.slice(1) : input.sort) as keyof typeof sortColumns;
  type Row = Omit<BillSummary, 'net' | 'tax' | 'gross' | 'open'> & SummaryMinor;
  const { items, nextCursor } = await readPage<Row, keyof typeof sortColumns>(tx, {
    select: sql`select ${summaryColumns}, ${sortColumns[name].column} as "sortValue" ${billSource}`,
    where: conditions(tx, input),
    id: sql`b.id`,
    sorts: sortColumns,
    sort: input.sort,
    limit: input.limit,
    cursor: input.cursor,
  });
  return { nextCursor, items: items.map((row) => ({ ...row, ...amountsOf(row) })) };
}
