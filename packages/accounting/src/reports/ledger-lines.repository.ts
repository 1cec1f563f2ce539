import { AtlasError, type BusinessDate, isBusinessDate, isUuid } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { LedgerView } from './ledger-view.ts';
import { lineConditions } from './line-filter.repository.ts';

export type LedgerLineRow = {
  readonly id: string;
  readonly position: number;
  readonly number: string;
  readonly date: BusinessDate;
  readonly description: string;
  readonly sourceKind: string;
  readonly sourceId: string | null;
  readonly partyName: string | null;
  readonly amountMinor: bigint;
};

/** Where a page of an account's lines ended. */
export type LedgerKey = { readonly date: BusinessDate; readonly entryId: string; readonly position: number };

export const encodeLedgerKey = ({ date, entryId, position }: LedgerKey): string =>
  Buffer.from(`${date} ${entryId} ${position}`).toString('base64url');

/** @throws AtlasError `invalid_cursor` */
export function decodeLedgerKey(cursor: string): LedgerKey {
  const [date, entryId, position] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!date || !isBusinessDate(date) || !entryId || !isUuid(entryId) || !/^\d{1,9}$/.test(position ?? '')) {
    throw new AtlasError('invalid_cursor', 'This cursor does not belong to this list.');
  }
  return { date, entryId, position: Number(position) };
}

/** Lines of an account from the key on, at most `limit`, in order of date. */
export function ledgerLines(
  tx: TenantTx,
  accountId: string,
  from: BusinessDate,
  to: BusinessDate,
  after: LedgerKey | null,
  limit: number,
  { knownUntil = null, lines }: LedgerView,
): Promise<LedgerLineRow[]> {
  const beyond = after
    ? sql`and (l.date, l.entry_id, l.position) > (${after.date}::date, ${after.entryId}::uuid, ${after.position}::integer)`
    : sql``;
  const known = knownUntil === null ? sql`` : sql`and e.posted_at <= ${knownUntil}::timestamptz`;
  return tx.rows<LedgerLineRow>(sql`
    select e.id, l.position, e.number, l.date, coalesce(l.description, e.description) as description, e.source_kind as "sourceKind",
           e.source_id as "sourceId", p.name as "partyName", l.amount_minor as "amountMinor"
    from journal_lines as l
    join journal_entries as e on e.tenant_id = l.tenant_id and e.id = l.entry_id
    left join parties as p on p.tenant_id = l.tenant_id and p.id = l.party_id
    where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.account_id = ${accountId}::uuid
      and l.date between ${from}::date and ${to}::date ${beyond} ${known}${lineConditions(lines)}
    order by l.date, l.entry_id, l.position limit ${limit}`);
}

/** The sum of an account's lines on the day of a key, up to and including it. */
export async function sumOnDayUpTo(tx: TenantTx, accountId: string, key: LedgerKey, view: LedgerView): Promise<bigint> {
  const { knownUntil = null, lines } = view;
  const known =
    knownUntil === null
      ? sql``
      : sql`and exists (select from journal_entries as e
          where e.tenant_id = l.tenant_id and e.id = l.entry_id and e.posted_at <= ${knownUntil}::timestamptz)`;
  const [row] = await tx.rows<{ sum: string }>(sql`
    select coalesce(sum(l.amount_minor), 0)::text as sum from journal_lines as l
    where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.account_id = ${accountId}::uuid and l.date = ${key.date}::date
      and (l.entry_id, l.position) <= (${key.entryId}::uuid, ${key.position}::integer) ${known}${lineConditions(lines)}`);
  return BigInt(row?.sum ?? '0');
}
