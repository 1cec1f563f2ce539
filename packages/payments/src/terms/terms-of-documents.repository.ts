import { type Sql, sql, type TenantTx } from '@atlas/platform';
import type { Terms } from './terms.repository.ts';

/** Payment terms that documents name, by id, as far as they exist. */
export type TermsById = Readonly<Record<string, Pick<Terms, 'lines' | 'discount' | 'archived'>>>;

/** Loads {@link TermsById} as one column of a statement. @param ids an array in SQL */
export const paymentTermsColumn = (tx: TenantTx, ids: Sql): Sql => sql`coalesce((
  select jsonb_object_agg(id, jsonb_build_object('lines', lines, 'discount', discount, 'archived', archived))
  from payment_terms where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${ids})), '{}')`;

/** Loads {@link TermsById}; nothing is asked where nothing is named. */
export async function termsById(tx: TenantTx, ids: readonly string[]): Promise<TermsById> {
  if (ids.length === 0) return {};
  const [row] = await tx.rows<{ terms: TermsById }>(sql`select ${paymentTermsColumn(tx, sql`${ids}::uuid[]`)} as terms`);
  return row?.terms ?? {};
}

/** A document as it was just posted; without a schedule it is due on one day, and nothing comes off. */
type Posted = {
  readonly entryId: string;
  readonly schedule: {
    readonly discount: { readonly until: string; readonly amountMinor: bigint; readonly lowersTaxes: boolean } | null;
  } | null;
};

/** Keeps what paying documents early takes off, beside the first line of their entries. */
export function offerDiscounts(tx: TenantTx, posted: readonly Posted[]): void {
  const rows = posted.flatMap(({ entryId, schedule }) =>
    schedule?.discount ? [{ entryId, ...schedule.discount, amountMinor: schedule.discount.amountMinor.toString() }] : [],
  );
  if (rows.length === 0) return;
  tx.tell(sql`
    insert into early_discounts (tenant_id, entry_id, position, until, amount_minor, lowers_taxes)
    select ${tx.ctx.tenantId}::uuid, "entryId", 1, until, "amountMinor", "lowersTaxes"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o ("entryId" uuid, until date, "amountMinor" bigint, "lowersTaxes" boolean)`);
}

/** What payments that stand took of the early discount `d`. */
export const takenOf = (tx: TenantTx): Sql => sql`coalesce((
  select sum(t.amount_minor)::bigint from taken_discounts as t join payments as p on p.tenant_id = t.tenant_id and p.id = t.payment_id
  where t.tenant_id = ${tx.ctx.tenantId}::uuid and t.entry_id = d.entry_id and t.position = d.position and p.reversed_on is null), 0)`;
