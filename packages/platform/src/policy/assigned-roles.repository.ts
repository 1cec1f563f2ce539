import type { Grant, Role } from '@atlas/kernel';
import { sql } from '../db/sql.ts';
import type { TenantTx } from '../db/tenant-tx.ts';

/** A role that was assigned: a ready one by its code, or one of the workspace's own making. */
export type AssignedRole = { readonly assignedAt: string } & (
  | { readonly ready: string; readonly custom: null }
  | { readonly ready: null; readonly custom: Role }
);

type Row = {
  readonly assignedAt: string;
  readonly ready: string | null;
  readonly code: string;
  readonly name: string;
  readonly grants: readonly Grant[];
};

/** The roles that were assigned to a person, besides those of the membership. */
export async function assignedRoles(tx: TenantTx, userId: string): Promise<AssignedRole[]> {
  const rows = await tx.rows<Row>(sql`
    select a.assigned_at as "assignedAt", a.ready_role as ready, r.code, r.name, r.grants
    from role_assignments as a
    left join roles as r on r.tenant_id = a.tenant_id and r.id = a.role_id
    where a.tenant_id = ${tx.ctx.tenantId}::uuid and a.user_id = ${userId}::uuid
    order by a.ready_role, r.code`);
  return rows.map(({ assignedAt, ready, code, name, grants }) =>
    ready === null ? { assignedAt, ready, custom: { code, name, grants } } : { assignedAt, ready, custom: null },
  );
}
