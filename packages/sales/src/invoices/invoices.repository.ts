import { inSeries } from '@atlas/kernel';
import { type Sql, sql, type TenantTx } from '@atlas/platform';
import type { CreditEffect, PreparedInvoice, RatedInvoice } from './prepare-invoices.ts';

export type PostedInvoice = RatedInvoice & { readonly entryId: string; readonly year: number; readonly openMinor: bigint };

const text = (value: unknown): string =>
  JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? item.toString() : item));

const linesOf = (invoices: readonly PreparedInvoice[]) =>
  invoices.flatMap(({ id, lines }) => lines.map((line, index) => ({ ...line, invoiceId: id, position: index + 1 })));

const lineColumns = sql`
  (tenant_id, invoice_id, position, product_id, description, quantity, unit_price, discount, tax_code_id, tax_ids, tax_rate, net_minor, tax_minor, revenue_account_id, dimensions, charge)`;

const lineRows = (tx: TenantTx, invoices: readonly PreparedInvoice[]) => sql`
  select ${tx.ctx.tenantId}::uuid, "invoiceId", position, "productId", description, quantity, "unitPrice", discount, "taxCodeId", "taxIds", "taxRate",
         "netMinor", "taxMinor", "revenueAccountId", dimensions, charge
  from jsonb_to_recordset(${text(linesOf(invoices))}::jsonb) as l (
    "invoiceId" uuid, position integer, "productId" uuid, description text, quantity numeric, "unitPrice" numeric, discount numeric,
    "taxCodeId" uuid, "taxIds" uuid[], "taxRate" numeric, "netMinor" bigint, "taxMinor" bigint, "revenueAccountId" uuid, dimensions jsonb,
    charge jsonb)`;

/** @param last the last number drawn for the documents of a series */
const numberOf = sql`case kind when 'invoice' then 'INV-' else 'CRN-' end || year || '-' || lpad((last - "fromLast")::text, 5, '0')`;

type Numbered = { readonly kind: string; readonly year: number };

const placedIn = <T extends Numbered>(documents: readonly T[]) =>
  inSeries(documents.map((document) => ({ ...document, code: document.kind })));

/**
 * Draws the numbers of documents without gaps by kind and fiscal year, in the order given. A statement of its own before
 * all others that write, so that the answer is made up while they run, and the series are locked until COMMIT before that of the
 * journal (packages/docs/adr/0023).
 *
 * @returns the number of each document by its id
 */
export async function drawInvoiceNumbers(
  tx: TenantTx,
  documents: readonly { id: string; kind: string; year: number }[],
): Promise<Map<string, string>> {
  const { placed, needs } = placedIn(documents.map(({ id, kind, year }) => ({ id, kind, year })));
  const rows = await tx.rows<{ id: string; number: string }>(sql`
    with drawn as materialized (
      select code as kind, year, draw_numbers(${tx.ctx.tenantId}::uuid, code, year, amount) as last
      from jsonb_to_recordset(${text(needs)}::jsonb) as s (code text, year integer, amount integer)
    )
    select id, ${numberOf} as number
    from jsonb_to_recordset(${text(placed)}::jsonb) as g (id uuid, kind text, year integer, "fromLast" integer) join drawn using (kind, year)`);
  return new Map(rows.map((row) => [row.id, row.number]));
}

const headOf = ({ lines: _lines, taxes: _taxes, schedule: _schedule, exchangeRate, inBooks, ...head }: PostedInvoice) => ({
  ...head,
  exchangeQuotation: exchangeRate?.quotation,
  exchangeRate: exchangeRate?.rate,
  booksNetMinor: inBooks?.netMinor,
  booksTaxMinor: inBooks?.taxMinor,
  booksGrossMinor: inBooks?.grossMinor,
});

/**
 * Writes posted invoices with their lines and taxes in one statement, with the numbers that were just drawn for them.
 *
 * @param taxes the statement that keeps their taxes
 */
