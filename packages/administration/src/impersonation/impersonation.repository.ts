import { uuidv7 } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';

/** The session in which an administrator acts as somebody. */
export type Impersonation = {
  readonly id: string;
  readonly token: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly until: string;
  readonly administratorId: string;
  readonly administrator: string;
  readonly reason: string;
};

/** Whoever acts as somebody has proved nothing as that person. */
const never = '1970-01-01T00:00:00.000Z';

export function insertImpersonation(tx: TenantTx, session: Impersonation): void {
  tx.tell(sql`
    insert into house_impersonations
      (id, token, user_id, expires_at, active_organization_id, authenticated_at, impersonated_by, impersonator_name, impersonation_reason)
    values (${session.id}::uuid, ${session.token}, ${session.userId}::uuid, ${session.until}::timestamptz,
      ${session.workspaceId}::uuid, ${never}::timestamptz, ${session.administratorId}::uuid, ${session.administrator}, ${session.reason})`);
}

export async function administratorName(tx: TenantTx, id: string | null): Promise<string | undefined> {
  const [row] = await tx.rows<{ name: string }>(sql`select name from house_administrators where id = ${id}::uuid`);
  return row?.name;
}

export type Told = {
  readonly workspaceId: string;
  readonly operation: string;
  readonly subjectId: string;
  readonly facts: unknown;
  readonly event: string;
  readonly payload: unknown;
};

/** Writes what happens here into the workspace's own audit trail and outbox, in this transaction. */
export function tellWorkspace(tx: TenantTx, { workspaceId, operation, subjectId, facts, event, payload }: Told): void {
  const { now, actor, requestId } = tx.ctx;
  tx.tell(sql`
    select house_tells(${workspaceId}::uuid, ${uuidv7()}::uuid, ${now}::timestamptz, ${actor.id}::uuid, ${operation},
      ${subjectId}::uuid, ${requestId}, ${JSON.stringify(facts)}::jsonb, ${uuidv7()}::uuid, ${event}, ${JSON.stringify(payload)}::jsonb)`);
}

export type ImpersonationFacts = {
  readonly administrator: string;
  readonly person: string;
  readonly workspace: string;
  readonly reason: string;
};

/** What the audit trail of the house says of an impersonation, in names. */
export async function impersonationFacts(tx: TenantTx, id: string): Promise<ImpersonationFacts | undefined> {
  const [row] = await tx.rows<ImpersonationFacts>(sql`
    select e.after->>'administrator' as administrator, e.after->>'reason' as reason, m.name as person, w.name as workspace
    from audit_events as e
    join house_workspaces as w on w.id = (e.after->>'workspaceId')::uuid
    join house_members as m on m.organization_id = w.id and m.user_id = e.subject_id
    where e.tenant_id = ${tx.ctx.tenantId}::uuid and e.action = 'administration.impersonation.start' and e.after->>'id' = ${id}`);
  return row;
}
