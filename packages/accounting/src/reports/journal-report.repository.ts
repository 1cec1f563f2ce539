import type { Page } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import { readPage, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { readJournalReport } from '../contract/statements.ts';
import { filteredLines } from './filtered-lines.repository.ts';
import type { LedgerView } from './ledger-view.ts';
import { type LineFilter, lineConditions } from './line-filter.repository.ts';

type Entry = z.output<typeof readJournalReport.output>['items'][number];
type Head = Omit<Entry, 'total' | 'lines'>;
type LineRow = Omit<Entry['lines'][number], 'debit' | 'credit'> & {
  readonly entryId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
};

type Asked = Pick<z.output<typeof readJournalReport.input>, 'from' | 'to' | 'limit' | 'cursor'>;

/** Whether an entry `e` has a line that counts; nothing to ask where every line does. */
function hasLine(lines: LineFilter): Sql | null {
  if (lines.length === 0) return null;
  const { from, where } = filteredLines(lines);
  return sql`exists (select from ${from} where l.tenant_id = e.tenant_id and l.entry_id = e.id${where})`;
}

/** The lines of entries that count, in one read. */
async function linesOf(tx: TenantTx, entryIds: readonly string[], lines: LineFilter): Promise<Map<string, LineRow[]>> {
  const rows = await tx.rows<LineRow>(sql`
    select l.entry_id as "entryId", l.position, l.account_id as "accountId", a.code as "accountCode", a.name as "accountName",
           l.party_id as "partyId", p.name as "partyName", l.description, l.currency, l.amount_minor as "amountMinor"
    from journal_lines as l
    join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id
    left join parties as p on p.tenant_id = l.tenant_id and p.id = l.party_id
    where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.entry_id = any(${entryIds}::uuid[])${lineConditions(lines)}
    order by l.entry_id, l.position`);
  return Map.groupBy(rows, ({ entryId }) => entryId);
}

function entryOf(head: Head, rows: readonly LineRow[]): Entry {
  const total = rows.reduce((sum, { amountMinor }) => (amountMinor > 0n ? sum + amountMinor : sum), 0n);
  const lines = rows.map(({ entryId: _entry, amountMinor, currency, ...line }) => ({
    ...line,
    debit: amountMinor > 0n ? moneyJson(amountMinor, currency) : null,
    credit: amountMinor < 0n ? moneyJson(-amountMinor, currency) : null,
  }));
  return { ...head, total: moneyJson(total, rows[0]?.currency ?? 'EUR'), lines };
}

/** Entries with those of their lines that count, in order of date. */
export async function pageOfJournal(
  tx: TenantTx,
  { from, to, limit, cursor }: Asked,
  { knownUntil = null, lines = [] }: LedgerView,
): Promise<Page<Entry>> {
  const found = await readPage<Head, 'date'>(tx, {
    select: sql`
      select e.id, e.number, e.date, e.description, e.source_kind as "sourceKind", e.source_id as "sourceId",
             e.reversal_of_id as "reversalOfId", e.posted_at as "postedAt", e.date as "sortValue"
      from journal_entries as e`,
    where: [
      sql`e.tenant_id = ${tx.ctx.tenantId}::uuid`,
      from ? sql`e.date >= ${from}::date` : null,
      to ? sql`e.date <= ${to}::date` : null,
      knownUntil ? sql`e.posted_at <= ${knownUntil}::timestamptz` : null,
      hasLine(lines),
    ],
    id: sql`e.id`,
    sorts: { date: { column: sql`e.date`, type: 'date' } },
    sort: 'date',
    limit,
    cursor,
  });
  const counted = await linesOf(
    tx,
    found.items.map(({ id }) => id),
    lines,
  );
  return { ...found, items: found.items.map((head) => entryOf(head, counted.get(head.id) ?? [])) };
}