export function insertPostedInvoices(tx: TenantTx, invoices: readonly PostedInvoice[], taxes: Sql): void {
  const { placed } = placedIn(invoices.map(headOf));
  tx.tell(sql`
    with posted as (
      insert into invoices (tenant_id, id, kind, status, number, reference, customer_id, date, due_date, currency, net_minor, tax_minor,
        gross_minor, withheld_minor, open_minor, ship_country, note, credited_invoice_id, payment_terms_id, owner_id, entry_id,
        exchange_quotation, exchange_rate, books_net_minor, books_tax_minor, books_gross_minor, created_at, posted_at)
      select ${tx.ctx.tenantId}::uuid, id, kind, 'posted', ${numberOf},
        reference, "customerId", date, "dueDate", currency, "netMinor", "taxMinor", "grossMinor", "withheldMinor", "openMinor",
        "shipCountry", note,
        "creditedInvoiceId", "paymentTermsId", "ownerId", "entryId", "exchangeQuotation", "exchangeRate", "booksNetMinor", "booksTaxMinor", "booksGrossMinor",
        ${tx.ctx.now}::timestamptz, ${tx.ctx.now}::timestamptz
      from jsonb_to_recordset(${text(placed)}::jsonb) as g (
        id uuid, "fromLast" integer, kind text, year integer, reference text, "customerId" uuid, date date, "dueDate" date, currency text,
        "netMinor" bigint, "taxMinor" bigint, "grossMinor" bigint, "withheldMinor" bigint, "openMinor" bigint, "shipCountry" text, note text,
        "creditedInvoiceId" uuid, "paymentTermsId" uuid, "ownerId" uuid, "entryId" uuid, "exchangeQuotation" text, "exchangeRate" numeric,
        "booksNetMinor" bigint, "booksTaxMinor" bigint, "booksGrossMinor" bigint)
      join (
        select code as kind, year, last_number as last from number_series where tenant_id = ${tx.ctx.tenantId}::uuid
      ) as drawn using (kind, year)
    ), taxed as (${taxes})
    insert into invoice_lines ${lineColumns} ${lineRows(tx, invoices)}`);
}

/** Writes a draft with its lines. @param taxes the statement that keeps its taxes */
export async function insertDraft(tx: TenantTx, draft: PreparedInvoice, taxes: Sql): Promise<void> {
  await tx.rows(sql`
    with head as (
      insert into invoices (tenant_id, id, kind, status, reference, customer_id, date, due_date, currency, net_minor, tax_minor, gross_minor,
        withheld_minor, open_minor, ship_country, note, credited_invoice_id, payment_terms_id, owner_id, exchange_quotation, exchange_rate, created_at)
      values (${tx.ctx.tenantId}::uuid, ${draft.id}::uuid, ${draft.kind}, 'draft', ${draft.reference}, ${draft.customerId}::uuid,
        ${draft.date}::date, ${draft.dueDate}::date, ${draft.currency}, ${draft.netMinor}, ${draft.taxMinor}, ${draft.grossMinor},
        ${draft.withheldMinor}, 0,
        ${draft.shipCountry}, ${draft.note}, ${draft.creditedInvoiceId}::uuid, ${draft.paymentTermsId}::uuid, ${draft.ownerId}::uuid,
        ${draft.exchangeRate?.quotation ?? null}, ${draft.exchangeRate?.rate ?? null}::numeric, ${tx.ctx.now}::timestamptz)
    ), taxed as (${taxes})
    insert into invoice_lines ${lineColumns} ${lineRows(tx, [draft])}`);
}

/** What becomes of the taxes of a draft: the statements that forget the old ones and keep the new. */
export type TaxesOfDraft = { readonly forget: Sql; readonly keep: Sql };

