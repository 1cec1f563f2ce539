import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { currencySettings } from '../contract/currencies.ts';

export type CurrencySettings = z.output<typeof currencySettings>;

/** Of a workspace that has not said: central banks are silent over holidays, so a week is not stale yet. */
export const unsaid: CurrencySettings = { staleAfterDays: 7, stale: 'warn', preferredSource: null, revaluedAccountIds: [] };

export async function loadSettings(tx: TenantTx): Promise<CurrencySettings> {
  const [row] = await tx.rows<CurrencySettings>(sql`
    select stale_after_days as "staleAfterDays", stale, preferred_source as "preferredSource",
      to_jsonb(revalued_account_ids) as "revaluedAccountIds"
    from currency_settings where tenant_id = ${tx.ctx.tenantId}::uuid`);
  return row ?? unsaid;
}

export async function saveSettings(tx: TenantTx, settings: CurrencySettings): Promise<void> {
  const { staleAfterDays, stale, preferredSource, revaluedAccountIds } = settings;
  await tx.rows(sql`
    insert into currency_settings (tenant_id, stale_after_days, stale, preferred_source, revalued_account_ids)
    values (${tx.ctx.tenantId}::uuid, ${staleAfterDays}, ${stale}, ${preferredSource}, ${revaluedAccountIds}::uuid[])
    on conflict (tenant_id) do update set stale_after_days = excluded.stale_after_days, stale = excluded.stale,
      preferred_source = excluded.preferred_source, revalued_account_ids = excluded.revalued_account_ids`);
}
