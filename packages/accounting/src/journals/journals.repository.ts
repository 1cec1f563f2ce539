import type { Page } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import { containing, readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { journalEntry, journalSummary, listJournals } from '../contract/journals.ts';
import type { EntryLine } from '../domain/check-entry.ts';

export type JournalEntry = z.output<typeof journalEntry>;
type JournalSummary = z.output<typeof journalSummary>;

type Head = Omit<JournalEntry, 'lines' | 'total'>;
type LineRow = {
  position: number;
  accountId: string;
  accountCode: string;
  accountName: string;
  partyId: string | null;
  partyName: string | null;
  description: string | null;
  currency: string;
  amountMinor: bigint;
};
type LinePosting = Pick<EntryLine, 'dueDate'> & {
  transactionCurrency: string | null;
  transactionMinor: bigint | null;
  adjustsEntryId: string | null;
  adjustsPosition: number | null;
  dimensions: JournalEntry['lines'][number]['dimensions'];
};

const entryLine = (row: LineRow & LinePosting): EntryLine => {
  const { accountId, partyId, description, currency, amountMinor, dueDate = null } = row;
  const { transactionCurrency, transactionMinor, adjustsEntryId, adjustsPosition } = row;
  const transaction =
    transactionCurrency === null || transactionMinor === null
      ? null
      : { currency: transactionCurrency, amountMinor: transactionMinor };
  const adjusts =
    adjustsEntryId === null || adjustsPosition === null ? null : { entryId: adjustsEntryId, position: adjustsPosition };
  const dimensions = Object.fromEntries(row.dimensions.map(({ dimensionId, valueId }) => [dimensionId, valueId]));
  return { accountId, partyId, description, currency, amountMinor, dueDate, transaction, adjusts, dimensions };
};

const headColumns = sql`
  e.id, e.number, e.date, e.description, e.source_kind as "sourceKind", e.source_id as "sourceId",
  e.reversal_of_id as "reversalOfId", e.posted_at as "postedAt"`;

/** An entry and the lines as they are posted, or null. */
export async function loadEntry(tx: TenantTx, id: string): Promise<{ entry: JournalEntry; lines: EntryLine[] } | null> {
  const [heads, rows] = await Promise.all([
    tx.rows<Head>(sql`
      select ${headColumns}, r.id as "reversedById" from journal_entries as e
      left join journal_entries as r on r.tenant_id = e.tenant_id and r.reversal_of_id = e.id
      where e.tenant_id = ${tx.ctx.tenantId}::uuid and e.id = ${id}::uuid`),
    tx.rows<LineRow & LinePosting>(sql`
      select l.position, l.account_id as "accountId", a.code as "accountCode", a.name as "accountName", l.party_id as "partyId",
             p.name as "partyName", l.description, l.currency, l.amount_minor as "amountMinor", l.due_on as "dueDate",
             l.transaction_currency as "transactionCurrency", l.transaction_minor as "transactionMinor",
             l.adjusts_entry_id as "adjustsEntryId", l.adjusts_position as "adjustsPosition", coalesce((
               select jsonb_agg(jsonb_build_object('dimensionId', d.id, 'valueId', v.id, 'dimension', d.name, 'code', v.code, 'name', v.name) order by d.code)
               from journal_line_dimensions as n
               join dimension_values as v on v.tenant_id = n.tenant_id and v.id = n.value_id
               join dimensions as d on d.tenant_id = n.tenant_id and d.id = n.dimension_id
               where n.tenant_id = l.tenant_id and n.entry_id = l.entry_id and n.position = l.position), '[]') as dimensions
      from journal_lines as l
      join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id
      left join parties as p on p.tenant_id = l.tenant_id and p.id = l.party_id
      where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.entry_id = ${id}::uuid order by l.position`),
  ]);
  const [head] = heads;
  if (!head) return null;
  const currency = rows[0]?.currency ?? 'EUR';
  const total = rows.reduce((sum, { amountMinor }) => (amountMinor > 0n ? sum + amountMinor : sum), 0n);
  const lines = rows.map(({ amountMinor, currency: unit, ...row }) => ({
    position: row.position,
    accountId: row.accountId,
    accountCode: row.accountCode,
    accountName: row.accountName,
    partyId: row.partyId,
    partyName: row.partyName,
    description: row.description,
    dimensions: row.dimensions,
    debit: amountMinor > 0n ? moneyJson(amountMinor, unit) : null,
    credit: amountMinor < 0n ? moneyJson(-amountMinor, unit) : null,
  }));
  return { entry: { ...head, total: moneyJson(total, currency), lines }, lines: rows.map(entryLine) };
}

/** How many of these parties there are. */
export async function countParties(tx: TenantTx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const [row] = await tx.rows<{ known: number }>(sql`
    select count(*)::int as known from parties where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${[...ids]}::uuid[])`);
  return row?.known ?? 0;
}

export async function pageOfJournals(tx: TenantTx, input: z.output<typeof listJournals.input>): Promise<Page<JournalSummary>> {
  const pattern = input.q && containing(input.q);
  const found = await readPage<Omit<JournalSummary, 'total'> & { totalMinor: string; currency: string }, 'date'>(tx, {
    select: sql`
      select ${headColumns}, t.currency, t.minor::text as "totalMinor", e.date as "sortValue" from journal_entries as e
      join lateral (
        select min(l.currency) as currency, sum(l.amount_minor) filter (where l.amount_minor > 0) as minor
        from journal_lines as l where l.tenant_id = e.tenant_id and l.entry_id = e.id) as t on true`,
    where: [
      sql`e.tenant_id = ${tx.ctx.tenantId}::uuid`,
      input.from ? sql`e.date >= ${input.from}::date` : null,
      input.to ? sql`e.date <= ${input.to}::date` : null,
      input.sourceId ? sql`e.source_id = ${input.sourceId}::uuid` : null,
      pattern ? sql`(e.number ilike ${pattern} or e.description ilike ${pattern})` : null,
    ],
    id: sql`e.id`,
    sorts: { date: { column: sql`e.date`, type: 'date' } },
    sort: input.sort,
    limit: input.limit,
    cursor: input.cursor,
  });
  return {
    ...found,
    items: found.items.map(({ totalMinor, currency, ...row }) => ({ ...row, total: moneyJson(BigInt(totalMinor), currency) })),
  };
}
