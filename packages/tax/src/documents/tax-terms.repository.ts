import { type Sql, sql, type TenantTx } from '@atlas/platform';
import { type Settings, unsaid } from '../settings/settings.repository.ts';
import { namedTaxes, type TaxRow } from '../taxes/taxes.repository.ts';

/** What pricing documents needs to know: how the workspace rounds, and the taxes that are named. */
export type TaxTerms = { readonly settings: Settings | null; readonly taxes: readonly TaxRow[] };

/**
 * The terms of the taxes with these ids as one value, for a statement that loads what else a document refers to.
 *
 * @param ids an array in SQL
 */
export const taxTermsColumn = (tx: TenantTx, ids: Sql): Sql => sql`
  jsonb_build_object(
    'settings', (select jsonb_build_object('rounding', s.rounding, 'tie', s.tie) from tax_settings as s where s.tenant_id = ${tx.ctx.tenantId}::uuid),
    'taxes', coalesce((select jsonb_agg(to_jsonb(named)) from (${namedTaxes(tx, ids)}) as named), '[]'))`;

/** The same in a statement of its own. */
export async function loadTaxTerms(tx: TenantTx, ids: readonly string[]): Promise<TaxTerms> {
  const [row] = await tx.rows<{ terms: TaxTerms }>(sql`select ${taxTermsColumn(tx, sql`${[...ids]}::uuid[]`)} as terms`);
  return row?.terms ?? { settings: unsaid, taxes: [] };
}
