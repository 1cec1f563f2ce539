import { moneyJson } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { bill } from '../contract/bills.ts';
import { amountsOf, billSource, type SummaryMinor, summaryColumns } from './bill-pages.repository.ts';
import { rateColumn } from './credited-bills.repository.ts';

export type Bill = z.output<typeof bill>;
/** A bill without the taxes that are kept for it elsewhere. */
export type Untaxed = Omit<Bill, 'taxes'>;
type InBooksMinor = {
  books: string | null;
  booksNetMinor: bigint | null;
  booksTaxMinor: bigint | null;
  booksGrossMinor: bigint | null;
};
type HeadMinor = SummaryMinor & InBooksMinor & { roundingMinor: bigint; withheldMinor: bigint; totalMinor: bigint | null };
type Computed =
  | 'net'
  | 'tax'
  | 'gross'
  | 'open'
  | 'inBooks'
  | 'rounding'
  | 'withheld'
  | 'total'
  | 'lines'
  | 'taxes'
  | 'creditNotes';
type HeadRow = Omit<Bill, Computed> & HeadMinor;
type LineRow = Omit<Bill['lines'][number], 'net' | 'tax'> & { netMinor: bigint; taxMinor: bigint };

type Figures = { readonly netMinor: bigint; readonly taxMinor: bigint; readonly grossMinor: bigint };

/** What a document comes to in the books, as the API tells it. */
export const inBooksJson = ({ netMinor, taxMinor, grossMinor }: Figures, books: string) => ({
  net: moneyJson(netMinor, books),
  tax: moneyJson(taxMinor, books),
  gross: moneyJson(grossMinor, books),
});

function inBooksOf(row: HeadRow): Bill['inBooks'] {
  const { books, currency, grossMinor: gross, taxMinor: tax } = row;
  const { booksNetMinor: netMinor, booksTaxMinor: taxMinor, booksGrossMinor: grossMinor } = row;
  if (books === null || books === currency)
    return inBooksJson({ netMinor: gross - tax, taxMinor: tax, grossMinor: gross }, currency);
  if (netMinor === null || taxMinor === null || grossMinor === null) return null;
  return inBooksJson({ netMinor, taxMinor, grossMinor }, books);
}

function headJson(row: HeadRow): Omit<Bill, 'lines' | 'taxes' | 'creditNotes'> {
  const { netMinor: _net, taxMinor: _tax, grossMinor: _gross, openMinor: _open, ...more } = row;
  const { books: _books, booksNetMinor: _booksNet, booksTaxMinor: _booksTax, booksGrossMinor: _booksGross, ...said } = more;
  const { roundingMinor, withheldMinor, totalMinor, ...head } = said;
  return {
    ...head,
    ...amountsOf(row),
    inBooks: inBooksOf(row),
    rounding: moneyJson(roundingMinor, row.currency),
    withheld: moneyJson(withheldMinor, row.currency),
    total: totalMinor === null ? null : moneyJson(totalMinor, row.currency),
  };
}

/**
 * A bill with its lines, or null; locked until the end of the transaction when asked. The lock is a statement of its own,
 * because one that waits for a lock and joins would look for the old supplier of a bill that has a new one.
 */
export async function loadUntaxed(tx: TenantTx, id: string, lock: boolean): Promise<Untaxed | null> {
  const { tenantId } = tx.ctx;
  const mine = sql`tenant_id = ${tenantId}::uuid`;
  const [, heads, lines, creditNotes] = await Promise.all([
    lock ? tx.rows(sql`select from bills where ${mine} and id = ${id}::uuid for update`) : null,
    tx.rows<HeadRow>(sql`
      select ${summaryColumns}, s.code as "supplierCode", b.rounding_minor as "roundingMinor", b.withheld_minor as "withheldMinor",
             b.total_minor as "totalMinor", b.note, b.credited_bill_id as "creditedBillId", b.payment_terms_id as "paymentTermsId", ${rateColumn},
             (select base_currency from companies as c where c.tenant_id = b.tenant_id) as books, b.books_net_minor as "booksNetMinor",
             b.books_tax_minor as "booksTaxMinor", b.books_gross_minor as "booksGrossMinor", b.entry_id as "entryId", b.posted_at as "postedAt"
      ${billSource} where b.tenant_id = ${tenantId}::uuid and b.id = ${id}::uuid`),
    tx.rows<LineRow>(sql`
      select l.position, l.product_id as "productId", p.code as "productCode", l.description, trim_scale(l.quantity)::text as quantity,
             trim_scale(l.unit_price)::text as "unitPrice", trim_scale(l.discount)::text as discount, l.is_net_given as "isNetGiven",
             l.tax_ids as "taxIds", l.account_id as "accountId", a.code as "accountCode", l.dimensions, l.net_minor as "netMinor", l.tax_minor as "taxMinor"
      from bill_lines as l
      join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id
      left join products as p on p.tenant_id = l.tenant_id and p.id = l.product_id
      where l.tenant_id = ${tenantId}::uuid and l.bill_id = ${id}::uuid order by l.position`),
    tx.rows<Bill['creditNotes'][number]>(sql`
      select id, number from bills where ${mine} and credited_bill_id = ${id}::uuid and number is not null order by number`),
  ]);
  const [head] = heads;
  if (!head) return null;
  const json = (minor: bigint) => moneyJson(minor, head.currency);
  return {
    ...headJson(head),
    lines: lines.map(({ netMinor, taxMinor, ...line }) => ({ ...line, net: json(netMinor), tax: json(taxMinor) })),
    creditNotes,
  };
}
