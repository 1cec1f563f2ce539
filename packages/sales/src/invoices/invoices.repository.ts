import { sql, type TenantTx } from '@atlas/platform';
import type { CreditEffect, PreparedInvoice } from './prepare-invoices.ts';

export type PostedInvoice = PreparedInvoice & { readonly entryId: string; readonly year: number; readonly openMinor: bigint };

const text = (value: unknown): string =>
  JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? item.toString() : item));

const linesOf = (invoices: readonly PreparedInvoice[]) =>
  invoices.flatMap(({ id, lines }) => lines.map((line, index) => ({ ...line, invoiceId: id, position: index + 1 })));

const lineColumns = sql`
  (tenant_id, invoice_id, position, product_id, description, quantity, unit_price, discount, tax_code_id, tax_rate, net_minor, tax_minor, revenue_account_id)`;

const lineRows = (tx: TenantTx, invoices: readonly PreparedInvoice[]) => sql`
  select ${tx.ctx.tenantId}::uuid, "invoiceId", position, "productId", description, quantity, "unitPrice", discount, "taxCodeId", "taxRate",
         "netMinor", "taxMinor", "revenueAccountId"
  from jsonb_to_recordset(${text(linesOf(invoices))}::jsonb) as l (
    "invoiceId" uuid, position integer, "productId" uuid, description text, quantity numeric, "unitPrice" numeric, discount numeric,
    "taxCodeId" uuid, "taxRate" numeric, "netMinor" bigint, "taxMinor" bigint, "revenueAccountId" uuid)`;

/** The place of each document among those of its kind and year, in the order given, and how many of them there are. */
const inSeries = sql`row_number() over (partition by kind, year order by ordinal) as nth, count(*) over (partition by kind, year) as amount`;

/** @param last the last number drawn for the documents of a series */
const numberOf = sql`case kind when 'invoice' then 'INV-' else 'CRN-' end || year || '-' || lpad((last - amount + nth)::text, 5, '0')`;

/**
 * Draws the numbers of documents without gaps by kind and fiscal year, in the order given. A statement of its own before
 * all others that write, so that the answer is made up while they run: the series are locked until COMMIT.
 *
 * @returns the number of each document by its id
 */
