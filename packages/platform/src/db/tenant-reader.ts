import type pg from 'pg';
import { type Sql, statementOf } from './sql.ts';
import type { TenantTx } from './tenant-tx.ts';
import { valueTypes } from './value-types.ts';

/** As much of a transaction as it takes to read what one tenant has. */
export type TenantReader = Pick<TenantTx, 'rows'> & { readonly ctx: Pick<TenantTx['ctx'], 'tenantId'> };

/** Reads in a transaction that an operator's tool has opened for a tenant, with values as everywhere in Atlas. */
export const tenantReaderOn = (client: pg.ClientBase, tenantId: string): TenantReader => ({
  ctx: { tenantId },
  rows: async <T>(query: Sql) => (await client.query({ ...statementOf(query, false), types: valueTypes })).rows as T[],
});
