import { isUuid } from '@atlas/kernel';
import type pg from 'pg';

/** A person in a workspace. */
export type WorkspaceMember = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Role of the membership; several are separated by commas. */
  readonly role: string;
  readonly joinedAt: string;
};

/**
 * A connection of the role that sees people. What every request may ask is plain SQL: Prisma reads its schema and compiles its
 * engine at its first query, for which whoever asks a new instance first would wait a fifth of a second.
 */
export type PeopleReader = Pick<pg.Pool, 'query'>;

type MemberRow = Omit<WorkspaceMember, 'joinedAt'> & { readonly id: string; readonly joinedAt: Date };

const membersSql = `
  select m.id, m.user_id as "userId", u.name, u.email, m.role, m.created_at as "joinedAt"
  from identity.members as m join identity.users as u on u.id = m.user_id
  where m.organization_id = $1::uuid`;

/** A member and the place of their membership in the order in which members joined. */
export type Placed = { readonly id: string; readonly member: WorkspaceMember };

async function read(people: PeopleReader, more: string, values: readonly unknown[]): Promise<Placed[]> {
  const { rows } = await people.query<MemberRow>(`${membersSql} ${more}`, [...values]);
  return rows.map(({ id, joinedAt, ...member }) => ({ id, member: { ...member, joinedAt: joinedAt.toISOString() } }));
}

/** In the order in which they joined, after a membership. */
export const readMembers = (people: PeopleReader, organizationId: string, after: string | null, limit: number) =>
  read(people, 'and ($2::uuid is null or m.id > $2::uuid) order by m.id limit $3', [organizationId, after, limit]);

/** Of these users those who are members, in no order. */
export async function readSomeMembers(
  people: PeopleReader,
  organizationId: string,
  userIds: readonly string[],
): Promise<WorkspaceMember[]> {
  const placed = await read(people, 'and m.user_id = any($2::uuid[])', [organizationId, userIds.filter(isUuid)]);
  return placed.map(({ member }) => member);
}

export async function readMemberIds(people: PeopleReader, organizationId: string): Promise<string[]> {
  const { rows } = await people.query<{ id: string }>(
    'select user_id as id from identity.members where organization_id = $1::uuid',
    [organizationId],
  );
  return rows.map(({ id }) => id);
}

/** What a workspace has bought; null when there is none. */
export async function readPlan(
  people: PeopleReader,
  organizationId: string,
): Promise<{ readonly plan: string; readonly limits: unknown } | null> {
  const { rows } = await people.query<{ plan: string; limits: unknown }>(
    'select plan, limits from identity.organizations where id = $1::uuid',
    [organizationId],
  );
  return rows[0] ?? null;
}
