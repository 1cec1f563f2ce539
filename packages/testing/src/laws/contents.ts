import { asAdministrator } from '../database.ts';

let tables: Promise<readonly { name: string; hasId: boolean }[]> | undefined;

const tenantTables = () => {
  tables ??= asAdministrator<{ name: string; hasId: boolean }>(`
    select c.table_name as name, bool_or(c.column_name = 'id') as "hasId" from information_schema.columns as c
    join information_schema.tables as t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' group by c.table_name having bool_or(c.column_name = 'tenant_id') order by 1`);
  return tables;
};

/** A fingerprint of everything a tenant has, table by table: equal fingerprints mean that nothing changed. */
export async function contentsOf(tenantId: string): Promise<Record<string, string>> {
  const parts = (await tenantTables()).map(
    ({ name }) =>
      `select '${name}' as name, md5(string_agg(t::text, '|' order by t::text)) as hash from "${name}" as t where tenant_id = $1`,
  );
  const rows = await asAdministrator<{ name: string; hash: string | null }>(parts.join(' union all '), [tenantId]);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash ?? 'empty']));
}

/** Every id that a tenant owns. */
export async function idsOf(tenantId: string): Promise<ReadonlySet<string>> {
  const parts = (await tenantTables())
    .filter(({ hasId }) => hasId)
    .map(({ name }) => `select id::text from "${name}" where tenant_id = $1`);
  const rows = await asAdministrator<{ id: string }>(parts.join(' union all '), [tenantId]);
  return new Set(rows.map(({ id }) => id));
}
