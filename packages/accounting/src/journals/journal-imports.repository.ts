import { sql, type TenantTx } from '@atlas/platform';
import type { EntryAccount } from '../domain/check-entry.ts';

export type NamedAccount = EntryAccount & { readonly role: string | null };

/** Accounts by their code, or else by a name that no other account has. */
export async function accountsCalled(tx: TenantTx, names: readonly string[]): Promise<ReadonlyMap<string, NamedAccount>> {
  const rows = await tx.rows<NamedAccount & { called: string }>(sql`
    select distinct on (asked.called) asked.called, a.id, a.code, a.is_group as "isGroup", a.archived_at is not null as archived, a.role
    from unnest(${[...new Set(names)]}::text[]) as asked (called)
    join ledger_accounts as a on a.tenant_id = ${tx.ctx.tenantId}::uuid and (a.code = asked.called or a.name = asked.called)
    where a.code = asked.called or not exists (
      select from ledger_accounts as o where o.tenant_id = a.tenant_id and o.name = a.name and o.id <> a.id)
    order by asked.called, (a.code = asked.called) desc`);
  return new Map(rows.map((row) => [row.called, row]));
}

export type KnownJournal = { readonly entryId: string; readonly worthMinor: bigint };

/** Journals that were imported before, by their keys. */
export async function journalsByKey(tx: TenantTx, keys: readonly string[]): Promise<ReadonlyMap<string, KnownJournal>> {
  const rows = await tx.rows<KnownJournal & { key: string }>(sql`
    select i.key, i.entry_id as "entryId", coalesce((
      select sum(l.amount_minor) from journal_lines as l
      where l.tenant_id = i.tenant_id and l.entry_id = i.entry_id and l.amount_minor > 0), 0)::bigint as "worthMinor"
    from journal_imports as i where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.key = any(${[...keys]}::text[])`);
  return new Map(rows.map((row) => [row.key, row]));
}

/** Remembers by what keys entries are known again. */
export function rememberJournals(tx: TenantTx, imported: readonly { readonly key: string; readonly entryId: string }[]): void {
  tx.tell(sql`
    insert into journal_imports (tenant_id, key, entry_id)
    select ${tx.ctx.tenantId}::uuid, key, "entryId" from jsonb_to_recordset(${JSON.stringify(imported)}::jsonb) as g (key text, "entryId" uuid)`);
}
