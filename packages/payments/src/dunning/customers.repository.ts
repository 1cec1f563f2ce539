import { sql, type TenantTx } from '@atlas/platform';
import type { DunningLocale } from '../domain/dunning-text.ts';

/** Whom a reminder is written to, and by whom. */
export type Customer = {
  readonly name: string;
  readonly email: string | null;
  readonly locale: DunningLocale;
  readonly company: string;
};

export async function loadCustomer(tx: TenantTx, partyId: string): Promise<Customer> {
  const [row] = await tx.rows<Customer>(sql`
    select p.name, p.email, coalesce(d.locale, 'en') as locale, c.name as company
    from parties as p
    join companies as c on c.tenant_id = p.tenant_id
    left join dunning_parties as d on d.tenant_id = p.tenant_id and d.party_id = p.id
    where p.tenant_id = ${tx.ctx.tenantId}::uuid and p.id = ${partyId}::uuid`);
  return row as Customer;
}

/** What documents are called, by entry. */
export async function documentNumbers(tx: TenantTx, entryIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ id: string; number: string }>(sql`
    select e.id, coalesce(d.number, e.number) as number
    from journal_entries as e
    left join documents as d on d.tenant_id = e.tenant_id and d.kind = e.source_kind and d.id = e.source_id
    where e.tenant_id = ${tx.ctx.tenantId}::uuid and e.id = any(${entryIds}::uuid[])`);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
