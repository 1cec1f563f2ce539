import { sql, type TenantTx } from '@atlas/platform';

type SettingRow = { readonly approvalAboveMinor: bigint | null; readonly version: number };

/** What a workspace decided about journals; one that decided nothing has version 1 of nothing. */
export async function loadJournalSetting(tx: TenantTx): Promise<SettingRow> {
  const [row] = await tx.rows<SettingRow>(sql`
    select approval_above_minor as "approvalAboveMinor", version from journal_settings where tenant_id = ${tx.ctx.tenantId}::uuid`);
  return row ?? { approvalAboveMinor: null, version: 1 };
}

/** The amount above which journals need approval; null, none does. */
export const approvalAbove = async (tx: TenantTx): Promise<bigint | null> => (await loadJournalSetting(tx)).approvalAboveMinor;

export async function saveJournalSetting(tx: TenantTx, { approvalAboveMinor, version }: SettingRow): Promise<void> {
  await tx.rows(sql`
    insert into journal_settings (tenant_id, approval_above_minor, version)
    values (${tx.ctx.tenantId}::uuid, ${approvalAboveMinor}, ${version})
    on conflict (tenant_id) do update set approval_above_minor = excluded.approval_above_minor, version = excluded.version`);
}
