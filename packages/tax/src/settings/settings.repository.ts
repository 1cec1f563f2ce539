import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { taxSettings } from '../contract/settings.ts';

export type Settings = z.output<typeof taxSettings>;

/** How a workspace rounds that has not said so: as EN 16931 counts, and line by line. */
export const unsaid: Settings = { rounding: 'line', tie: 'half-away-from-zero' };

export async function loadSettings(tx: TenantTx): Promise<Settings> {
  const [row] = await tx.rows<Settings>(sql`select rounding, tie from tax_settings where tenant_id = ${tx.ctx.tenantId}::uuid`);
  return row ?? unsaid;
}

export async function saveSettings(tx: TenantTx, { rounding, tie }: Settings): Promise<void> {
  await tx.rows(sql`
    insert into tax_settings (tenant_id, rounding, tie) values (${tx.ctx.tenantId}::uuid, ${rounding}, ${tie})
    on conflict (tenant_id) do update set rounding = excluded.rounding, tie = excluded.tie`);
}
