import { moneyJson } from '@atlas/kernel';
import { containing, joinSql, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { ledgerLineToMatch, openItemToMatch } from '../contract/suggestions.ts';
import type { LineKey } from '../domain/match-subject.ts';
import { bankMinor, isTakenBack, isUnmatched } from '../matches/matched-sides.repository.ts';

export type ItemView = z.output<typeof openItemToMatch>;
export type LedgerView = z.output<typeof ledgerLineToMatch>;
type ItemRow = Omit<ItemView, 'open'> & { readonly residualMinor: bigint; readonly currency: string };
type LedgerRow = Omit<LedgerView, 'amount'> & { readonly amountMinor: bigint; readonly currency: string };

type Narrowed = { readonly q?: string | undefined; readonly limit: number };

const at = (alias: Sql, keys: readonly LineKey[]): Sql => sql`
  (${alias}.entry_id, ${alias}.position) in (
    select (k ->> 'entryId')::uuid, (k ->> 'position')::integer from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) as k)`;

async function items(tx: TenantTx, currency: string, conditions: readonly Sql[], limit: number): Promise<ItemView[]> {
  const rows = await tx.rows<ItemRow>(sql`
    select i.entry_id as "entryId", i.position, i.ledger, i.party_id as "partyId", p.name as "partyName",
      coalesce(v.number, w.supplier_number, w.number, e.number) as number, coalesce(l.description, e.description) as description, i.date, i.due_on as "dueOn", i.residual_minor as "residualMinor", i.currency
    from open_items as i
    join journal_entries as e on e.tenant_id = i.tenant_id and e.id = i.entry_id
    join journal_lines as l on l.tenant_id = i.tenant_id and l.entry_id = i.entry_id and l.position = i.position
    left join parties as p on p.tenant_id = i.tenant_id and p.id = i.party_id
    left join invoices as v on v.tenant_id = i.tenant_id and v.id = i.source_id
    left join bills as w on w.tenant_id = i.tenant_id and w.id = i.source_id
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.settled_on is null and i.currency = ${currency} and ${joinSql(conditions, ' and ')}
    order by i.due_on, i.entry_id, i.position limit ${limit}`);
  return rows.map(({ residualMinor, currency: unit, ...row }) => ({ ...row, open: moneyJson(residualMinor, unit) }));
}

/** Open items by their lines; those that are settled are left out. */
export const openItemsAt = (tx: TenantTx, currency: string, keys: readonly LineKey[]): Promise<ItemView[]> =>
  items(tx, currency, [at(sql`i`, keys)], keys.length);

/** The open items in a currency that are due first. */
export function openItemsOf(
  tx: TenantTx,
  currency: string,
  { q, partyId, limit }: Narrowed & { readonly partyId?: string | undefined },
): Promise<ItemView[]> {
  const pattern = q && containing(q);
  const conditions = [
    partyId ? sql`i.party_id = ${partyId}::uuid` : sql`true`,
    pattern
      ? sql`(p.name ilike ${pattern} or v.number ilike ${pattern} or w.supplier_number ilike ${pattern} or w.number ilike ${pattern} or e.number ilike ${pattern} or e.description ilike ${pattern} or l.description ilike ${pattern})`
      : sql`true`,
  ];
  return items(tx, currency, conditions, limit);
}

async function ledger(tx: TenantTx, bankAccountId: string, conditions: readonly Sql[], limit: number): Promise<LedgerView[]> {
  const rows = await tx.rows<LedgerRow>(sql`
    select l.entry_id as "entryId", l.position, e.number, coalesce(l.description, e.description) as description, l.date, b.currency,
      ${bankMinor} as "amountMinor"
    from bank_accounts as b
    join journal_lines as l on l.tenant_id = b.tenant_id and l.account_id = b.ledger_account_id
    join journal_entries as e on e.tenant_id = l.tenant_id and e.id = l.entry_id
    where b.tenant_id = ${tx.ctx.tenantId}::uuid and b.id = ${bankAccountId}::uuid and ${isUnmatched} and ${joinSql(conditions, ' and ')}
    order by l.date desc, l.entry_id desc, l.position limit ${limit}`);
  return rows.map(({ amountMinor, currency, ...row }) => ({ ...row, amount: moneyJson(amountMinor, currency) }));
}

/** Lines of the ledger on the account of the bank that have no movement yet, by their places. */
export const ledgerLinesAt = (tx: TenantTx, bankAccountId: string, keys: readonly LineKey[]): Promise<LedgerView[]> =>
  ledger(tx, bankAccountId, [at(sql`l`, keys)], keys.length);

/** The newest lines of the ledger on the account of the bank that have no movement yet. */
export function ledgerLinesOf(tx: TenantTx, bankAccountId: string, { q, limit }: Narrowed): Promise<LedgerView[]> {
  const pattern = q && containing(q);
  const named = pattern
    ? sql`(e.number ilike ${pattern} or e.description ilike ${pattern} or l.description ilike ${pattern})`
    : sql`true`;
  return ledger(tx, bankAccountId, [sql`not ${isTakenBack(null)}`, named], limit);
}
