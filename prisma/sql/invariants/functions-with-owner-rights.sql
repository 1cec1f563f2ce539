-- No function runs with its owner's rights: it would step around row-level security. The one by which the house tells a
-- workspace what it did is an exception, as long as it refuses everybody else, and so is the one by which the relay rings what a
-- tenant asked for itself, as long as nobody else may. Nobody chooses their search path.
select p.oid::regprocedure::text as violating_function
from pg_proc as p
where p.pronamespace = 'public'::regnamespace and p.prosecdef
  and not (
    (p.proname = 'house_tells' and position('if not coalesce(is_house(), false) then' in p.prosrc) > 0
      or p.proname = 'ring_wake_up' and position('delete from wake_ups where tenant_id = tenant and name = wake_up' in p.prosrc) > 0
        and not has_function_privilege('atlas_app', p.oid, 'execute'))
    and coalesce(p.proconfig @> array['search_path=public, pg_temp'], false)
    and not has_function_privilege('public', p.oid, 'execute'));
