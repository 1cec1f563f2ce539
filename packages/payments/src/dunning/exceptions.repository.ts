import type { Page } from '@atlas/contract';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { dunningHold, dunningParty, listDunningHolds } from '../contract/dunning-exceptions.ts';

export type PartyTerms = z.output<typeof dunningParty>;
type Hold = z.output<typeof dunningHold>;

/** How a customer is reminded, or null when there is no such party. */
export async function loadPartyTerms(tx: TenantTx, partyId: string): Promise<PartyTerms | null> {
  const [row] = await tx.rows<PartyTerms>(sql`
    select p.id as "partyId", coalesce(d.excluded, false) as excluded, d.reason, coalesce(d.locale, 'en') as locale
    from parties as p left join dunning_parties as d on d.tenant_id = p.tenant_id and d.party_id = p.id
    where p.tenant_id = ${tx.ctx.tenantId}::uuid and p.id = ${partyId}::uuid`);
  return row ?? null;
}

export async function savePartyTerms(tx: TenantTx, { partyId, excluded, reason, locale }: PartyTerms): Promise<void> {
  await tx.rows(sql`
    insert into dunning_parties (tenant_id, party_id, excluded, reason, locale)
    values (${tx.ctx.tenantId}::uuid, ${partyId}::uuid, ${excluded}, ${reason}, ${locale})
    on conflict (tenant_id, party_id) do update set excluded = excluded.excluded, reason = excluded.reason, locale = excluded.locale`);
}

const columns = sql`
  h.entry_id as "entryId", i.party_id as "partyId", p.name as "partyName", coalesce(d.number, e.number) as "documentNumber", h.reason,
  h.until, h.created_at as "createdAt"`;

const source = sql`
  from dunning_holds as h
  join journal_entries as e on e.tenant_id = h.tenant_id and e.id = h.entry_id
  join lateral (
    select o.party_id, o.source_kind, o.source_id from open_items as o
    where o.tenant_id = h.tenant_id and o.entry_id = h.entry_id and o.ledger = 'receivable' order by o.position limit 1
  ) as i on true
  join parties as p on p.tenant_id = h.tenant_id and p.id = i.party_id
  left join documents as d on d.tenant_id = h.tenant_id and d.kind = i.source_kind and d.id = i.source_id`;

export async function loadHold(tx: TenantTx, entryId: string): Promise<Hold | null> {
  const [row] = await tx.rows<Hold>(
    sql`select ${columns} ${source} where h.tenant_id = ${tx.ctx.tenantId}::uuid and h.entry_id = ${entryId}::uuid`,
  );
  return row ?? null;
}

/** Puts on hold what an entry left open with a customer. Answers whether there is any. */
export async function saveHold(
  tx: TenantTx,
  { entryId, reason, until }: Pick<Hold, 'entryId' | 'reason' | 'until'>,
): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into dunning_holds (tenant_id, entry_id, reason, until, created_at)
    select ${tx.ctx.tenantId}::uuid, ${entryId}::uuid, ${reason}, ${until}::date, ${tx.ctx.now}::timestamptz
    where exists (
      select from open_items where tenant_id = ${tx.ctx.tenantId}::uuid and entry_id = ${entryId}::uuid and ledger = 'receivable'
        and party_id is not null and settled_on is null
    )
    on conflict (tenant_id, entry_id) do update set reason = excluded.reason, until = excluded.until
    returning 1`);
  return rows.length > 0;
}

export async function deleteHold(tx: TenantTx, entryId: string): Promise<void> {
  await tx.rows(sql`delete from dunning_holds where tenant_id = ${tx.ctx.tenantId}::uuid and entry_id = ${entryId}::uuid`);
}

export async function pageOfHolds(tx: TenantTx, input: z.output<typeof listDunningHolds.input>): Promise<Page<Hold>> {
  const found = await readPage<Hold & { id: string }, 'createdAt'>(tx, {
    select: sql`select ${columns}, h.entry_id as id, h.created_at as "sortValue" ${source}`,
    where: [sql`h.tenant_id = ${tx.ctx.tenantId}::uuid`, input.partyId ? sql`i.party_id = ${input.partyId}::uuid` : null],
    id: sql`h.entry_id`,
    sorts: { createdAt: { column: sql`h.created_at`, type: 'timestamptz' } },
    sort: '-createdAt',
    limit: input.limit,
    cursor: input.cursor,
  });
  return { ...found, items: found.items.map(({ id: _id, ...hold }) => hold) };
}
