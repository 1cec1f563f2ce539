import { sql } from './sql.ts';
import type { TenantTx } from './tenant-tx.ts';

/**
 * To be sent before a statement that joins all rows of a tenant. PostgreSQL's statistics are about all tenants together:
 * for a large tenant among small ones they promise a few rows, and a nested loop over them then takes minutes. Hash joins
 * cost about the same whatever the statistics say. Holds until the end of the transaction: in a query, for the statements sent with it.
 */
export async function joinWholeTenant(tx: TenantTx): Promise<void> {
  await tx.rows(sql`select set_config('enable_nestloop', 'off', true)`);
}
