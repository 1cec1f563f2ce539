import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { paymentSettings } from '../contract/settings.ts';

export type Settings = z.output<typeof paymentSettings>;

/** What holds where nobody said anything. */
const unsaid: Settings = { writeOffLimit: '10' };

export async function loadSettings(tx: TenantTx): Promise<Settings> {
  const [row] = await tx.rows<Settings>(sql`
    select write_off_limit as "writeOffLimit" from payment_settings where tenant_id = ${tx.ctx.tenantId}::uuid`);
  return row ?? unsaid;
}

export async function saveSettings(tx: TenantTx, { writeOffLimit }: Settings): Promise<void> {
  await tx.rows(sql`
    insert into payment_settings (tenant_id, write_off_limit) values (${tx.ctx.tenantId}::uuid, ${writeOffLimit})
    on conflict (tenant_id) do update set write_off_limit = excluded.write_off_limit`);
}
