import { sql, type TenantTx } from '@atlas/platform';

export type Assignment = {
  readonly userId: string;
  readonly code: string;
  readonly name: string | null;
  readonly assignedAt: string;
};
export type NewAssignment = {
  readonly id: string;
  readonly userId: string;
  readonly roleId: string | null;
  readonly readyRole: string | null;
};

/** Who was given what. Ready roles have no name here. */
export const assignmentsOf = (tx: TenantTx, userIds: readonly string[]): Promise<Assignment[]> =>
  tx.rows(sql`
    select a.user_id as "userId", coalesce(a.ready_role, r.code) as code, r.name, a.assigned_at as "assignedAt"
    from role_assignments as a
    left join roles as r on r.tenant_id = a.tenant_id and r.id = a.role_id
    where a.tenant_id = ${tx.ctx.tenantId}::uuid and a.user_id = any(${userIds}::uuid[])
    order by code`);

export type Holder = { readonly userId: string; readonly assignedAt: string };

/** Everyone who was given a role of the workspace. */
export const holdersOf = (tx: TenantTx, roleId: string): Promise<Holder[]> =>
  tx.rows(sql`
    select user_id as "userId", assigned_at as "assignedAt" from role_assignments
    where tenant_id = ${tx.ctx.tenantId}::uuid and role_id = ${roleId}::uuid`);

/** How often each role was assigned, by its code. */
export async function assignedCounts(tx: TenantTx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows<{ code: string; count: number }>(sql`
    select coalesce(a.ready_role, r.code) as code, count(*)::int as count
    from role_assignments as a
    left join roles as r on r.tenant_id = a.tenant_id and r.id = a.role_id
    where a.tenant_id = ${tx.ctx.tenantId}::uuid
    group by 1`);
  return new Map(rows.map(({ code, count }) => [code, count]));
}

export async function insertAssignment(tx: TenantTx, { id, userId, roleId, readyRole }: NewAssignment): Promise<void> {
  await tx.rows(sql`
    insert into role_assignments (tenant_id, id, user_id, role_id, ready_role, assigned_by, assigned_at)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${userId}::uuid, ${roleId}::uuid, ${readyRole}, ${tx.ctx.actor.id}::uuid,
            ${tx.ctx.now}::timestamptz)`);
}

/** Takes away what a person was given before joining: in an earlier membership. */
export async function removeOutlived(tx: TenantTx, userId: string, joinedAt: string): Promise<void> {
  await tx.rows(sql`
    delete from role_assignments
    where tenant_id = ${tx.ctx.tenantId}::uuid and user_id = ${userId}::uuid and assigned_at < ${joinedAt}::timestamptz`);
}

export async function removeHolders(tx: TenantTx, roleId: string, userIds: readonly string[]): Promise<void> {
  await tx.rows(sql`
    delete from role_assignments
    where tenant_id = ${tx.ctx.tenantId}::uuid and role_id = ${roleId}::uuid and user_id = any(${userIds}::uuid[])`);
}

/** @returns whether there was such an assignment */
export async function removeAssignment(tx: TenantTx, userId: string, code: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    delete from role_assignments as a
    where a.tenant_id = ${tx.ctx.tenantId}::uuid and a.user_id = ${userId}::uuid
      and (a.ready_role = ${code}
        or a.role_id = (select r.id from roles as r where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.code = ${code}))
    returning 1`);
  return rows.length > 0;
}
