import type pg from 'pg';

/** A table whose rows belong to tenants, and the shape of its rows: names and types in order. */
export type TenantTable = { readonly name: string; readonly shape: string };

const tenantTables = `
  select c.relname as name,
    string_agg(format('%s %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum) as shape
  from pg_class as c
  join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and exists (select from pg_attribute as t where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped)
  group by c.relname order by c.relname`;

/** The tables of tenants that both databases have. @throws Error when one has a table or a column that the other has not */
export async function tablesOfBoth(from: pg.Client, to: pg.Client): Promise<readonly TenantTable[]> {
  const [there, here] = [await from.query<TenantTable>(tenantTables), await to.query<TenantTable>(tenantTables)];
  const written = (rows: readonly TenantTable[]) => rows.map(({ name, shape }) => `${name} (${shape})`);
  const lines = [...written(there.rows), ...written(here.rows)];
  const different = lines.filter((line) => lines.indexOf(line) === lines.lastIndexOf(line));
  if (different.length > 0)
    throw new Error(`The databases have different schemas. Migrate the copy first:\n  ${different.sort().join('\n  ')}`);
  return here.rows;
}
