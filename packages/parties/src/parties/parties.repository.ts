import type { Page } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import { containing, readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { address, contact, listParties, party, partySummary } from '../contract/parties.ts';

export type PartyRow = z.output<typeof party>;
type Address = z.output<typeof address>;
type Contact = z.output<typeof contact>;
type Fields = Omit<PartyRow, 'id' | 'version' | 'archivedAt' | 'addresses' | 'contacts'>;

const withParts = { addresses: { orderBy: { kind: 'asc' } }, contacts: { orderBy: { id: 'asc' } } } as const;

async function replaceParts(
  tx: TenantTx,
  partyId: string,
  addresses: readonly Address[] | undefined,
  contacts: readonly Contact[] | undefined,
): Promise<void> {
  const tenantId = tx.ctx.tenantId;
  if (addresses) {
    await tx.models.address.deleteMany({ where: { tenantId, partyId } });
    await tx.models.address.createMany({ data: addresses.map((each) => ({ ...each, tenantId, id: uuidv7(), partyId })) });
  }
  if (contacts) {
    await tx.models.contact.deleteMany({ where: { tenantId, partyId } });
    await tx.models.contact.createMany({ data: contacts.map((each) => ({ ...each, tenantId, id: uuidv7(), partyId })) });
  }
}

export async function loadParty(tx: TenantTx, id: string): Promise<PartyRow | null> {
  const row = await tx.models.party.findFirst({ where: { tenantId: tx.ctx.tenantId, id }, include: withParts });
  return row && ({ ...row, archivedAt: row.archivedAt?.toISOString() ?? null } as PartyRow);
}

export async function insertParty(
  tx: TenantTx,
  fields: Fields,
  addresses: readonly Address[],
  contacts: readonly Contact[],
): Promise<PartyRow> {
  const id = uuidv7();
  await tx.models.party.create({ data: { ...fields, tenantId: tx.ctx.tenantId, id } });
  await replaceParts(tx, id, addresses, contacts);
  return { ...fields, id, addresses: [...addresses], contacts: [...contacts], archivedAt: null, version: 1 };
}

export async function savePartyVersion(
  tx: TenantTx,
  row: PartyRow,
  parts: { addresses?: Address[] | undefined; contacts?: Contact[] | undefined },
): Promise<void> {
  const { id, addresses: _a, contacts: _c, ...fields } = row;
  await tx.models.party.update({
    where: { tenantId_id: { tenantId: tx.ctx.tenantId, id } },
    data: { ...fields, updatedAt: tx.ctx.now },
  });
  await replaceParts(tx, id, parts.addresses, parts.contacts);
}

/** Locks the row until the end of the transaction, so that two edits of one version cannot both win. */
export async function lockParty(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`select from parties where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`);
}

export function pageOfParties(
  tx: TenantTx,
  input: z.output<typeof listParties.input>,
): Promise<Page<z.output<typeof partySummary>>> {
  const pattern = input.q && containing(input.q);
  const name = sql`p.name collate "und-x-icu"`;
  const sorted = input.sort.endsWith('name') ? name : sql`p.code`;
  return readPage(tx, {
    select: sql`
      select p.id, p.code, p.name, p.is_customer as "isCustomer", p.is_supplier as "isSupplier", p.email, p.phone,
             a.city, a.country, p.owner_id as "ownerId", p.archived_at as "archivedAt", p.version, ${sorted} as "sortValue"
      from parties as p left join addresses as a on a.tenant_id = p.tenant_id and a.party_id = p.id and a.kind = 'billing'`,
    where: [
      sql`p.tenant_id = ${tx.ctx.tenantId}::uuid`,
      input.role === 'customer' ? sql`p.is_customer` : input.role === 'supplier' ? sql`p.is_supplier` : null,
      pattern ? sql`(p.name ilike ${pattern} or p.code ilike ${pattern})` : null,
      input.ownerId ? sql`p.owner_id = ${input.ownerId}::uuid` : null,
      input.country ? sql`a.country = ${input.country}` : null,
      input.archived === undefined ? null : input.archived ? sql`p.archived_at is not null` : sql`p.archived_at is null`,
    ],
    id: sql`p.id`,
    sorts: { name: { column: name, type: 'text' }, code: { column: sql`p.code`, type: 'text' } },
    sort: input.sort,
    limit: input.limit,
    cursor: input.cursor,
  });
}
