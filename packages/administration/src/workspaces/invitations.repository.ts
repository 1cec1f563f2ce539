import { sql, type TenantTx } from '@atlas/platform';

export type NewInvitation = {
  readonly id: string;
  readonly workspaceId: string;
  readonly email: string;
  readonly expiresAt: string;
  readonly inviterId: string;
};

/** Whoever accepts it owns the workspace. */
export function inviteOwner(tx: TenantTx, { id, workspaceId, email, expiresAt, inviterId }: NewInvitation): void {
  tx.tell(sql`
    insert into house_invitations (id, organization_id, email, role, status, expires_at, inviter_id)
    values (${id}::uuid, ${workspaceId}::uuid, ${email}, 'owner', 'pending', ${expiresAt}::timestamptz, ${inviterId}::uuid)`);
}

export type Invitation = {
  readonly email: string;
  readonly workspace: string;
  readonly inviter: string;
  readonly locale: string;
};

export async function invitationById(tx: TenantTx, id: string): Promise<Invitation | undefined> {
  const [row] = await tx.rows<Invitation>(sql`
    select i.email, w.name as workspace, a.name as inviter, a.locale
    from house_invitations as i
    join house_workspaces as w on w.id = i.organization_id
    join house_administrators as a on a.id = i.inviter_id
    where i.id = ${id}::uuid`);
  return row;
}
