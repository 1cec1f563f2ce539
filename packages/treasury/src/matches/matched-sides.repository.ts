import { type Sql, sql, type TenantTx } from '@atlas/platform';
import type { LineKey } from '../domain/match-subject.ts';

/** What a line `l` of the ledger on the account of the bank account `b` comes to in the currency of `b`. */
export const bankMinor: Sql = sql`
  case when l.currency = b.currency then l.amount_minor when l.transaction_currency = b.currency then l.transaction_minor else 0 end`;

/** That a line `l` of the ledger is in no standing match. */
export const isUnmatched: Sql = sql`
  not exists (select from bank_match_postings as p
    where p.tenant_id = l.tenant_id and p.entry_id = l.entry_id and p.position = l.position and not p.undone)`;

const isInMatch = (entry: Sql): Sql => sql`
  exists (select from bank_match_postings as q where q.tenant_id = ${entry}.tenant_id and q.entry_id = ${entry}.id and not q.undone)`;

/** That an entry `e` and the one that reverses it, by a day, are no news to anybody: no line of either is matched. */
export const isTakenBack = (asOf: string | null): Sql => sql`
  (not ${isInMatch(sql`e`)} and exists (
    select from journal_entries as o
    where o.tenant_id = e.tenant_id and (o.id = e.reversal_of_id or o.reversal_of_id = e.id) and o.date <= coalesce(${asOf}::date, o.date)
      and not ${isInMatch(sql`o`)}
  ))`;

export type Movement = {
  readonly id: string;
  readonly bookedOn: string;
  readonly amountMinor: bigint;
  readonly text: string;
  readonly matchId: string | null;
};

/** Movements of an account, with the matches that they are in. */
export const loadMovements = (tx: TenantTx, bankAccountId: string, ids: readonly string[]): Promise<Movement[]> =>
  tx.rows<Movement>(sql`
    select l.id, l.booked_on as "bookedOn", l.amount_minor as "amountMinor",
      concat_ws(' · ', l.counterparty_name, nullif(l.text, ''), l.reference) as text, m.match_id as "matchId"
    from bank_statement_lines as l
    left join bank_match_lines as m on m.tenant_id = l.tenant_id and m.line_id = l.id and not m.undone
    where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.bank_account_id = ${bankAccountId}::uuid and l.id = any(${ids}::uuid[])`);

export type PostedOnBank = LineKey & { readonly date: string; readonly amountMinor: bigint; readonly matchId: string | null };

/** Lines of the ledger on the account of the bank, with the matches that they are in. */
export const loadPostedOnBank = (tx: TenantTx, bankAccountId: string, keys: readonly LineKey[]): Promise<PostedOnBank[]> =>
  tx.rows<PostedOnBank>(sql`
    select l.entry_id as "entryId", l.position, l.date, ${bankMinor} as "amountMinor", m.match_id as "matchId"
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k ("entryId" uuid, position integer)
    join bank_accounts as b on b.tenant_id = ${tx.ctx.tenantId}::uuid and b.id = ${bankAccountId}::uuid
    join journal_lines as l on l.tenant_id = b.tenant_id and l.entry_id = k."entryId" and l.position = k.position
      and l.account_id = b.ledger_account_id
    left join bank_match_postings as m on m.tenant_id = l.tenant_id and m.entry_id = l.entry_id and m.position = l.position and not m.undone`);
