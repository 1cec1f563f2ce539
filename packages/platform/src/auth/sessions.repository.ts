import type pg from 'pg';
import type { PeopleReader } from './people.repository.ts';
import type { SessionCopy } from './session-copies.ts';

/** Columns by the names that Better Auth has for them: it reads the copies of sessions, too. */
const session = {
  id: 'id',
  token: 'token',
  userId: 'user_id',
  expiresAt: 'expires_at',
  ipAddress: 'ip_address',
  userAgent: 'user_agent',
  place: 'place',
  activeOrganizationId: 'active_organization_id',
  authenticatedAt: 'authenticated_at',
  impersonatedBy: 'impersonated_by',
  impersonatorName: 'impersonator_name',
  impersonationReason: 'impersonation_reason',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
const user = {
  id: 'id',
  name: 'name',
  email: 'email',
  emailVerified: 'email_verified',
  image: 'image',
  locale: 'locale',
  twoFactorEnabled: 'two_factor_enabled',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const columns = (table: string, names: Readonly<Record<string, string>>): string =>
  Object.values(names)
    .map((column) => `${table}.${column}`)
    .join(', ');

const sessionSql = `
  select ${columns('s', session)}, ${columns('u', user)}
  from identity.sessions as s join identity.users as u on u.id = s.user_id where s.token = $1`;

/** A session that PostgreSQL knows, over or not, as Better Auth would tell it. */
export async function readSession(people: PeopleReader, token: string): Promise<SessionCopy | null> {
  const query: pg.QueryArrayConfig = { text: sessionSql, values: [token], rowMode: 'array' };
  const [row] = (await people.query(query)).rows;
  if (!row) return null;
  const taken = (names: object, from: number) =>
    Object.fromEntries(Object.keys(names).map((name, index) => [name, row[from + index]]));
  // As Redis would give it back: instants are text.
  return JSON.parse(JSON.stringify({ session: taken(session, 0), user: taken(user, Object.keys(session).length) }));
}
