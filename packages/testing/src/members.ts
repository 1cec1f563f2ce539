import { uuidv7 } from '@atlas/kernel';
import { asAdministrator } from './database.ts';
import type { World } from './world.ts';

/** Someone who joins a world's workspace, long before anything happens there. Returns the user's id. */
export async function newMember({ tenantId }: Pick<World, 'tenantId'>, role = 'member', userId = uuidv7()): Promise<string> {
  await asAdministrator(
    `with workspace as (
       insert into identity.organizations (id, name, slug) values ($1, 'Members Ltd', $1::uuid::text) on conflict do nothing
     ), person as (
       insert into identity.users (id, name, email) values ($2, 'Grace', $2::uuid::text || '@example.com') on conflict do nothing
     ) insert into identity.members (id, organization_id, user_id, role, created_at) values ($3, $1, $2, $4, '2026-01-01')`,
    [tenantId, userId, uuidv7(), role],
  );
  return userId;
}
