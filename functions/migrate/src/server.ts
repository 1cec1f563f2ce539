import type { RoleName } from './roles.ts';
import { type Credentials, readCredentials } from './secrets.ts';

/** The server of PostgreSQL, as its administrator. */
export type Server = {
  /** The URL of a database as the administrator, or as a role that the administrator takes on. */
  urlOf(database: string, role?: RoleName): string;
};

/** Every database server has it. */
export const maintenanceDatabase = 'postgres';

/**
 * The certificate of an instance of RDS is signed by an authority that Node does not know: its certificates are in
 * /var/runtime/ca-cert.pem of AWS's runtime, which the function's NODE_EXTRA_CA_CERTS names (stacks/app/migrate.ts).
 */
const onAws = 'sslmode=verify-full';

export function serverAt(host: string, { username, password }: Credentials, encrypted: boolean): Server {
  return {
    urlOf: (database, role) => {
      const url = new URL(`postgresql://${host}/${database}${encrypted ? `?${onAws}` : ''}`);
      url.username = encodeURIComponent(username);
      url.password = encodeURIComponent(password);
      if (role) url.searchParams.set('options', `-c role=atlas_${role}`);
      return url.toString();
    },
  };
}

/** The server that the function's environment names. */
export async function openServer(env: NodeJS.ProcessEnv): Promise<Server> {
  const { DATABASE_HOST: host, DATABASE_ADMINISTRATOR: administrator } = env;
  if (!host || !administrator) throw new Error('DATABASE_HOST and DATABASE_ADMINISTRATOR are needed');
  return serverAt(host, await readCredentials(administrator), env.NODE_ENV === 'production');
}