/** Replaces a draft and its lines. The caller holds the lock and has checked the version. */
export async function replaceDraft(tx: TenantTx, draft: PreparedInvoice, taxes: TaxesOfDraft): Promise<void> {
  const { id } = draft;
  const key = sql`tenant_id = ${tx.ctx.tenantId}::uuid`;
  await Promise.all([
    tx.rows(taxes.forget),
    tx.rows(sql`delete from invoice_lines where ${key} and invoice_id = ${id}::uuid`),
    tx.rows(sql`
      update invoices set kind = ${draft.kind}, reference = ${draft.reference}, customer_id = ${draft.customerId}::uuid, date = ${draft.date}::date,
        due_date = ${draft.dueDate}::date, currency = ${draft.currency}, net_minor = ${draft.netMinor}, tax_minor = ${draft.taxMinor},
        gross_minor = ${draft.grossMinor}, withheld_minor = ${draft.withheldMinor}, ship_country = ${draft.shipCountry}, note = ${draft.note},
        credited_invoice_id = ${draft.creditedInvoiceId}::uuid, payment_terms_id = ${draft.paymentTermsId}::uuid, owner_id = ${draft.ownerId}::uuid,
        exchange_quotation = ${draft.exchangeRate?.quotation ?? null}, exchange_rate = ${draft.exchangeRate?.rate ?? null}::numeric, version = version + 1
      where ${key} and id = ${id}::uuid`),
    tx.rows(sql`with taxed as (${taxes.keep}) insert into invoice_lines ${lineColumns} ${lineRows(tx, [draft])}`),
  ]);
}

/** @param forget the statement that forgets its taxes */
export async function deleteDraft(tx: TenantTx, id: string, forget: Sql): Promise<void> {
  const key = sql`tenant_id = ${tx.ctx.tenantId}::uuid`;
  await Promise.all([
    tx.rows(forget),
    tx.rows(sql`delete from invoice_lines where ${key} and invoice_id = ${id}::uuid`),
    tx.rows(sql`delete from invoices where ${key} and id = ${id}::uuid`),
  ]);
}

type PostedHead = Pick<RatedInvoice, 'id' | 'kind' | 'exchangeRate' | 'inBooks'> & {
  readonly entryId: string;
  readonly year: number;
  readonly openMinor: bigint;
};

/**
 * Turns a draft into a posted document, with the number that was just drawn for it.
 *
 * @param taxes the statement that puts its taxes into the books
 */
export function markPosted(tx: TenantTx, draft: PostedHead, taxes: Sql): void {
  tx.tell(sql`
    with taxed as (${taxes})
    update invoices set status = 'posted', entry_id = ${draft.entryId}::uuid, open_minor = ${draft.openMinor}, version = version + 1,
      exchange_quotation = ${draft.exchangeRate?.quotation ?? null}, exchange_rate = ${draft.exchangeRate?.rate ?? null}::numeric,
      books_net_minor = ${draft.inBooks?.netMinor ?? null}::bigint, books_tax_minor = ${draft.inBooks?.taxMinor ?? null}::bigint,
      books_gross_minor = ${draft.inBooks?.grossMinor ?? null}::bigint, posted_at = ${tx.ctx.now}::timestamptz,
      number = (
        select ${numberOf} from (select code as kind, year, last_number as last, 0 as "fromLast" from number_series
          where tenant_id = ${tx.ctx.tenantId}::uuid and code = ${draft.kind} and year = ${draft.year}::integer) as drawn)
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${draft.id}::uuid`);
}

/** Writes what became of the invoices that credit notes take back; what is left open on them follows from their items. */
export function saveCredits(tx: TenantTx, effects: readonly CreditEffect[]): void {
  if (effects.length === 0) return;
  tx.tell(sql`
    update invoices as i set status = e.status, version = i.version + 1
    from jsonb_to_recordset(${text(effects)}::jsonb) as e (id uuid, status text)
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.id = e.id`);
}

/** How a document of a former system is known again. */
export const referenceKey = (kind: string, reference: string | undefined): string => `${kind} ${reference ?? ''}`;

/** Documents by {@link referenceKey}: which of them exist. */
export async function documentsByReference(tx: TenantTx, references: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; kind: string; reference: string }>(sql`
    select id, kind, reference from invoices
    where tenant_id = ${tx.ctx.tenantId}::uuid and kind in ('invoice', 'credit_note') and reference = any(${references}::text[])`);
  return new Map(rows.map((row) => [referenceKey(row.kind, row.reference), row.id]));
}
