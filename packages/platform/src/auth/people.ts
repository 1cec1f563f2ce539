import type { Page } from '@atlas/contract';
import { AtlasError, isUuid } from '@atlas/kernel';
import { openPool } from '../db/pool.ts';
import { type PeopleReader, readMemberIds, readMembers, readSomeMembers, type WorkspaceMember } from './people.repository.ts';
import type { ForgetMember } from './workspaces.ts';

/** The people of one tenant. */
export type TenantPeople = {
  /** In the order in which they joined. @throws AtlasError `invalid_cursor` */
  members(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<WorkspaceMember>>;
  member(userId: string): Promise<WorkspaceMember | null>;
  /** Of these users those who are members, in no order. */
  some(userIds: readonly string[]): Promise<readonly WorkspaceMember[]>;
  /** Says that the roles of these people are others from now on. */
  forgetRoles(userIds: readonly string[]): Promise<void>;
  /** Says so of everybody: how the workspace stands has changed. */
  forgetAll(): Promise<void>;
};

export type People = (tenantId: string) => TenantPeople;

const nobodyKnown = (): never => {
  throw new Error('this context was made without people');
};

/** For contexts in which nobody asks for people. */
export const unknownPeople: People = nobodyKnown;

function afterCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!isUuid(id)) throw new AtlasError('invalid_cursor', 'This cursor does not belong to this list.');
  return id;
}

/** Reads people as the role that may, and always of one tenant. */
export function peopleIn(people: PeopleReader, forget: ForgetMember): People {
  return (organizationId) => ({
    members: async ({ limit, cursor }) => {
      const rows = await readMembers(people, organizationId, cursor === undefined ? null : afterCursor(cursor), limit + 1);
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        items: rows.slice(0, limit).map(({ member }) => member),
        nextCursor: last ? Buffer.from(last.id).toString('base64url') : null,
      };
    },
    member: async (userId) => (await readSomeMembers(people, organizationId, [userId]))[0] ?? null,
    some: (userIds) => readSomeMembers(people, organizationId, userIds),
    forgetRoles: async (userIds) => {
      await Promise.all(userIds.map((userId) => forget(organizationId, userId)));
    },
    forgetAll: async () => {
      const all = await readMemberIds(people, organizationId);
      await Promise.all(all.map((userId) => forget(organizationId, userId)));
    },
  });
}

/** People for a process that signs nobody in. */
export function openDirectory(connectionString: string): { readonly people: People; close(): Promise<void> } {
  const pool = openPool({ connectionString, max: 2 });
  return { people: peopleIn(pool, async () => undefined), close: () => pool.end() };
}
