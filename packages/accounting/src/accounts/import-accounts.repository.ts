import { sql, type TenantTx } from '@atlas/platform';
import type { AccountType } from '../domain/chart.ts';
import type { AccountRow } from './accounts.repository.ts';

export type KnownAccount = { readonly id: string; readonly type: AccountType; readonly isGroup: boolean };

export async function accountsByCode(tx: TenantTx, codes: readonly string[]): Promise<Map<string, KnownAccount>> {
  const rows = await tx.rows<KnownAccount & { code: string }>(sql`
    select id, code, type, is_group as "isGroup" from ledger_accounts
    where tenant_id = ${tx.ctx.tenantId}::uuid and code = any(${[...new Set(codes)]}::text[])`);
  return new Map(rows.map((row) => [row.code, row]));
}

/** Roles that accounts of the chart have. */
export async function takenRoles(tx: TenantTx): Promise<Set<string>> {
  const rows = await tx.rows<{ role: string }>(sql`
    select role from ledger_accounts where tenant_id = ${tx.ctx.tenantId}::uuid and role is not null`);
  return new Set(rows.map(({ role }) => role));
}

/** Writes accounts in one statement; their headings exist or are among them. */
export async function insertAccounts(tx: TenantTx, accounts: readonly AccountRow[]): Promise<void> {
  await tx.rows(sql`
    insert into ledger_accounts (tenant_id, id, code, name, type, parent_id, is_group, role, cash_flow)
    select ${tx.ctx.tenantId}::uuid, g.* from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
      as g (id uuid, code text, name text, type text, "parentId" uuid, "isGroup" boolean, role text, "cashFlow" text)`);
}
