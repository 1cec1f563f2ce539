-- Whose a record is, and how far a transaction reaches (packages/docs/adr/0012-scopes-and-masks.md).
alter table parties add column owner_id uuid;
alter table invoices add column owner_id uuid;
create index parties_tenant_id_owner_id_idx on parties (tenant_id, owner_id);
create index invoices_tenant_id_owner_id_idx on invoices (tenant_id, owner_id);

-- True where the running transaction reaches everybody's rows of a table, otherwise null. Policies ask whether it `is not
-- null`, which the planner takes for likely: what a policy adds must not change how many rows it expects of a table.
create function reaches_all(target text) returns boolean
  language sql stable parallel safe
  return case when coalesce(current_setting('app.reach_' || target, true), '') = '' then true end;

create function current_actor() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.actor_id', true), '')::uuid;

-- Since when the actor is a member: a place in a team from before belongs to an earlier membership.
create function actor_joined_at() returns timestamptz
  language sql stable parallel safe
  return coalesce(nullif(current_setting('app.actor_joined_at', true), '')::timestamptz, '-infinity');

-- Who is in a team with the actor.
create function team_mates() returns setof uuid
  language sql stable parallel safe as $$
  select mate.user_id
  from team_members as mine
  join team_members as mate on mate.tenant_id = mine.tenant_id and mate.team_id = mine.team_id
  where mine.tenant_id = current_tenant() and mine.user_id = current_actor() and mine.assigned_at >= actor_joined_at()
$$;

-- Who is in the actor's department and in those beneath it.
create function department_colleagues() returns setof uuid
  language sql stable parallel safe as $$
  with recursive reached (id) as (
    select department_id from department_members
    where tenant_id = current_tenant() and user_id = current_actor() and assigned_at >= actor_joined_at()
    union
    select beneath.id from departments as beneath join reached on beneath.parent_id = reached.id
    where beneath.tenant_id = current_tenant()
  )
  select user_id from department_members
  where tenant_id = current_tenant() and department_id in (select id from reached)
$$;

-- Whose rows of a table the running transaction reaches, where it does not reach everybody's. An unknown scope is `own`.
create function reached_owners(target text) returns uuid[]
  language sql stable parallel safe as $$
  select array(
    select current_actor()
    union
    select team_mates() where current_setting('app.reach_' || target, true) = 'team'
    union
    select department_colleagues() where current_setting('app.reach_' || target, true) = 'department'
  )
$$;
grant execute on function reaches_all(text), current_actor(), actor_joined_at(), team_mates(), department_colleagues(),
  reached_owners(text) to atlas_app;

-- Limits one table to the owners that are reached, beside the tenant: a restrictive policy. The sub-selects are evaluated
-- once a statement, the second only where the first does not let everything through.
create function limit_to_owners(target regclass) returns void
  language plpgsql as $$
declare
  reached constant text := format(
    '(select reaches_all(%1$L)) is not null or owner_id = any ((select reached_owners(%1$L))::uuid[])', target);
begin
  execute format('create policy owner_reached on %s as restrictive using (%s) with check (%s)', target, reached, reached);
end $$;
revoke all on function limit_to_owners(regclass) from public;

select limit_to_owners('parties');
select limit_to_owners('invoices');

-- Parts follow what they are part of. Asked in functions that cost nothing in the planner's eyes, because it would count
-- them for each row of those who reach everything, too, and plan differently.
create function reaches_party(party_tenant uuid, party uuid) returns boolean
  language plpgsql stable parallel safe cost 1 as $$
begin
  return exists (select from parties as p where p.tenant_id = party_tenant and p.id = party);
end $$;
create function reaches_invoice(invoice_tenant uuid, invoice uuid) returns boolean
  language plpgsql stable parallel safe cost 1 as $$
begin
  return exists (select from invoices as i where i.tenant_id = invoice_tenant and i.id = invoice);
end $$;
grant execute on function reaches_party(uuid, uuid), reaches_invoice(uuid, uuid) to atlas_app;

create policy owner_reached on addresses as restrictive
  using ((select reaches_all('parties')) is not null or reaches_party(tenant_id, party_id));
create policy owner_reached on contacts as restrictive
  using ((select reaches_all('parties')) is not null or reaches_party(tenant_id, party_id));

-- Lines are written in one statement with their invoice, which cannot see it yet: a trigger looks when it is done.
create policy owner_reached_select on invoice_lines as restrictive for select
  using ((select reaches_all('invoices')) is not null or reaches_invoice(tenant_id, invoice_id));
create policy owner_reached_update on invoice_lines as restrictive for update
  using ((select reaches_all('invoices')) is not null or reaches_invoice(tenant_id, invoice_id));
create policy owner_reached_delete on invoice_lines as restrictive for delete
  using ((select reaches_all('invoices')) is not null or reaches_invoice(tenant_id, invoice_id));

create function refuse_unreached_lines() returns trigger
  language plpgsql as $$
begin
  if exists (select from (select distinct tenant_id, invoice_id from added) as a where not reaches_invoice(a.tenant_id, a.invoice_id)) then
    perform refuse('owner_out_of_reach', 'Your roles do not reach this invoice.');
  end if;
  return null;
end $$;
create trigger refuse_unreached_lines after insert on invoice_lines
  referencing new table as added for each statement when (reaches_all('invoices') is null) execute function refuse_unreached_lines();
