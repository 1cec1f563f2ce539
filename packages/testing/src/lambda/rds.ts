import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { certificateFor } from '../services/certificate.ts';
import { startPostgres } from '../services/postgres.ts';
import { postgresInstallation } from '../services/postgres-account.ts';

/** A server of its own that is to its administrator what RDS is. */
export type Rds = {
  readonly host: string;
  /** The URL of a database as whoever runs the server. */
  urlOf(database: string): string;
  /** File of the authority that signed its certificate. */
  readonly authority: string;
  readonly administrator: { readonly username: string; readonly password: string };
  /** Runs SQL as whoever runs the server, which on AWS nobody is. */
  ask<T extends pg.QueryResultRow>(text: string, database?: string): Promise<T[]>;
  close(): Promise<void>;
};

/** No superuser: an administrator that makes roles and databases, as RDS gives it, and may let others use tokens of IAM. */
const administratorSql = `
  create role rds_iam nologin;
  create role keeper login createrole createdb password 'keeper' in role pg_signal_backend;
  grant rds_iam to keeper with admin option;`;

/** Starts PostgreSQL with a certificate that Node does not know. */
export async function startRds(): Promise<Rds> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-rds-'));
  const postgres = await startPostgres({ folder, password: 'postgres', durable: false });
  const urlOf = (database: string): string => Object.assign(new URL(postgres.url), { pathname: `/${database}` }).toString();
  const ask = async <T extends pg.QueryResultRow>(text: string, database = 'postgres'): Promise<T[]> => {
    const client = new pg.Client({ connectionString: urlOf(database) });
    await client.connect();
    try {
      return (await client.query<T>(text)).rows;
    } finally {
      await client.end();
    }
  };
  const { authority, certificate, key } = certificateFor(postgres.folder);
  const { account } = postgresInstallation();
  if (account) for (const file of [certificate, key]) chownSync(file, account.uid, account.gid);
  await ask(administratorSql);
  for (const [name, value] of Object.entries({ ssl_cert_file: certificate, ssl_key_file: key, ssl: 'on' }))
    await ask(`alter system set ${name} = '${value}'`);
  await ask('select pg_reload_conf()');
  return {
    host: new URL(postgres.url).host,
    urlOf,
    authority,
    administrator: { username: 'keeper', password: 'keeper' },
    ask,
    close: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
