import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { team } from '../contract/teams.ts';
import type { Placement } from '../members/current-people.ts';

export type Team = z.output<typeof team>;

const columns = sql`id, name, version`;

export const allTeams = (tx: TenantTx): Promise<Team[]> =>
  tx.rows(sql`select ${columns} from teams where tenant_id = ${tx.ctx.tenantId}::uuid order by name, id`);

export async function loadTeam(tx: TenantTx, id: string): Promise<Team | undefined> {
  const [row] = await tx.rows<Team>(
    sql`select ${columns} from teams where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`,
  );
  return row;
}

/** Locked until the end of the transaction: nobody is put into it, and nobody else changes it, meanwhile. */
export async function lockTeam(tx: TenantTx, id: string): Promise<Team | undefined> {
  const [row] = await tx.rows<Team>(
    sql`select ${columns} from teams where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`,
  );
  return row;
}

export async function insertTeam(tx: TenantTx, { id, name, version }: Team): Promise<void> {
  await tx.rows(sql`
    insert into teams (tenant_id, id, name, version, created_at)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${name}, ${version}, ${tx.ctx.now}::timestamptz)`);
}

export async function saveTeam(tx: TenantTx, { id, name, version }: Team): Promise<void> {
  await tx.rows(sql`
    update teams set name = ${name}, version = ${version} where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

/** Who is in it goes with it. */
export async function removeTeam(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`delete from teams where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export type InTeam = Placement & { readonly teamId: string };

const placement = sql`team_id as "teamId", user_id as "userId", assigned_at as "assignedAt"`;

export const everyoneInTeams = (tx: TenantTx): Promise<InTeam[]> =>
  tx.rows(sql`select ${placement} from team_members where tenant_id = ${tx.ctx.tenantId}::uuid`);

export const everyoneIn = (tx: TenantTx, teamId: string): Promise<InTeam[]> =>
  tx.rows(sql`
    select ${placement} from team_members where tenant_id = ${tx.ctx.tenantId}::uuid and team_id = ${teamId}::uuid`);

/** The teams that these people were put into, by name. */
export const teamsOf = (tx: TenantTx, userIds: readonly string[]): Promise<(InTeam & { readonly name: string })[]> =>
  tx.rows(sql`
    select m.team_id as "teamId", m.user_id as "userId", m.assigned_at as "assignedAt", t.name
    from team_members as m
    join teams as t on t.tenant_id = m.tenant_id and t.id = m.team_id
    where m.tenant_id = ${tx.ctx.tenantId}::uuid and m.user_id = any(${userIds}::uuid[])
    order by t.name, t.id`);

export async function insertMember(tx: TenantTx, teamId: string, userId: string): Promise<void> {
  await tx.rows(sql`
    insert into team_members (tenant_id, team_id, user_id, assigned_at)
    values (${tx.ctx.tenantId}::uuid, ${teamId}::uuid, ${userId}::uuid, ${tx.ctx.now}::timestamptz)`);
}

/** Takes a person out of where they were put before joining: in an earlier membership. */
export async function removeOutlivedFromTeams(tx: TenantTx, userId: string, joinedAt: string): Promise<void> {
  await tx.rows(sql`
    delete from team_members
    where tenant_id = ${tx.ctx.tenantId}::uuid and user_id = ${userId}::uuid and assigned_at < ${joinedAt}::timestamptz`);
}

/** @returns whether the person was in the team */
export async function removeMember(tx: TenantTx, teamId: string, userId: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    delete from team_members
    where tenant_id = ${tx.ctx.tenantId}::uuid and team_id = ${teamId}::uuid and user_id = ${userId}::uuid
    returning 1`);
  return rows.length > 0;
}