export async function drawInvoiceNumbers(
  tx: TenantTx,
  documents: readonly { id: string; kind: string; year: number }[],
): Promise<Map<string, string>> {
  const given = documents.map(({ id, kind, year }, ordinal) => ({ id, kind, year, ordinal }));
  const rows = await tx.rows<{ id: string; number: string }>(sql`
    with given as (
      select g.*, ${inSeries} from jsonb_to_recordset(${text(given)}::jsonb) as g (id uuid, kind text, year integer, ordinal integer)
    ), drawn as materialized (
      select kind, year, draw_numbers(${tx.ctx.tenantId}::uuid, kind, year, amount) as last
      from (select distinct kind, year, amount from given order by kind, year) as series
    )
    select id, ${numberOf} as number from given join drawn using (kind, year)`);
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** Writes posted invoices with their lines in one statement, with the numbers that were just drawn for them. */
export function insertPostedInvoices(tx: TenantTx, invoices: readonly PostedInvoice[]): void {
  const heads = invoices.map(({ lines: _lines, ...head }, ordinal) => ({ ...head, ordinal }));
  tx.tell(sql`
    with given as (
      select g.*, ${inSeries}
      from jsonb_to_recordset(${text(heads)}::jsonb) as g (
        id uuid, ordinal integer, kind text, year integer, reference text, "customerId" uuid, date date, "dueDate" date, currency text,
        "netMinor" bigint, "taxMinor" bigint, "grossMinor" bigint, "openMinor" bigint, "shipCountry" text, note text,
        "creditedInvoiceId" uuid, "ownerId" uuid, "entryId" uuid)
    ), posted as (
      insert into invoices (tenant_id, id, kind, status, number, reference, customer_id, date, due_date, currency, net_minor, tax_minor,
        gross_minor, open_minor, ship_country, note, credited_invoice_id, owner_id, entry_id, created_at, posted_at)
      select ${tx.ctx.tenantId}::uuid, id, kind, 'posted', ${numberOf},
        reference, "customerId", date, "dueDate", currency, "netMinor", "taxMinor", "grossMinor", "openMinor", "shipCountry", note,
        "creditedInvoiceId", "ownerId", "entryId", ${tx.ctx.now}::timestamptz, ${tx.ctx.now}::timestamptz
      from given join (
        select code as kind, year, last_number as last from number_series where tenant_id = ${tx.ctx.tenantId}::uuid
      ) as drawn using (kind, year) order by ordinal
    )
    insert into invoice_lines ${lineColumns} ${lineRows(tx, invoices)}`);
}

/** Writes a draft with its lines. */
export async function insertDraft(tx: TenantTx, draft: PreparedInvoice): Promise<void> {
  await tx.rows(sql`
    with head as (
      insert into invoices (tenant_id, id, kind, status, reference, customer_id, date, due_date, currency, net_minor, tax_minor, gross_minor,
        open_minor, ship_country, note, credited_invoice_id, owner_id, created_at)
      values (${tx.ctx.tenantId}::uuid, ${draft.id}::uuid, ${draft.kind}, 'draft', ${draft.reference}, ${draft.customerId}::uuid,
        ${draft.date}::date, ${draft.dueDate}::date, ${draft.currency}, ${draft.netMinor}, ${draft.taxMinor}, ${draft.grossMinor}, 0,
        ${draft.shipCountry}, ${draft.note}, ${draft.creditedInvoiceId}::uuid, ${draft.ownerId}::uuid, ${tx.ctx.now}::timestamptz)
    )
    insert into invoice_lines ${lineColumns} ${lineRows(tx, [draft])}`);
}

/** Replaces a draft and its lines. The caller holds the lock and has checked the version. */
export async function replaceDraft(tx: TenantTx, id: string, draft: PreparedInvoice): Promise<void> {
  const key = sql`tenant_id = ${tx.ctx.tenantId}::uuid`;
  await Promise.all([
    tx.rows(sql`delete from invoice_lines where ${key} and invoice_id = ${id}::uuid`),
    tx.rows(sql`
      update invoices set kind = ${draft.kind}, reference = ${draft.reference}, customer_id = ${draft.customerId}::uuid, date = ${draft.date}::date,
        due_date = ${draft.dueDate}::date, currency = ${draft.currency}, net_minor = ${draft.netMinor}, tax_minor = ${draft.taxMinor},
        gross_minor = ${draft.grossMinor}, ship_country = ${draft.shipCountry}, note = ${draft.note},
        credited_invoice_id = ${draft.creditedInvoiceId}::uuid, owner_id = ${draft.ownerId}::uuid, version = version + 1
      where ${key} and id = ${id}::uuid`),
    tx.rows(sql`insert into invoice_lines ${lineColumns} ${lineRows(tx, [{ ...draft, id }])}`),
  ]);
}

export async function deleteDraft(tx: TenantTx, id: string): Promise<void> {
  const key = sql`tenant_id = ${tx.ctx.tenantId}::uuid`;
  await Promise.all([
    tx.rows(sql`delete from invoice_lines where ${key} and invoice_id = ${id}::uuid`),
    tx.rows(sql`delete from invoices where ${key} and id = ${id}::uuid`),
  ]);
}

/** Turns a draft into a posted document and gives it its number. */
export function markPosted(
  tx: TenantTx,
  draft: { id: string; kind: string; entryId: string; year: number; openMinor: bigint },
): void {
  const prefix = draft.kind === 'invoice' ? 'INV' : 'CRN';
  tx.tell(sql`
    update invoices set status = 'posted', entry_id = ${draft.entryId}::uuid, open_minor = ${draft.openMinor}, version = version + 1,
      posted_at = ${tx.ctx.now}::timestamptz,
      number = ${prefix} || '-' || ${draft.year}::text || '-' ||
        lpad(draw_numbers(${tx.ctx.tenantId}::uuid, ${draft.kind}, ${draft.year}::integer, 1)::text, 5, '0')
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${draft.id}::uuid`);
}

/** Writes what credit notes leave open on the invoices they take back. */
export function saveCredits(tx: TenantTx, effects: readonly CreditEffect[]): void {
  if (effects.length === 0) return;
  tx.tell(sql`
    update invoices as i set open_minor = e."openMinor", status = e.status, version = i.version + 1
    from jsonb_to_recordset(${text(effects)}::jsonb) as e (id uuid, "openMinor" bigint, status text)
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
