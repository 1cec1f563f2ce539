/** Roles that programs and migrations connect as (`prisma/sql/roles.sql`), by what follows `atlas_` in their names. */
export const roleNames = ['owner', 'app', 'relay', 'auth'] as const;

export type RoleName = (typeof roleNames)[number];

/** Passwords of the four roles. */
export type RolePasswords = Readonly<Record<RoleName, string>>;

/** URLs of one database for each role. */
export type DatabaseUrls = Readonly<Record<RoleName, string>>;

/** The URL of a database for each role, on the server that the administrator's URL names. */
export function databaseUrls(adminUrl: string, database: string, passwords: RolePasswords): DatabaseUrls {
  const urlOf = (role: RoleName): string => {
    const url = new URL(adminUrl);
    url.pathname = `/${database}`;
    url.username = `atlas_${role}`;
    url.password = encodeURIComponent(passwords[role]);
    return url.toString();
  };
  return { owner: urlOf('owner'), app: urlOf('app'), relay: urlOf('relay'), auth: urlOf('auth') };
}
