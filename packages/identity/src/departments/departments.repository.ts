import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { department } from '../contract/departments.ts';
import type { Placement } from '../members/current-people.ts';

export type Department = z.output<typeof department>;

const columns = sql`id, name, parent_id as "parentId", version`;

export const allDepartments = (tx: TenantTx): Promise<Department[]> =>
  tx.rows(sql`select ${columns} from departments where tenant_id = ${tx.ctx.tenantId}::uuid order by name, id`);

/**
 * The whole tree, as it stays until the end of the transaction. It is read after it was locked: another move that was
 * waited for is seen, and so is what was created meanwhile.
 */
export async function lockTree(tx: TenantTx): Promise<Department[]> {
  await tx.rows(sql`select 1 from departments where tenant_id = ${tx.ctx.tenantId}::uuid order by id for update`);
  return allDepartments(tx);
}

export async function insertDepartment(tx: TenantTx, { id, name, parentId, version }: Department): Promise<void> {
  await tx.rows(sql`
    insert into departments (tenant_id, id, name, parent_id, version, created_at)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${name}, ${parentId}::uuid, ${version}, ${tx.ctx.now}::timestamptz)`);
}

export async function saveDepartment(tx: TenantTx, { id, name, parentId, version }: Department): Promise<void> {
  await tx.rows(sql`
    update departments set name = ${name}, parent_id = ${parentId}::uuid, version = ${version}
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export async function removeDepartment(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`delete from departments where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export type InDepartment = Placement & { readonly departmentId: string };

const placement = sql`department_id as "departmentId", user_id as "userId", assigned_at as "assignedAt"`;

export const everyoneInDepartments = (tx: TenantTx): Promise<InDepartment[]> =>
  tx.rows(sql`select ${placement} from department_members where tenant_id = ${tx.ctx.tenantId}::uuid`);

export const everyoneIn = (tx: TenantTx, departmentId: string): Promise<InDepartment[]> =>
  tx.rows(sql`
    select ${placement} from department_members
    where tenant_id = ${tx.ctx.tenantId}::uuid and department_id = ${departmentId}::uuid`);

/** The departments that these people were put into. */
export const departmentsOf = (tx: TenantTx, userIds: readonly string[]): Promise<(InDepartment & { readonly name: string })[]> =>
  tx.rows(sql`
    select m.department_id as "departmentId", m.user_id as "userId", m.assigned_at as "assignedAt", d.name
    from department_members as m
    join departments as d on d.tenant_id = m.tenant_id and d.id = m.department_id
    where m.tenant_id = ${tx.ctx.tenantId}::uuid and m.user_id = any(${userIds}::uuid[])`);

/** Where a person is, locked until the end of the transaction. */
export async function lockPlacement(tx: TenantTx, userId: string): Promise<InDepartment | undefined> {
  const [row] = await tx.rows<InDepartment>(sql`
    select ${placement} from department_members
    where tenant_id = ${tx.ctx.tenantId}::uuid and user_id = ${userId}::uuid for update`);
  return row;
}

export async function savePlacement(tx: TenantTx, { userId, departmentId, assignedAt }: InDepartment): Promise<void> {
  await tx.rows(sql`
    insert into department_members (tenant_id, user_id, department_id, assigned_at)
    values (${tx.ctx.tenantId}::uuid, ${userId}::uuid, ${departmentId}::uuid, ${assignedAt}::timestamptz)
    on conflict (tenant_id, user_id) do update set department_id = excluded.department_id, assigned_at = excluded.assigned_at`);
}

export async function removePlacements(tx: TenantTx, userIds: readonly string[]): Promise<void> {
  await tx.rows(sql`
    delete from department_members where tenant_id = ${tx.ctx.tenantId}::uuid and user_id = any(${userIds}::uuid[])`);
}
