import { uuidv7 } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { DeferralRow } from '../domain/deferral-schedule.ts';

/** Month in which the fiscal years of the books begin. */
export async function fiscalYearStartsIn(tx: TenantTx): Promise<number> {
  const [row] = await tx.rows<{ month: number }>(sql`
    select extract(month from starts_on)::integer as month from fiscal_years where tenant_id = ${tx.ctx.tenantId}::uuid
    order by starts_on desc limit 1`);
  return row?.month ?? 1;
}

/** Writes what is planned, for an asset or for a deferral. */
export function insertPlan(
  tx: TenantTx,
  subject: { readonly assetId?: string; readonly deferralId?: string },
  rows: readonly DeferralRow[],
): void {
  const planned = rows.map((row) => ({
    id: uuidv7(),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    amountMinor: row.amountMinor.toString(),
  }));
  tx.tell(sql`
    insert into schedule_rows (tenant_id, id, asset_id, deferral_id, starts_on, ends_on, amount_minor)
    select ${tx.ctx.tenantId}::uuid, r.id, ${subject.assetId ?? null}::uuid, ${subject.deferralId ?? null}::uuid, r."startsOn", r."endsOn", r."amountMinor"
    from jsonb_to_recordset(${JSON.stringify(planned)}::jsonb) as r (id uuid, "startsOn" date, "endsOn" date, "amountMinor" bigint)`);
}
