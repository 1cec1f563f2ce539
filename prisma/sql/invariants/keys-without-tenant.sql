-- Primary keys and foreign keys of the business schema carry the tenant, so that no row can point into another tenant.
select c.conrelid::regclass::text as violating_table, c.conname as violating_key
from pg_constraint as c
where c.connamespace = 'public'::regnamespace
  and c.contype in ('p', 'f')
  and c.conrelid::regclass::text <> '_prisma_migrations'
  and not exists (
    select from unnest(c.conkey) as k (n)
    join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = k.n
    where a.attname = 'tenant_id');
