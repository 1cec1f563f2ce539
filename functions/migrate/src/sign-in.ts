import pg from 'pg';
import { lockServer } from './cluster.ts';
import { readCredentials } from './secrets.ts';
import { withClient } from './with-client.ts';

/** How programs sign in as a role: with the password of a secret, which RDS Proxy shows for them, or with tokens of IAM. */
export type SignIn = { readonly role: 'app' | 'relay' | 'auth'; readonly secret: string | undefined };

export const signInsOf = (env: NodeJS.ProcessEnv): SignIn[] => [
  { role: 'app', secret: env.DATABASE_APP || undefined },
  { role: 'auth', secret: env.DATABASE_AUTH || undefined },
  // It listens to what is announced, which goes past the proxy.
  { role: 'relay', secret: undefined },
];

/** Members of this role of RDS sign in with tokens, and can no longer with a password. */
const tokens = 'rds_iam';

/** Lets programs sign in as their roles. Outside RDS roles without a secret are left as they are. Safe to repeat. */
export function allowSignIn(administrator: string, signIns: readonly SignIn[]): Promise<void> {
  return withClient(administrator, async (client) => {
    await lockServer(client);
    const isRds = (await client.query('select from pg_roles where rolname = $1', [tokens])).rowCount !== 0;
    for (const { role, secret } of signIns) {
      const name = pg.escapeIdentifier(`atlas_${role}`);
      // The function seeds as these roles.
      await client.query(`grant ${name} to current_user`);
      if (isRds) await client.query(secret === undefined ? `grant ${tokens} to ${name}` : `revoke ${tokens} from ${name}`);
      if (secret === undefined) continue;
      const { password } = await readCredentials(secret);
      await client.query(`alter role ${name} password ${pg.escapeLiteral(password)}`);
    }
  });
}
