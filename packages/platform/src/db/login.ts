import type pg from 'pg';
import { iamToken } from './iam-token.ts';

/** How a program connects as one role: by the URL's own password, or encrypted and with a token of IAM for each connection. */
export type Login = { readonly url: string; readonly iam: boolean };

/** What pg is told. Whoever answers shows a certificate of its name that Node's authorities, or NODE_EXTRA_CA_CERTS, have signed. */
export function connectionOf({ url, iam }: Login): pg.ClientConfig {
  if (!iam) return { connectionString: url };
  const { hostname, port, username, pathname } = new URL(url);
  const door = { host: hostname, port: Number(port || 5432), user: decodeURIComponent(username) };
  // pg asks again for every connection.
  return { ...door, database: decodeURIComponent(pathname.slice(1)), ssl: true, password: () => iamToken(door) };
}
