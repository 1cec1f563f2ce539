import { houseTenantId } from '@atlas/platform';
import pg from 'pg';

const settings = `
  set local datestyle = 'ISO, YMD';
  set local bytea_output = 'hex';
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0;`;

/** From here on the transaction sees and writes rows of this tenant only: row-level security holds the owner to it, too. */
export const enter = (client: pg.Client, tenantId: string) =>
  client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);

export const enterHouse = (client: pg.Client) => enter(client, houseTenantId);

/** A transaction that reads one tenant of the copy, all of it at one instant. */
export async function openCopy(url: string, tenantId: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'atlas-tenant-restore' });
  await client.connect();
  await client.query(`begin isolation level repeatable read read only; ${settings} set local role atlas_owner;`);
  await enter(client, tenantId);
  return client;
}

/**
 * A transaction that writes one tenant of the database that people work in. Triggers and foreign keys are silent in it,
 * because rows come back as they were and not as if they happened again: whoever opens it proves the rows before COMMIT.
 */
export async function openTarget(url: string, tenantId: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'atlas-tenant-restore' });
  await client.connect();
  await client.query(`begin; ${settings} set local session_replication_role = replica; set local role atlas_owner;`);
  await enter(client, tenantId);
  return client;
}
