-- Permissive policies add up: one that does not look at the tenant opens the table to all. The relay alone has its own.
select p.tablename as violating_table, p.policyname as violating_policy
from pg_policies as p
where p.schemaname = 'public'
  and p.permissive = 'PERMISSIVE'
  and p.roles <> array['atlas_relay']::name[]
  and not (
    coalesce(p.qual, p.with_check) like '%tenant_id = ( SELECT current_tenant()%'
    and coalesce(p.with_check, p.qual) like '%tenant_id = ( SELECT current_tenant()%');
