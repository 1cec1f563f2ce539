-- No function runs with its owner's rights: it would step around row-level security.
select p.oid::regprocedure::text as violating_function
from pg_proc as p
where p.pronamespace = 'public'::regnamespace and p.prosecdef;
