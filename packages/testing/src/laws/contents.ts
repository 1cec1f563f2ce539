import { asAdministrator, testDatabase } from '../database.ts';

/** Ids wherever they stand. */
export const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

let tables: Promise<readonly string[]> | undefined;

/** The tables that hold rows of tenants. */
export const tenantTables = (): Promise<readonly string[]> => {
  tables ??= asAdministrator<{ name: string }>(`
    select c.table_name as name from information_schema.columns as c
    join information_schema.tables as t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.column_name = 'tenant_id' order by 1`).then((rows) => rows.map(({ name }) => name));
  return tables;
};

/**
 * Prepared once a connection: to plan a hundred tables takes longer than to read the little that a tenant has. One sum over all
 * of them: one for each table would be begun and ended a hundred times for the ten tables that have rows.
 */
const fingerprints = async () => {
  const parts = (await tenantTables()).map(
    (name) => `select '${name}' as name, hashtextextended(t::text, 0) as hash from "${name}" as t where tenant_id = any($1)`,
  );
  return {
    name: 'fingerprints',
    text: `select name, count(*) || ' ' || sum(hash) as hash from (${parts.join(' union all ')}) as rows group by name`,
  };
};

/** A fingerprint of everything that tenants have, table by table: equal fingerprints mean that nothing changed. */
export async function contentsOf(...tenantIds: string[]): Promise<Record<string, string>> {
  const { administrators } = await testDatabase();
  const { rows } = await administrators.query<{ name: string; hash: string }>({ ...(await fingerprints()), values: [tenantIds] });
  const hashes = new Map(rows.map(({ name, hash }) => [name, hash]));
  return Object.fromEntries((await tenantTables()).map((name) => [name, hashes.get(name) ?? 'empty']));
}

/** Every id in the rows of tenants: their own, and those of their people, requests and files. Prepared once a connection, too. */
export async function idsOf(...tenantIds: string[]): Promise<ReadonlySet<string>> {
  const parts = (await tenantTables()).map(
    (name) =>
      `select m[1] as id from "${name}" as t, regexp_matches(t::text, '${uuids.source}', 'g') as m where tenant_id = any($1)`,
  );
  const { administrators } = await testDatabase();
  const { rows } = await administrators.query<{ id: string }>({ name: 'ids', text: parts.join(' union '), values: [tenantIds] });
  return new Set(rows.map(({ id }) => id));
}
