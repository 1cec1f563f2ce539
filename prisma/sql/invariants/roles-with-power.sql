-- The roles that serve requests own nothing and can bypass nothing.
select r.rolname as violating_role
from pg_roles as r
where r.rolname in ('atlas_app', 'atlas_relay', 'atlas_auth')
  and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb
    or exists (select from pg_class as c where c.relowner = r.oid));
