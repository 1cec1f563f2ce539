-- Every table whose rows say whose they are has a policy that holds narrow transactions to them.
select c.relname as violating_table
from pg_class as c
join pg_attribute as a on a.attrelid = c.oid and a.attname = 'owner_id' and not a.attisdropped
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and not exists (
    select from pg_policies as p
    where p.schemaname = 'public' and p.tablename = c.relname and p.permissive = 'RESTRICTIVE' and p.cmd = 'ALL'
      and p.qual like '%reached_owners(%' and p.with_check like '%reached_owners(%');
