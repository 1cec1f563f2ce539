import { inSeries } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { CreditEffect, PreparedBill, RatedBill } from './prepared-bill.ts';

/** A bill as a row: a draft has no number, entry and time of posting. */
export type BillRow = RatedBill & {
  readonly status: 'draft' | 'posted';
  readonly number: string | null;
  readonly entryId: string | null;
  readonly openMinor: bigint;
};

const text = (value: unknown): string =>
  JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? item.toString() : item));

type Numbered = { readonly id: string; readonly kind: 'bill' | 'credit_note'; readonly year: number };

const series = { bill: { code: 'bill', prefix: 'BILL' }, credit_note: { code: 'bill_credit_note', prefix: 'BCN' } } as const;

/**
 * Draws the numbers of documents without gaps by kind and fiscal year, in the order given: the series are locked until COMMIT.
 *
 * @returns the number of each document by its id
 */
export async function drawBillNumbers(tx: TenantTx, documents: readonly Numbered[]): Promise<Map<string, string>> {
  const { placed, needs } = inSeries(documents.map(({ id, kind, year }) => ({ id, year, ...series[kind] })));
  const rows = await tx.rows<{ id: string; number: string }>(sql`
    with drawn as materialized (
      select code, year, draw_numbers(${tx.ctx.tenantId}::uuid, code, year, amount) as last
      from jsonb_to_recordset(${text(needs)}::jsonb) as s (code text, year integer, amount integer)
    )
    select id, prefix || '-' || year || '-' || lpad((last - "fromLast")::text, 5, '0') as number
    from jsonb_to_recordset(${text(placed)}::jsonb) as g (id uuid, code text, prefix text, year integer, "fromLast" integer)
    join drawn using (code, year)`);
  return new Map(rows.map((row) => [row.id, row.number]));
}

function insertLines(tx: TenantTx, bills: readonly Pick<PreparedBill, 'id' | 'lines'>[]): void {
  const rows = bills.flatMap(({ id, lines }) => lines.map((line, index) => ({ ...line, billId: id, position: index + 1 })));
  tx.tell(sql`
    insert into bill_lines (tenant_id, bill_id, position, product_id, description, quantity, unit_price, discount, is_net_given, tax_ids,
      net_minor, tax_minor, account_id, dimensions)
    select ${tx.ctx.tenantId}::uuid, "billId", position, "productId", description, quantity, "unitPrice", discount, "isNetGiven", "taxIds",
      "netMinor", "taxMinor", "accountId", dimensions
    from jsonb_to_recordset(${text(rows)}::jsonb) as l ("billId" uuid, position integer, "productId" uuid, description text,
      quantity numeric, "unitPrice" numeric, discount numeric, "isNetGiven" boolean, "taxIds" uuid[], "netMinor" bigint, "taxMinor" bigint,
      "accountId" uuid, dimensions jsonb)`);
}

const headOf = ({ lines: _lines, taxes: _taxes, schedule: _schedule, exchangeRate, inBooks, ...head }: BillRow) => ({
  ...head,
  exchangeQuotation: exchangeRate?.quotation,
  exchangeRate: exchangeRate?.rate,
  booksNetMinor: inBooks?.netMinor,
  booksTaxMinor: inBooks?.taxMinor,
  booksGrossMinor: inBooks?.grossMinor,
});

