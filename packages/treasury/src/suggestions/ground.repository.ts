import type { BusinessDate } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { MatchItem, MatchLedgerLine, MatchLine, MatchParty } from '../domain/match-subject.ts';
import { bankMinor, isTakenBack, isUnmatched } from '../matches/matched-sides.repository.ts';

type Account = { readonly id: string; readonly currency: string };

/** All that is open in the currency of an account, with what names it. */
export const openItemsToMatch = (tx: TenantTx, { currency }: Account): Promise<MatchItem[]> =>
  tx.rows<MatchItem>(sql`
    select i.entry_id as "entryId", i.position, i.party_id as "partyId", i.date, i.due_on as "dueOn", i.residual_minor as "residualMinor",
      array_remove(array[v.number, v.reference, w.supplier_number, w.number, e.number, e.description, l.description], null) as texts
    from open_items as i
    join journal_entries as e on e.tenant_id = i.tenant_id and e.id = i.entry_id
    join journal_lines as l on l.tenant_id = i.tenant_id and l.entry_id = i.entry_id and l.position = i.position
    left join invoices as v on v.tenant_id = i.tenant_id and v.id = i.source_id
    left join bills as w on w.tenant_id = i.tenant_id and w.id = i.source_id
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.settled_on is null and i.currency = ${currency}`);

/** All that the ledger has on the account of the bank and no movement is known for. */
export const ledgerLinesToMatch = (tx: TenantTx, { id }: Account): Promise<MatchLedgerLine[]> =>
  tx.rows<MatchLedgerLine>(sql`
    select l.entry_id as "entryId", l.position, l.date, ${bankMinor} as "amountMinor"
    from bank_accounts as b
    join journal_lines as l on l.tenant_id = b.tenant_id and l.account_id = b.ledger_account_id
    join journal_entries as e on e.tenant_id = l.tenant_id and e.id = l.entry_id
    where b.tenant_id = ${tx.ctx.tenantId}::uuid and b.id = ${id}::uuid and ${isUnmatched} and not ${isTakenBack(null)}`);

/** Customers and suppliers, with the accounts that movements matched to their items came from. */
export const partiesToMatch = (tx: TenantTx): Promise<MatchParty[]> =>
  tx.rows<MatchParty>(sql`
    select p.id, p.name, coalesce(k.accounts, '{}') as accounts from parties as p
    left join (
      select i.party_id, array_agg(distinct l.counterparty_account) as accounts
      from bank_matches as m
      join bank_match_lines as x on x.tenant_id = m.tenant_id and x.match_id = m.id and not x.undone
      join bank_statement_lines as l on l.tenant_id = x.tenant_id and l.id = x.line_id and l.counterparty_account is not null
      join journal_lines as i on i.tenant_id = m.tenant_id and i.entry_id = m.entry_id and i.party_id is not null
      where m.tenant_id = ${tx.ctx.tenantId}::uuid
      group by i.party_id
    ) as k on k.party_id = p.id
    where p.tenant_id = ${tx.ctx.tenantId}::uuid`);

/** What is said of a movement besides its text, and what the payments of it say. */
type LineRow = Omit<MatchLine, 'texts'> & {
  readonly text: string;
  readonly reference: string | null;
  readonly bankReference: string | null;
  readonly details: readonly { endToEndId: string | null; creditorReference: string | null; text: readonly string[] }[];
};

/** The movements of an account that are not matched, behind one of them, in the order in which they came. */
export async function linesToMatch(tx: TenantTx, { id }: Account, after: string | null, limit: number): Promise<MatchLine[]> {
  const rows = await tx.rows<LineRow & { bookedOn: BusinessDate }>(sql`
    select l.id, l.booked_on as "bookedOn", l.amount_minor as "amountMinor", l.counterparty_name as "counterpartyName",
      l.counterparty_account as "counterpartyAccount", l.text, l.reference, l.bank_reference as "bankReference", l.details
    from bank_statement_lines as l
    where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.bank_account_id = ${id}::uuid and l.amount_minor <> 0
      and (${after}::uuid is null or l.id > ${after}::uuid)
      and not exists (select from bank_match_lines as m where m.tenant_id = l.tenant_id and m.line_id = l.id and not m.undone)
    order by l.id limit ${limit}`);
  return rows.map(({ text, reference, bankReference, details, ...line }) => ({
    ...line,
    texts: [
      text,
      reference,
      bankReference,
      ...details.flatMap((each) => [each.endToEndId, each.creditorReference, ...each.text]),
    ].filter((each): each is string => each !== null && each !== ''),
  }));
}

/** How many movements of an account are not matched. */
export async function countToMatch(tx: TenantTx, { id }: Account): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(sql`
    select count(*)::integer as count from bank_statement_lines as l
    where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.bank_account_id = ${id}::uuid and l.amount_minor <> 0
      and not exists (select from bank_match_lines as m where m.tenant_id = l.tenant_id and m.line_id = l.id and not m.undone)`);
  return row?.count ?? 0;
}
