-- A view runs with its owner's rights unless it says security_invoker, and would then see every tenant. The windows of
-- the house are the exception (packages/docs/adr/0013-administration.md): by name, behind a barrier, and as long as they ask.
with windows (name, asks) as (
  values ('workspace_standing', 'WHERE (id = ( SELECT current_tenant()'),
    ('house_workspaces', '( SELECT is_house()'),
    ('house_members', '( SELECT is_house()'),
    ('house_administrators', '( SELECT is_house()'),
    ('house_invitations', '( SELECT is_house()'),
    ('house_impersonations', '( SELECT is_house()')
)
select c.relname as violating_view
from pg_class as c
left join windows as w on w.name = c.relname
  and coalesce(c.reloptions @> array['security_barrier=true'], false) and position(w.asks in pg_get_viewdef(c.oid)) > 0
where c.relnamespace = 'public'::regnamespace
  and w.name is null
  and ((c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'] or c.reloptions @> array['security_invoker=on'], false))
    or c.relkind = 'm');
