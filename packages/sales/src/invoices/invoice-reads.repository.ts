import type { Page } from '@atlas/contract';
import { type MoneyJson, moneyJson } from '@atlas/kernel';
import { containing, readPage, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { KeptCharge } from '../contract/charges.ts';
import type { invoice, invoiceLine, invoiceSummary, listInvoices } from '../contract/invoices.ts';
import { chargesOfRows } from './charge-lines.ts';
import { rateColumn } from './terms.repository.ts';

export type Invoice = z.output<typeof invoice>;
/** An invoice without its taxes, which are kept elsewhere. */
type InvoiceRow = Omit<Invoice, 'taxes'>;
type InvoiceSummary = z.output<typeof invoiceSummary>;
type InvoiceLine = z.output<typeof invoiceLine>;
type Minor = { netMinor: bigint; taxMinor: bigint; grossMinor: bigint; openMinor: bigint; currency: string };
type Kept = {
  withheldMinor: bigint;
  books: string | null;
  booksNetMinor: bigint | null;
  booksTaxMinor: bigint | null;
  booksGrossMinor: bigint | null;
};
type SummaryRow = Omit<InvoiceSummary, 'net' | 'tax' | 'gross' | 'open'> & Minor;
type DetailRow = Omit<
  InvoiceRow,
  'net' | 'tax' | 'gross' | 'open' | 'withheld' | 'payable' | 'lines' | 'charges' | 'creditNotes' | 'inBooks'
> &
  Minor &
  Kept;
type LineRow = Omit<InvoiceLine, 'net' | 'tax'> & { netMinor: bigint; taxMinor: bigint; charge: KeptCharge | null };

const summaryColumns = sql`
  i.id, i.kind, i.status, i.number, i.reference, i.customer_id as "customerId", c.name as "customerName", i.date, i.due_date as "dueDate",
  i.currency, i.net_minor as "netMinor", i.tax_minor as "taxMinor", i.gross_minor as "grossMinor", i.open_minor as "openMinor",
  i.owner_id as "ownerId", i.version`;

const source = sql`from invoices as i join parties as c on c.tenant_id = i.tenant_id and c.id = i.customer_id`;

const amounts = ({
  netMinor,
  taxMinor,
  grossMinor,
  openMinor,
  currency,
}: Minor): Record<'net' | 'tax' | 'gross' | 'open', MoneyJson> => ({
  net: moneyJson(netMinor, currency),
  tax: moneyJson(taxMinor, currency),
  gross: moneyJson(grossMinor, currency),
  open: moneyJson(openMinor, currency),
});

type Figures = { readonly netMinor: bigint; readonly taxMinor: bigint; readonly grossMinor: bigint };

/** What a document comes to in the books, as the API tells it. */
export const inBooksJson = ({ netMinor, taxMinor, grossMinor }: Figures, books: string) => ({
  net: moneyJson(netMinor, books),
  tax: moneyJson(taxMinor, books),
  gross: moneyJson(grossMinor, books),
});

function inBooksOf(row: DetailRow): InvoiceRow['inBooks'] {
  const { books, currency, booksNetMinor: netMinor, booksTaxMinor: taxMinor, booksGrossMinor: grossMinor } = row;
  if (books === null || books === currency) return inBooksJson(row, currency);
  return netMinor === null || taxMinor === null || grossMinor === null
    ? null
    : inBooksJson({ netMinor, taxMinor, grossMinor }, books);
}

function withoutAmounts(head: DetailRow) {
  const { netMinor: _net, taxMinor: _tax, grossMinor: _gross, openMinor: _open, withheldMinor: _withheld, ...kept } = head;
  const { books: _books, booksNetMinor: _booksNet, booksTaxMinor: _booksTax, booksGrossMinor: _booksGross, ...rest } = kept;
  return rest;
}

/**
 * An invoice with its lines, or null; locked until the end of the transaction when asked. The lock is a statement of its
 * own, because one that waits for a lock and joins would look for the old customer of an invoice that has a new one.
 */
export async function loadInvoiceRow(tx: TenantTx, id: string, lock = false): Promise<InvoiceRow | null> {
  const locked = sql`select from invoices where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`;
  const [, heads, lines, creditNotes] = await Promise.all([
    lock ? tx.rows(locked) : null,
    tx.rows<DetailRow>(sql`
      select ${summaryColumns}, c.code as "customerCode", i.ship_country as "shipCountry", i.note, i.credited_invoice_id as "creditedInvoiceId",
             i.payment_terms_id as "paymentTermsId",
             i.entry_id as "entryId", i.posted_at as "postedAt", i.withheld_minor as "withheldMinor", ${rateColumn},
             (select base_currency from companies as b where b.tenant_id = i.tenant_id) as books, i.books_net_minor as "booksNetMinor",
             i.books_tax_minor as "booksTaxMinor", i.books_gross_minor as "booksGrossMinor"
      ${source} where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.id = ${id}::uuid`),
    tx.rows<LineRow>(sql`
      select l.position, l.product_id as "productId", p.code as "productCode", l.description, trim_scale(l.quantity)::text as quantity, u.code as unit,
             trim_scale(l.unit_price)::text as "unitPrice", trim_scale(l.discount)::text as discount, l.tax_code_id as "taxCodeId",
             coalesce(l.tax_ids, array_remove(array[l.tax_code_id], null))::text[] as "taxIds",
             trim_scale(l.tax_rate)::text as "taxRate", l.revenue_account_id as "revenueAccountId", l.dimensions, l.net_minor as "netMinor", l.tax_minor as "taxMinor", l.charge
      from invoice_lines as l left join products as p on p.tenant_id = l.tenant_id and p.id = l.product_id
        left join units as u on u.tenant_id = p.tenant_id and u.id = p.unit_id
      where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.invoice_id = ${id}::uuid order by l.position`),
    tx.rows<Invoice['creditNotes'][number]>(sql`
      select id, number from invoices
      where tenant_id = ${tx.ctx.tenantId}::uuid and credited_invoice_id = ${id}::uuid and number is not null order by number`),
  ]);
  const [head] = heads;
  if (!head) return null;
  const rest = { ...withoutAmounts(head), inBooks: inBooksOf(head) };
  const { withheldMinor } = head;
  const detail = lines
    .filter(({ charge }) => charge === null)
    .map(({ netMinor, taxMinor, charge: _none, ...line }) => ({
      ...line,
      net: moneyJson(netMinor, head.currency),
      tax: moneyJson(taxMinor, head.currency),
    }));
  const paid = {
    withheld: moneyJson(withheldMinor, head.currency),
    payable: moneyJson(head.grossMinor - withheldMinor, head.currency),
  };
  return { ...rest, ...amounts(head), ...paid, lines: detail, charges: chargesOfRows(lines, head.currency), creditNotes };
}

type Filter = z.output<typeof listInvoices.input>;

const sortColumns = {
  date: { column: sql`i.date`, type: 'date' },
  number: { column: sql`coalesce(i.number, '')`, type: 'text' },
  gross: { column: sql`i.gross_minor`, type: 'bigint' },
  customer: { column: sql`c.name collate "und-x-icu"`, type: 'text' },
} as const;

function conditions(tx: TenantTx, input: Filter): (Sql | null)[] {
  const pattern = input.q && containing(input.q);
  return [
    sql`i.tenant_id = ${tx.ctx.tenantId}::uuid`,
    input.kind ? sql`i.kind = ${input.kind}` : null,
    input.status ? sql`i.status = ${input.status}` : null,
    input.customerId ? sql`i.customer_id = ${input.customerId}::uuid` : null,
    input.ownerId ? sql`i.owner_id = ${input.ownerId}::uuid` : null,
    input.open === undefined ? null : input.open ? sql`i.open_minor <> 0` : sql`i.open_minor = 0`,
    input.from ? sql`i.date >= ${input.from}::date` : null,
    input.to ? sql`i.date <= ${input.to}::date` : null,
    pattern ? sql`(i.number ilike ${pattern} or i.reference ilike ${pattern} or c.name ilike ${pattern})` : null,
  ];
}

export async function pageOfInvoices(tx: TenantTx, input: Filter): Promise<Page<InvoiceSummary>> {
  const name = (input.sort.startsWith('-') ? input.sort.slice(1) : input.sort) as keyof typeof sortColumns;
  const { items, nextCursor } = await readPage<SummaryRow, keyof typeof sortColumns>(tx, {
    select: sql`select ${summaryColumns}, ${sortColumns[name].column} as "sortValue" ${source}`,
    where: conditions(tx, input),
    id: sql`i.id`,
    sorts: sortColumns,
    sort: input.sort,
    limit: input.limit,
    cursor: input.cursor,
  });
  return { nextCursor, items: items.map((row) => ({ ...row, ...amounts(row) })) };
}
