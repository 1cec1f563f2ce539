import type { ClientBase } from 'pg';

type Part = { title: string; sql: string };

const ours = "n.nspname in ('public', 'identity')";
const noExtension = "not exists (select from pg_depend as d where d.objid = p.oid and d.deptype = 'e')";

/** Each query answers `name` (the table or function) and `text` (one line about it), in the order in which they are shown. */
const parts: readonly Part[] = [
  {
    title: 'columns',
    sql: `select c.oid::regclass::text as name,
            format('%s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
              coalesce(' default ' || pg_get_expr(def.adbin, def.adrelid), '')) as text
          from pg_class as c join pg_namespace as n on n.oid = c.relnamespace and ${ours}
          join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          left join pg_attrdef as def on def.adrelid = c.oid and def.adnum = a.attnum
          where c.relkind in ('r', 'p', 'v', 'm') and c.relname <> '_prisma_migrations' order by a.attnum`,
  },
  {
    title: 'constraints',
    sql: `select c.oid::regclass::text as name, format('%s %s', k.conname, pg_get_constraintdef(k.oid)) as text
          from pg_constraint as k join pg_class as c on c.oid = k.conrelid
          join pg_namespace as n on n.oid = c.relnamespace and ${ours}
          where c.relname <> '_prisma_migrations' order by k.contype desc, k.conname`,
  },
  {
    title: 'indexes',
    sql: `select i.indrelid::regclass::text as name, regexp_replace(pg_get_indexdef(i.indexrelid), ' ON (ONLY )?\\S+ USING', ' using') as text
          from pg_index as i join pg_class as c on c.oid = i.indrelid
          join pg_namespace as n on n.oid = c.relnamespace and ${ours}
          where c.relname <> '_prisma_migrations' order by i.indexrelid::regclass::text`,
  },
  {
    title: 'row-level security',
    sql: `select c.oid::regclass::text as name, case when c.relforcerowsecurity then 'forced' else 'enabled, not forced' end as text
          from pg_class as c join pg_namespace as n on n.oid = c.relnamespace and ${ours} where c.relrowsecurity`,
  },
  {
    title: 'policies',
    sql: `select format('%I', p.tablename)::text as name, format('%s for %s to %s%s%s', p.policyname, lower(p.cmd), array_to_string(p.roles, ', '),
            coalesce(' using ' || p.qual, ''), coalesce(' with check ' || p.with_check, '')) as text
          from pg_policies as p where p.schemaname = 'public' order by p.policyname`,
  },
  {
    title: 'triggers',
    sql: `select t.tgrelid::regclass::text as name, regexp_replace(pg_get_triggerdef(t.oid), '^CREATE ', '') as text
          from pg_trigger as t join pg_class as c on c.oid = t.tgrelid
          join pg_namespace as n on n.oid = c.relnamespace and ${ours} where not t.tgisinternal order by t.tgname`,
  },
  {
    title: 'grants',
    sql: `select c.oid::regclass::text as name, format('%s: %s', r.rolname, string_agg(lower(g.privilege_type), ', ' order by g.privilege_type)) as text
          from pg_class as c join pg_namespace as n on n.oid = c.relnamespace and ${ours}
          cross join lateral aclexplode(c.relacl) as g join pg_roles as r on r.oid = g.grantee
          where c.relkind in ('r', 'p', 'v', 'm') and c.relname <> '_prisma_migrations' and r.rolname <> 'atlas_owner'
          group by c.oid, r.rolname order by r.rolname`,
  },
  {
    title: 'grants on columns',
    sql: `select c.oid::regclass::text as name,
            format('%s: %s (%s)', r.rolname, lower(g.privilege_type), string_agg(a.attname, ', ' order by a.attnum)) as text
          from pg_class as c join pg_namespace as n on n.oid = c.relnamespace and ${ours}
          join pg_attribute as a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) as g join pg_roles as r on r.oid = g.grantee
          group by c.oid, r.rolname, g.privilege_type order by r.rolname, g.privilege_type`,
  },
];

const functions = `
  select p.oid::regprocedure::text as name,
    format('returns %s, %s, %s%s, body %s, for %s', pg_get_function_result(p.oid), l.lanname,
      case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when p.prosecdef then ', WITH THE RIGHTS OF ITS OWNER' else '' end, left(md5(p.prosrc || coalesce(pg_get_function_sqlbody(p.oid), '')), 8),
      coalesce((select string_agg(coalesce(r.rolname, 'everyone'), ', ' order by r.rolname nulls first)
                from aclexplode(p.proacl) as g left join pg_roles as r on r.oid = g.grantee), 'everyone')) as text
  from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace and ${ours} join pg_language as l on l.oid = p.prolang
  where ${noExtension} order by 1`;

const roles = `
  select rolname::text as name, concat_ws(', ', case when rolcanlogin then 'may log in' end, case when rolsuper then 'SUPERUSER' end,
    case when rolbypassrls then 'BYPASSES ROW-LEVEL SECURITY' end, case when rolcreatedb then 'CREATEDB' end,
    case when rolcreaterole then 'CREATEROLE' end) as text
  from pg_roles where rolname like 'atlas\\_%' order by 1`;

type Row = { name: string; text: string };

/**
 * What the database has become after all migrations, as text for people: tables with their columns, constraints,
 * indexes, policies, triggers and grants, then functions and roles. The same migrations always give the same text.
 */
export async function readCatalogue(client: ClientBase): Promise<string> {
  const tables = new Map<string, string[]>();
  for (const { title, sql } of parts) {
    const seen = new Set<string>();
    for (const { name, text } of (await client.query<Row>(sql)).rows) {
      const lines = tables.get(name) ?? [];
      if (!seen.has(name)) lines.push(`  ${title}`);
      seen.add(name);
      tables.set(name, [...lines, `    ${text.replace(/\s+/g, ' ')}`]);
    }
  }
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const blocks = sorted.map(([name, lines]) => `table ${name}\n${lines.join('\n')}`);
  const list = async (word: string, sql: string) =>
    (await client.query<Row>(sql)).rows.map(({ name, text }) => `${word} ${name}: ${text}`);
  return `${[...blocks, (await list('function', functions)).join('\n'), (await list('role', roles)).join('\n')].join('\n\n')}\n`;
}
