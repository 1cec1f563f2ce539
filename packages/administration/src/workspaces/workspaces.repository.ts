import type { Input, Page } from '@atlas/contract';
import { type Flags, readPage, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { listWorkspaceMembers, listWorkspaces } from '../contract/workspaces.ts';

export type Limits = { readonly members: number | null; readonly rateFactor: number | null };

/** A workspace as the house sees it. */
export type WorkspaceRow = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly plan: 'free' | 'standard' | 'unlimited';
  readonly createdAt: string;
  readonly suspendedAt: string | null;
  readonly suspendedReason: string | null;
  readonly trialEndsAt: string | null;
  readonly limits: Partial<Limits>;
  readonly flags: Flags;
  readonly memberCount: number;
  readonly owner: { readonly userId: string; readonly name: string; readonly email: string } | null;
  readonly invitedOwner: string | null;
};

const isOwner = sql`'owner' = any(string_to_array(replace(m.role, ' ', ''), ','))`;

const columns = sql`
  w.id, w.name, w.slug, w.plan, w.created_at as "createdAt", w.suspended_at as "suspendedAt",
  w.suspended_reason as "suspendedReason", w.trial_ends_at as "trialEndsAt", w.limits, w.flags,
  (select count(*)::int from house_members as m where m.organization_id = w.id) as "memberCount",
  (select jsonb_build_object('userId', m.user_id, 'name', m.name, 'email', m.email) from house_members as m
   where m.organization_id = w.id and ${isOwner} order by m.created_at, m.id limit 1) as owner,
  (select i.email from house_invitations as i where i.organization_id = w.id and i.role = 'owner' and i.status = 'pending'
   and i.expires_at > now() order by i.created_at desc limit 1) as "invitedOwner"`;

const inState: Readonly<Record<NonNullable<Input<typeof listWorkspaces>['state']>, Sql>> = {
  suspended: sql`w.suspended_at is not null`,
  active: sql`w.suspended_at is null and w.trial_ends_at is null`,
  trial: sql`w.suspended_at is null and w.trial_ends_at > now()`,
  trial_ended: sql`w.suspended_at is null and w.trial_ends_at <= now()`,
};

const sorts = {
  name: { column: sql`w.name`, type: 'text' },
  createdAt: { column: sql`w.created_at`, type: 'timestamptz' },
} as const;

export function pageOfWorkspaces(tx: TenantTx, input: Input<typeof listWorkspaces>): Promise<Page<WorkspaceRow>> {
  const { q, state, plan, sort, limit, cursor } = input;
  const by = sorts[sort.replace('-', '') as keyof typeof sorts];
  return readPage(tx, {
    select: sql`select ${columns}, ${by.column} as "sortValue" from house_workspaces as w`,
    where: [
      q ? sql`strpos(lower(w.name), lower(${q})) > 0` : null,
      state ? inState[state] : null,
      plan ? sql`w.plan = ${plan}` : null,
    ],
    id: sql`w.id`,
    sorts,
    sort,
    limit,
    cursor,
  });
}

export async function workspaceById(tx: TenantTx, id: string): Promise<WorkspaceRow | undefined> {
  const [row] = await tx.rows<WorkspaceRow>(sql`select ${columns} from house_workspaces as w where w.id = ${id}::uuid`);
  return row;
}

/** The workspace, which nobody else changes until this transaction ends. */
export async function lockWorkspace(tx: TenantTx, id: string): Promise<WorkspaceRow | undefined> {
  await tx.rows(sql`select 1 from house_workspaces where id = ${id}::uuid for update`);
  return workspaceById(tx, id);
}

export type NewWorkspace = Pick<WorkspaceRow, 'id' | 'name' | 'slug' | 'plan' | 'trialEndsAt' | 'limits'>;

export function insertWorkspace(tx: TenantTx, { id, name, slug, plan, trialEndsAt, limits }: NewWorkspace): void {
  tx.tell(sql`
    insert into house_workspaces (id, name, slug, plan, trial_ends_at, limits)
    values (${id}::uuid, ${name}, ${slug}, ${plan}, ${trialEndsAt}::timestamptz, ${JSON.stringify(limits)}::jsonb)`);
}

/** Everything that administrators set. */
export function saveWorkspace(tx: TenantTx, row: WorkspaceRow): void {
  tx.tell(sql`
    update house_workspaces set plan = ${row.plan}, suspended_at = ${row.suspendedAt}::timestamptz,
      suspended_reason = ${row.suspendedReason}, trial_ends_at = ${row.trialEndsAt}::timestamptz,
      limits = ${JSON.stringify(row.limits)}::jsonb, flags = ${JSON.stringify(row.flags)}::jsonb
    where id = ${row.id}::uuid`);
}

export type MemberRow = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly role: string;
  readonly administrator: boolean;
  readonly joinedAt: string;
};

const memberColumns = sql`
  m.id, m.user_id as "userId", m.name, m.email, m.locale, m.role, m.administrator, m.created_at as "joinedAt"`;

export function pageOfMembers(
  tx: TenantTx,
  { workspaceId, limit, cursor }: Input<typeof listWorkspaceMembers>,
): Promise<Page<MemberRow>> {
  return readPage(tx, {
    select: sql`select ${memberColumns}, m.created_at as "sortValue" from house_members as m`,
    where: [sql`m.organization_id = ${workspaceId}::uuid`],
    id: sql`m.id`,
    sorts: { joinedAt: { column: sql`m.created_at`, type: 'timestamptz' } },
    sort: 'joinedAt',
    limit,
    cursor,
  });
}

export async function memberOf(tx: TenantTx, workspaceId: string, userId: string): Promise<MemberRow | undefined> {
  const [row] = await tx.rows<MemberRow>(sql`
    select ${memberColumns} from house_members as m
    where m.organization_id = ${workspaceId}::uuid and m.user_id = ${userId}::uuid`);
  return row;
}

export const ownersOf = (tx: TenantTx, workspaceId: string): Promise<MemberRow[]> =>
  tx.rows(sql`
    select ${memberColumns} from house_members as m where m.organization_id = ${workspaceId}::uuid and ${isOwner} order by m.id`);
