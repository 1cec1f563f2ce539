import type { Page } from '@atlas/contract';
import { containing, readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { AccountRole, account, listAccounts } from '../contract/accounts.ts';
import type { CashFlowClass } from '../domain/cash-flow.ts';
import type { AccountType } from '../domain/chart.ts';
import type { EntryAccount } from '../domain/check-entry.ts';

export type AccountRow = z.output<typeof account>;

const keyOf = (tx: TenantTx, id: string) => ({ tenantId_id: { tenantId: tx.ctx.tenantId, id } });

export async function loadAccount(tx: TenantTx, id: string): Promise<AccountRow | null> {
  const row = await tx.models.ledgerAccount.findFirst({ where: { tenantId: tx.ctx.tenantId, id } });
  return (
    row && {
      ...row,
      type: row.type as AccountType,
      role: row.role as AccountRole | null,
      cashFlow: row.cashFlow as CashFlowClass | null,
      archivedAt: row.archivedAt?.toISOString() ?? null,
    }
  );
}

export async function insertAccount(tx: TenantTx, { archivedAt: _none, ...row }: AccountRow): Promise<void> {
  await tx.models.ledgerAccount.create({ data: { ...row, tenantId: tx.ctx.tenantId } });
}

export async function saveAccountVersion(tx: TenantTx, { id, ...row }: AccountRow): Promise<void> {
  await tx.models.ledgerAccount.update({ where: keyOf(tx, id), data: row });
}

/** Locks the row until the end of the transaction, so that two edits of one version cannot both win. */
export async function lockAccount(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`select from ledger_accounts where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`);
}

/** Whether anything was ever posted to an account. */
export async function hasLines(tx: TenantTx, id: string): Promise<boolean> {
  const [row] = await tx.rows<{ found: boolean }>(sql`
    select exists (select from journal_lines where tenant_id = ${tx.ctx.tenantId}::uuid and account_id = ${id}::uuid) as found`);
  return row?.found ?? false;
}

/** Code and name of the account that has a role. */
export async function accountWithRole(tx: TenantTx, role: AccountRole): Promise<string | null> {
  const [row] = await tx.rows<{ label: string }>(sql`
    select code || ' ' || name as label from ledger_accounts where tenant_id = ${tx.ctx.tenantId}::uuid and role = ${role}`);
  return row?.label ?? null;
}

/** What a posting needs to know of the accounts that it names. */
export async function entryAccounts(
  tx: TenantTx,
  ids: readonly string[],
): Promise<Map<string, EntryAccount & { role: string | null }>> {
  const rows = await tx.rows<EntryAccount & { role: string | null }>(sql`
    select id, code, is_group as "isGroup", archived_at is not null as archived, role from ledger_accounts
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

export function pageOfAccounts(tx: TenantTx, input: z.output<typeof listAccounts.input>): Promise<Page<AccountRow>> {
  const pattern = input.q && containing(input.q);
  return readPage(tx, {
    select: sql`
      select a.id, a.code, a.name, a.type, a.role, a.is_group as "isGroup", a.parent_id as "parentId",
             a.cash_flow as "cashFlow", a.archived_at as "archivedAt", a.version, a.code as "sortValue"
      from ledger_accounts as a`,
    where: [
      sql`a.tenant_id = ${tx.ctx.tenantId}::uuid`,
      input.type ? sql`a.type = ${input.type}` : null,
      pattern ? sql`(a.name ilike ${pattern} or a.code ilike ${pattern})` : null,
    ],
    id: sql`a.id`,
    sorts: { code: { column: sql`a.code`, type: 'text' } },
    sort: 'code',
    limit: input.limit,
    cursor: input.cursor,
  });
}
