import type { Page } from '@atlas/contract';
import { AtlasError, isUuid } from '@atlas/kernel';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../db/generated/client.ts';
import type { ForgetMember } from './workspaces.ts';

/** A person in a workspace. */
export type WorkspaceMember = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Role of the membership; several are separated by commas. */
  readonly role: string;
  readonly joinedAt: string;
};

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

type MemberRow = {
  readonly userId: string;
  readonly role: string;
  readonly createdAt: Date;
  readonly user: { readonly name: string; readonly email: string };
};

const memberOf = ({ userId, role, createdAt, user }: MemberRow): WorkspaceMember => ({
  userId,
  name: user.name,
  email: user.email,
  role,
  joinedAt: createdAt.toISOString(),
});

function afterCursor(cursor: string): { gt: string } {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!isUuid(id)) throw new AtlasError('invalid_cursor', 'This cursor does not belong to this list.');
  return { gt: id };
}

/** Reads people as the role that may, and always of one tenant. */
export function peopleIn(people: Pick<PrismaClient, 'member'>, forget: ForgetMember): People {
  return (organizationId) => ({
    members: async ({ limit, cursor }) => {
      const rows = await people.member.findMany({
        where: { organizationId, ...(cursor === undefined ? {} : { id: afterCursor(cursor) }) },
        include: { user: true },
        orderBy: { id: 'asc' },
        take: limit + 1,
      });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        items: rows.slice(0, limit).map(memberOf),
        nextCursor: last ? Buffer.from(last.id).toString('base64url') : null,
      };
    },
    member: async (userId) => {
      const where = { organizationId_userId: { organizationId, userId } };
      const row = await people.member.findUnique({ where, include: { user: true } });
      return row && memberOf(row);
    },
    some: async (userIds) => {
      const where = { organizationId, userId: { in: [...userIds] } };
      return (await people.member.findMany({ where, include: { user: true } })).map(memberOf);
    },
    forgetRoles: async (userIds) => {
      await Promise.all(userIds.map((userId) => forget(organizationId, userId)));
    },
    forgetAll: async () => {
      const all = await people.member.findMany({ where: { organizationId }, select: { userId: true } });
      await Promise.all(all.map(({ userId }) => forget(organizationId, userId)));
    },
  });
}

/** People for a process that signs nobody in. */
export function openDirectory(connectionString: string): { readonly people: People; close(): Promise<void> } {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 2 }) });
  return { people: peopleIn(client, async () => undefined), close: () => client.$disconnect() };
}
