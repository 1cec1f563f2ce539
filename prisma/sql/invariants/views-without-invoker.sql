-- A view runs with its owner's rights unless it says security_invoker, and would then see every tenant.
select c.relname as violating_view
from pg_class as c
where c.relnamespace = 'public'::regnamespace
  and ((c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'] or c.reloptions @> array['security_invoker=on'], false))
    or c.relkind = 'm');
