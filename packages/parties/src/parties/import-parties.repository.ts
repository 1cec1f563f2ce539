import { sql, type TenantTx } from '@atlas/platform';

export type ImportedParty = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly taxNumber: string | null;
  readonly paymentTermsId: string | null;
  readonly contactName: string | null;
  readonly contactTitle: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
};

/** Parties by code: which of them exist. */
export async function partiesByCode(tx: TenantTx, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; code: string }>(sql`
    select id, code from parties where tenant_id = ${tx.ctx.tenantId}::uuid and code = any(${codes}::text[])`);
  return new Map(rows.map((row) => [row.code, row.id]));
}

/** Writes a batch of new parties with billing address and contact in one statement. */
export async function insertParties(
  tx: TenantTx,
  role: 'customer' | 'supplier',
  parties: readonly (ImportedParty & { addressId: string; contactId: string })[],
): Promise<void> {
  if (parties.length === 0) return;
  await tx.rows(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(parties)}::jsonb) as g (
        id uuid, code text, name text, email text, phone text, "taxNumber" text, "paymentTermsId" uuid, "contactName" text, "contactTitle" text,
        street text, city text, region text, "postalCode" text, country text, "addressId" uuid, "contactId" uuid)
    ), new_parties as (
      insert into parties (tenant_id, id, code, name, is_customer, is_supplier, email, phone, tax_number, payment_terms_id)
      select ${tx.ctx.tenantId}::uuid, id, code, name, ${role === 'customer'}, ${role === 'supplier'}, email, phone, "taxNumber", "paymentTermsId" from given
    ), new_addresses as (
      insert into addresses (tenant_id, id, party_id, kind, street, city, region, postal_code, country)
      select ${tx.ctx.tenantId}::uuid, "addressId", id, 'billing', street, city, region, "postalCode", country from given
      where coalesce(street, city, region, "postalCode", country) is not null
    )
    insert into contacts (tenant_id, id, party_id, name, title, email, phone)
    select ${tx.ctx.tenantId}::uuid, "contactId", id, "contactName", "contactTitle", null, null from given where "contactName" is not null`);
}

/** Adds the role to parties that exist already in the other one. */
export async function addPartyRole(tx: TenantTx, role: 'customer' | 'supplier', ids: readonly string[]): Promise<string[]> {
  const column = role === 'customer' ? sql`is_customer` : sql`is_supplier`;
  const rows = await tx.rows<{ id: string }>(sql`
    update parties set ${column} = true, version = version + 1, updated_at = ${tx.ctx.now}::timestamptz
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${ids}::uuid[]) and not ${column} returning id`);
  return rows.map((row) => row.id);
}
