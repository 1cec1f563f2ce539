import { uuidv7 } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { apiKey, serviceAccount } from '../contract/api-keys.ts';

export type ApiKey = z.output<typeof apiKey>;
export type ServiceAccount = z.output<typeof serviceAccount>;

const accountColumns = sql`id, name, archived_at as "archivedAt", version`;
const keyColumns = sql`
  id, service_account_id as "serviceAccountId", name, public_id as "publicId", permissions, created_at as "createdAt",
  expires_at as "expiresAt", revoked_at as "revokedAt", last_used_at as "lastUsedAt"`;

export const allAccounts = (tx: TenantTx): Promise<ServiceAccount[]> =>
  tx.rows(sql`select ${accountColumns} from service_accounts where tenant_id = ${tx.ctx.tenantId}::uuid order by name`);

/** Locked, so that no key is issued to an account that is being archived. */
export async function lockAccount(tx: TenantTx, id: string): Promise<ServiceAccount | undefined> {
  const [row] = await tx.rows<ServiceAccount>(sql`
    select ${accountColumns} from service_accounts where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`);
  return row;
}

export async function insertAccount(tx: TenantTx, name: string): Promise<ServiceAccount> {
  const account = { id: uuidv7(), name, archivedAt: null, version: 1 };
  await tx.rows(sql`
    insert into service_accounts (tenant_id, id, name, created_at)
    values (${tx.ctx.tenantId}::uuid, ${account.id}::uuid, ${name}, ${tx.ctx.now}::timestamptz)`);
  return account;
}

export function archiveAccount(tx: TenantTx, id: string): void {
  tx.tell(sql`
    update service_accounts set archived_at = ${tx.ctx.now}::timestamptz, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export const keysOf = (tx: TenantTx, serviceAccountId: string | undefined): Promise<ApiKey[]> =>
  tx.rows(sql`
    select ${keyColumns} from api_keys
    where tenant_id = ${tx.ctx.tenantId}::uuid
      and service_account_id = coalesce(${serviceAccountId ?? null}::uuid, service_account_id)
    order by created_at desc, id desc`);

export async function lockKey(tx: TenantTx, id: string): Promise<ApiKey | undefined> {
  const [row] = await tx.rows<ApiKey>(sql`
    select ${keyColumns} from api_keys where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`);
  return row;
}

export function insertKey(tx: TenantTx, key: ApiKey, digest: Uint8Array): void {
  tx.tell(sql`
    insert into api_keys (tenant_id, id, service_account_id, name, public_id, digest, permissions, expires_at, created_by, created_at)
    values (${tx.ctx.tenantId}::uuid, ${key.id}::uuid, ${key.serviceAccountId}::uuid, ${key.name}, ${key.publicId}, ${digest}::bytea,
      ${key.permissions}::text[], ${key.expiresAt}::timestamptz, ${tx.ctx.actor.id}::uuid, ${tx.ctx.now}::timestamptz)`);
}

export function endKey(tx: TenantTx, id: string, at: 'expires_at' | 'revoked_at', instant: string): void {
  const column = at === 'expires_at' ? sql`expires_at` : sql`revoked_at`;
  tx.tell(sql`
    update api_keys set ${column} = ${instant}::timestamptz where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}
