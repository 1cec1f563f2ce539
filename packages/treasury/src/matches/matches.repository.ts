import { moneyJson } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { bankMatch } from '../contract/matches.ts';
import type { LineKey } from '../domain/match-subject.ts';
import { bankMinor } from './matched-sides.repository.ts';

type BankMatch = z.output<typeof bankMatch>;

export type NewMatch = {
  readonly id: string;
  readonly bankAccountId: string;
  readonly date: string;
  readonly entryId: string | null;
  readonly ruleId: string | null;
  readonly lineIds: readonly string[];
  readonly postings: readonly LineKey[];
};

/** Writes matches with both of their sides. What is in a standing match already is refused by the indexes. */
export function insertMatches(tx: TenantTx, matches: readonly NewMatch[]): void {
  const json = JSON.stringify(matches);
  const given = sql`
    jsonb_to_recordset(${json}::jsonb) as g (id uuid, "bankAccountId" uuid, date date, "entryId" uuid, "ruleId" uuid, "lineIds" jsonb, postings jsonb)`;
  tx.tell(sql`
    insert into bank_matches (tenant_id, id, bank_account_id, date, entry_id, rule_id, created_by, created_at)
    select ${tx.ctx.tenantId}::uuid, id, "bankAccountId", date, "entryId", "ruleId", ${tx.ctx.actor.id}::uuid, ${tx.ctx.now}::timestamptz from ${given}`);
  tx.tell(sql`
    insert into bank_match_lines (tenant_id, match_id, line_id)
    select ${tx.ctx.tenantId}::uuid, g.id, l.id::uuid from ${given}, jsonb_array_elements_text(g."lineIds") as l (id)`);
  tx.tell(sql`
    insert into bank_match_postings (tenant_id, match_id, entry_id, position)
    select ${tx.ctx.tenantId}::uuid, g.id, (p ->> 'entryId')::uuid, (p ->> 'position')::integer from ${given}, jsonb_array_elements(g.postings) as p`);
  tx.tell(sql`
    delete from bank_suggestions as s using ${given}, jsonb_array_elements_text(g."lineIds") as l (id)
    where s.tenant_id = ${tx.ctx.tenantId}::uuid and s.line_id = l.id::uuid`);
}

type Posted = LineKey & { number: string; description: string; date: string; minor: string };
type Amounts = { currency: string; totalMinor: bigint; books: string; booksMinor: bigint };
type Row = Omit<BankMatch, 'total' | 'inBooks' | 'ledgerLines'> & Amounts & { ledgerLines: Posted[] };

/** Matches by their ids, in the order in which they were made. */
export async function loadMatches(tx: TenantTx, ids: readonly string[], lock = false): Promise<BankMatch[]> {
  const rows = await tx.rows<Row>(sql`
    select m.id, m.bank_account_id as "bankAccountId", m.date, m.entry_id as "entryId", e.number as "entryNumber", m.rule_id as "ruleId",
      m.undone_on as "undoneOn", m.reversal_id as "reversalId", m.created_at as "createdAt", b.currency,
      coalesce(l.ids, '[]') as "lineIds", coalesce(l.minor, 0)::bigint as "totalMinor", coalesce(p.lines, '[]') as "ledgerLines",
      coalesce(p.minor, 0)::bigint as "booksMinor", coalesce((select base_currency from companies as c where c.tenant_id = m.tenant_id), b.currency) as books
    from bank_matches as m
    join bank_accounts as b on b.tenant_id = m.tenant_id and b.id = m.bank_account_id
    left join journal_entries as e on e.tenant_id = m.tenant_id and e.id = m.entry_id
    left join lateral (
      select jsonb_agg(s.id order by s.booked_on, s.id) as ids, abs(sum(s.amount_minor)) as minor from bank_match_lines as x
      join bank_statement_lines as s on s.tenant_id = x.tenant_id and s.id = x.line_id
      where x.tenant_id = m.tenant_id and x.match_id = m.id) as l on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('entryId', l.entry_id, 'position', l.position, 'number', j.number, 'date', l.date,
        'description', coalesce(l.description, j.description), 'minor', (${bankMinor})::text) order by l.date, l.entry_id, l.position) as lines,
        abs(sum(l.amount_minor)) as minor
      from bank_match_postings as x
      join journal_lines as l on l.tenant_id = x.tenant_id and l.entry_id = x.entry_id and l.position = x.position
      join journal_entries as j on j.tenant_id = l.tenant_id and j.id = l.entry_id
      where x.tenant_id = m.tenant_id and x.match_id = m.id) as p on true
    where m.tenant_id = ${tx.ctx.tenantId}::uuid and m.id = any(${ids}::uuid[]) order by m.id ${lock ? sql`for update of m` : sql``}`);
  return rows.map(({ currency, totalMinor, books, booksMinor, ledgerLines, ...row }) => ({
    ...row,
    total: moneyJson(totalMinor, currency),
    inBooks: moneyJson(booksMinor, books),
    ledgerLines: ledgerLines.map(({ minor, ...line }) => ({ ...line, amount: moneyJson(BigInt(minor), currency) })),
  }));
}

/** Marks a match as taken back; its movements and lines of the ledger may be matched anew. */
export function markUndone(tx: TenantTx, id: string, date: string, reversalId: string | null): void {
  const key = sql`tenant_id = ${tx.ctx.tenantId}::uuid and match_id = ${id}::uuid`;
  tx.tell(sql`
    update bank_matches set undone_on = ${date}::date, undone_by = ${tx.ctx.actor.id}::uuid, undone_at = ${tx.ctx.now}::timestamptz,
      reversal_id = ${reversalId}::uuid
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
  tx.tell(sql`update bank_match_lines set undone = true where ${key}`);
  tx.tell(sql`update bank_match_postings set undone = true where ${key}`);
}
