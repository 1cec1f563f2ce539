import type { BusinessDate } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { OpeningAccount } from '../domain/opening-row.ts';

/** The first day of the books. */
export async function firstDayOf(tx: TenantTx): Promise<BusinessDate | null> {
  const [row] = await tx.rows<{ day: BusinessDate | null }>(sql`
    select min(starts_on) as day from fiscal_years where tenant_id = ${tx.ctx.tenantId}::uuid`);
  return row?.day ?? null;
}

export async function openingAccounts(tx: TenantTx, codes: readonly string[]): Promise<Map<string, OpeningAccount>> {
  const rows = await tx.rows<OpeningAccount>(sql`
    select id, code, role, is_group as "isGroup", archived_at is not null as archived from ledger_accounts
    where tenant_id = ${tx.ctx.tenantId}::uuid and code = any(${[...new Set(codes)]}::text[])`);
  return new Map(rows.map((row) => [row.code, row]));
}

export async function openingParties(tx: TenantTx, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; code: string }>(sql`
    select id, code from parties where tenant_id = ${tx.ctx.tenantId}::uuid and code = any(${[...new Set(codes)]}::text[])`);
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** What a balance is known again by: its account, its party and its reference. */
export const openingKey = (accountId: string, partyId: string | null, reference: string): string =>
  JSON.stringify([accountId, partyId, reference]);

export type KnownOpening = { readonly id: string; readonly amountMinor: bigint };

/** Balances that were taken over already and that nobody took back, by what they are known again by. */
export async function knownOpenings(tx: TenantTx, references: readonly string[]): Promise<Map<string, KnownOpening>> {
  const rows = await tx.rows<KnownOpening & { accountId: string; partyId: string | null; reference: string }>(sql`
    select o.id, o.account_id as "accountId", o.party_id as "partyId", o.reference, l.amount_minor as "amountMinor"
    from opening_balances as o
    join journal_lines as l on l.tenant_id = o.tenant_id and l.entry_id = o.entry_id and l.position = 1
    where o.tenant_id = ${tx.ctx.tenantId}::uuid and o.reference = any(${[...new Set(references)]}::text[])
      and not exists (select from journal_entries as r where r.tenant_id = o.tenant_id and r.reversal_of_id = o.entry_id)`);
  return new Map(rows.map((row) => [openingKey(row.accountId, row.partyId, row.reference), row]));
}

export type NewOpening = {
  readonly id: string;
  readonly entryId: string;
  readonly accountId: string;
  readonly partyId: string | null;
  readonly reference: string;
};

/** Writes what was taken over, after its entries. */
export function insertOpenings(tx: TenantTx, openings: readonly NewOpening[]): void {
  tx.tell(sql`
    insert into opening_balances (tenant_id, id, reference, account_id, party_id, entry_id)
    select ${tx.ctx.tenantId}::uuid, g.id, g.reference, g."accountId", g."partyId", g."entryId"
    from jsonb_to_recordset(${JSON.stringify(openings)}::jsonb) as g (id uuid, reference text, "accountId" uuid, "partyId" uuid, "entryId" uuid)`);
}