/** Writes bills with their lines. */
export function insertBills(tx: TenantTx, bills: readonly BillRow[]): void {
  const heads = bills.map(headOf);
  tx.tell(sql`
    insert into bills (tenant_id, id, kind, status, number, supplier_id, supplier_number, date, posting_date, due_date, currency, net_minor,
      tax_minor, rounding_minor, gross_minor, withheld_minor, total_minor, open_minor, note, credited_bill_id, payment_terms_id, owner_id, entry_id,
      exchange_quotation, exchange_rate, books_net_minor, books_tax_minor, books_gross_minor, created_at, posted_at)
    select ${tx.ctx.tenantId}::uuid, id, kind, status, number, "supplierId", "supplierNumber", date, "postingDate", "dueDate", currency,
      "netMinor", "taxMinor", "roundingMinor", "grossMinor", "withheldMinor", "totalMinor", "openMinor", note, "creditedBillId",
      "paymentTermsId", "ownerId", "entryId", "exchangeQuotation", "exchangeRate", "booksNetMinor", "booksTaxMinor", "booksGrossMinor", ${tx.ctx.now}::timestamptz, case status when 'posted' then ${tx.ctx.now}::timestamptz end
    from jsonb_to_recordset(${text(heads)}::jsonb) as g (id uuid, kind text, status text, number text, "supplierId" uuid,
      "supplierNumber" text, date date, "postingDate" date, "dueDate" date, currency text, "netMinor" bigint, "taxMinor" bigint,
      "roundingMinor" bigint, "grossMinor" bigint, "withheldMinor" bigint, "totalMinor" bigint, "openMinor" bigint, note text,
      "creditedBillId" uuid, "paymentTermsId" uuid, "ownerId" uuid, "entryId" uuid, "exchangeQuotation" text, "exchangeRate" numeric,
      "booksNetMinor" bigint, "booksTaxMinor" bigint, "booksGrossMinor" bigint)`);
  insertLines(tx, bills);
}

function deleteLines(tx: TenantTx, id: string): void {
  tx.tell(sql`delete from bill_lines where tenant_id = ${tx.ctx.tenantId}::uuid and bill_id = ${id}::uuid`);
}

/** Replaces a draft with its lines. The caller holds the lock and has checked the version. */
export function replaceDraft(tx: TenantTx, draft: PreparedBill): void {
  deleteLines(tx, draft.id);
  tx.tell(sql`
    update bills set kind = ${draft.kind}, supplier_id = ${draft.supplierId}::uuid, supplier_number = ${draft.supplierNumber},
      date = ${draft.date}::date, posting_date = ${draft.postingDate}::date, due_date = ${draft.dueDate}::date, currency = ${draft.currency},
      net_minor = ${draft.netMinor}, tax_minor = ${draft.taxMinor}, rounding_minor = ${draft.roundingMinor}, gross_minor = ${draft.grossMinor},
      withheld_minor = ${draft.withheldMinor}, total_minor = ${draft.totalMinor}, note = ${draft.note},
      credited_bill_id = ${draft.creditedBillId}::uuid, payment_terms_id = ${draft.paymentTermsId}::uuid,
      exchange_quotation = ${draft.exchangeRate?.quotation ?? null}, exchange_rate = ${draft.exchangeRate?.rate ?? null}::numeric, owner_id = ${draft.ownerId}::uuid, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${draft.id}::uuid`);
  insertLines(tx, [draft]);
}

export function deleteDraft(tx: TenantTx, id: string): void {
  deleteLines(tx, id);
  tx.tell(sql`delete from bills where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

/** Turns a draft into a posted document. */
export function markPosted(
  tx: TenantTx,
  posted: Pick<BillRow, 'id' | 'number' | 'openMinor' | 'exchangeRate' | 'inBooks'> & { readonly entryId: string },
): void {
  const { id, number, entryId, openMinor, exchangeRate, inBooks } = posted;
  tx.tell(sql`
    update bills set status = 'posted', number = ${number}, entry_id = ${entryId}::uuid, open_minor = ${openMinor}, version = version + 1,
      exchange_quotation = ${exchangeRate?.quotation ?? null}, exchange_rate = ${exchangeRate?.rate ?? null}::numeric,
      books_net_minor = ${inBooks?.netMinor ?? null}::bigint, books_tax_minor = ${inBooks?.taxMinor ?? null}::bigint,
      books_gross_minor = ${inBooks?.grossMinor ?? null}::bigint, posted_at = ${tx.ctx.now}::timestamptz
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

/** Writes what became of the bills that credit notes take back; what is left open on them follows from their items. */
export function saveCredits(tx: TenantTx, effects: readonly CreditEffect[]): void {
  if (effects.length === 0) return;
  tx.tell(sql`
    update bills as b set status = e.status, version = b.version + 1
    from jsonb_to_recordset(${text(effects)}::jsonb) as e (id uuid, status text)
    where b.tenant_id = ${tx.ctx.tenantId}::uuid and b.id = e.id`);
}
