import type { Page } from '@atlas/contract';
import { readPage, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { TaxOperation } from '../domain/tax.ts';

export type Period = { readonly from: string; readonly to: string };

/** Which entries count, by the column that names an entry. */
type Counted = (entryId: Sql) => Sql;

const inPeriod = (tx: TenantTx, { from, to }: Period, counts: Counted): Sql =>
  sql`d.tenant_id = ${tx.ctx.tenantId}::uuid and d.entry_id is not null and d.date between ${from}::date and ${to}::date${counts(sql`d.entry_id`)}`;

export type ReportRow = {
  readonly taxId: string;
  readonly code: string;
  readonly name: string;
  readonly operation: TaxOperation;
  readonly direction: 'sale' | 'purchase';
  readonly baseMinor: string;
  readonly amountMinor: string;
  readonly documentCount: number;
};

/** What each tax came to on the documents of a period, in the currency of the books. */
export const sumsByTax = (tx: TenantTx, period: Period, counts: Counted): Promise<ReportRow[]> =>
  tx.rows<ReportRow>(sql`
    select t.id as "taxId", t.code, t.name, t.operation, d.direction, sum(d.books_base_minor)::text as "baseMinor",
      sum(d.books_amount_minor)::text as "amountMinor", count(*)::integer as "documentCount"
    from document_taxes as d join taxes as t on t.tenant_id = d.tenant_id and t.id = d.tax_id
    where ${inPeriod(tx, period, counts)} group by t.tenant_id, t.id, d.direction order by d.direction desc, t.code`);

/** What documents posted to accounts for their taxes, credits less debits: we owe what we sell with and claim what we buy with. */
const postedByDocuments = (tx: TenantTx, period: Period, counts: Counted): Sql => sql`
  select case side when 1 then d.account_id else d.contra_account_id end as account_id, d.entry_id, d.date,
    side * d.books_amount_minor * case when (d.direction = 'sale') <> (t.operation = 'withholding') then 1 else -1 end as minor
  from document_taxes as d join taxes as t on t.tenant_id = d.tenant_id and t.id = d.tax_id
  join (values (1), (-1)) as sides (side) on case side when 1 then d.account_id else d.contra_account_id end is not null
  where ${inPeriod(tx, period, counts)}`;

export type AccountRow = {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly documentsMinor: string;
  readonly ledgerMinor: string;
};

/** The accounts of taxes: those with the roles, those that taxes name, and those that documents of the period posted to. */
export const sumsByAccount = (tx: TenantTx, period: Period, counts: Counted): Promise<AccountRow[]> =>
  tx.rows<AccountRow>(sql`
    with posted as (
      select account_id, sum(minor) as minor from (${postedByDocuments(tx, period, counts)}) as p group by account_id
    ), named as (
      select id as account_id from ledger_accounts where tenant_id = ${tx.ctx.tenantId}::uuid and role in ('output_tax', 'input_tax')
      union select sales_account_id from taxes where tenant_id = ${tx.ctx.tenantId}::uuid and sales_account_id is not null
      union select purchase_account_id from taxes where tenant_id = ${tx.ctx.tenantId}::uuid and purchase_account_id is not null
      union select account_id from posted
    )
    select a.id as "accountId", a.code, a.name, coalesce(posted.minor, 0)::text as "documentsMinor", coalesce(moved.minor, 0)::text as "ledgerMinor"
    from named join ledger_accounts as a on a.tenant_id = ${tx.ctx.tenantId}::uuid and a.id = named.account_id
    left join posted on posted.account_id = a.id
    left join lateral (
      select -sum(l.amount_minor) as minor from journal_lines as l
      where l.tenant_id = a.tenant_id and l.account_id = a.id and l.date between ${period.from}::date and ${period.to}::date${counts(sql`l.entry_id`)}
    ) as moved on true
    order by a.code`);

/** Code and name of an account, as the report of its differences is called. */
export async function loadTaxAccount(tx: TenantTx, id: string): Promise<{ code: string; name: string } | null> {
  const [row] = await tx.rows<{ code: string; name: string }>(sql`
    select code, name from ledger_accounts where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
  return row ?? null;
}

type Paging = { readonly limit: number; readonly cursor?: string | undefined };
type SourceRow = {
  readonly id: string;
  readonly sourceKind: string;
  readonly sourceId: string | null;
  readonly entryId: string;
  readonly number: string;
  readonly description: string;
  readonly date: string;
};

const newestFirst = { sorts: { date: { column: sql`x.date`, type: 'date' as const } }, sort: '-date' as const };

export type TaxedDocumentRow = SourceRow & { readonly baseMinor: bigint; readonly amountMinor: bigint };

export const documentsOfTax = (
  tx: TenantTx,
  { taxId, direction, limit, cursor, ...period }: Period & Paging & { taxId: string; direction: string },
  counts: Counted,
): Promise<Page<TaxedDocumentRow>> =>
  readPage<TaxedDocumentRow, 'date'>(tx, {
    select: sql`select x.*, x.date as "sortValue" from (
      select d.source_id as id, d.source_kind as "sourceKind", d.source_id as "sourceId", d.entry_id as "entryId", e.number, e.description, d.date,
        d.books_base_minor as "baseMinor", d.books_amount_minor as "amountMinor"
      from document_taxes as d join journal_entries as e on e.tenant_id = d.tenant_id and e.id = d.entry_id
      where ${inPeriod(tx, period, counts)} and d.tax_id = ${taxId}::uuid and d.direction = ${direction}) as x`,
    where: [],
    id: sql`x.id`,
    ...newestFirst,
    limit,
    cursor,
  });

export type DifferenceRow = SourceRow & { readonly documentsMinor: string; readonly ledgerMinor: string };

export const differencesOfAccount = (
  tx: TenantTx,
  { accountId, limit, cursor, ...period }: Period & Paging & { accountId: string },
  counts: Counted,
): Promise<Page<DifferenceRow>> =>
  readPage<DifferenceRow, 'date'>(tx, {
    select: sql`select x.*, x.date as "sortValue" from (
      select e.id, e.id as "entryId", e.number, e.description, e.date, e.source_kind as "sourceKind", e.source_id as "sourceId",
        sum(m.documents)::text as "documentsMinor", sum(m.ledger)::text as "ledgerMinor"
      from (
        select entry_id, minor as documents, 0 as ledger from (${postedByDocuments(tx, period, counts)}) as p where account_id = ${accountId}::uuid
        union all
        select l.entry_id, 0, -l.amount_minor from journal_lines as l
        where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.account_id = ${accountId}::uuid and l.date between ${period.from}::date and ${period.to}::date${counts(sql`l.entry_id`)}
      ) as m join journal_entries as e on e.tenant_id = ${tx.ctx.tenantId}::uuid and e.id = m.entry_id
      group by e.tenant_id, e.id having sum(m.documents) <> sum(m.ledger)) as x`,
    where: [],
    id: sql`x.id`,
    ...newestFirst,
    limit,
    cursor,
  });
