import type { Grant } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { role } from '../contract/roles.ts';

export type CustomRole = z.output<typeof role>;

const columns = sql`r.id, r.code, r.name, r.description, r.grants, r.version`;

const one = async (rows: Promise<CustomRole[]>): Promise<CustomRole | null> => (await rows)[0] ?? null;

export const loadRole = (tx: TenantTx, id: string): Promise<CustomRole | null> =>
  one(tx.rows(sql`select ${columns} from roles as r where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.id = ${id}::uuid`));

/** Locks the role until the end of the transaction: nobody is given it, and nobody else changes it, meanwhile. */
export const lockRole = (tx: TenantTx, id: string): Promise<CustomRole | null> =>
  one(
    tx.rows(
      sql`select ${columns} from roles as r where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.id = ${id}::uuid for update`,
    ),
  );

/** The role as it stays until the end of the transaction. */
export const roleByCode = (tx: TenantTx, code: string): Promise<CustomRole | null> =>
  one(
    tx.rows(sql`select ${columns} from roles as r where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.code = ${code} for share`),
  );

export const customRoles = (tx: TenantTx): Promise<CustomRole[]> =>
  tx.rows(sql`select ${columns} from roles as r where r.tenant_id = ${tx.ctx.tenantId}::uuid order by r.code`);

export async function insertRole(tx: TenantTx, { id, code, name, description, grants, version }: CustomRole): Promise<void> {
  await tx.rows(sql`
    insert into roles (tenant_id, id, code, name, description, grants, version)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${code}, ${name}, ${description}, ${grantsJson(grants)}::jsonb, ${version})`);
}

export async function saveRole(tx: TenantTx, { id, name, description, grants, version }: CustomRole): Promise<void> {
  await tx.rows(sql`
    update roles set name = ${name}, description = ${description}, grants = ${grantsJson(grants)}::jsonb, version = ${version},
                     updated_at = ${tx.ctx.now}::timestamptz
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export async function removeRole(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`delete from roles where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

const grantsJson = (grants: readonly Grant[]): string => JSON.stringify(grants);
