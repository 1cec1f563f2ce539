-- Every table of the business schema is isolated: RLS enabled and forced, a policy for each verb on tenant_id.
select c.relname as violating_table,
       c.relrowsecurity as rls_enabled,
       c.relforcerowsecurity as rls_forced,
       array(select p.cmd from pg_policies as p where p.schemaname = 'public' and p.tablename = c.relname and p.policyname like 'tenant\_%') as policies
from pg_class as c
where c.relnamespace = 'public'::regnamespace
  and c.relkind in ('r', 'p')
  and c.relname <> '_prisma_migrations'
  and not (
    c.relrowsecurity and c.relforcerowsecurity
    and array['DELETE', 'INSERT', 'SELECT', 'UPDATE'] = array(
      select p.cmd from pg_policies as p
      where p.schemaname = 'public' and p.tablename = c.relname and p.permissive = 'PERMISSIVE'
        and coalesce(p.qual, p.with_check) like '%tenant_id = ( SELECT current_tenant()%'
      order by p.cmd)
  );
