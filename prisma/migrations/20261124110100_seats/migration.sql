-- However somebody becomes a member, and however many do at once: there are no more than the workspace has seats.
create function identity.hold_seats() returns trigger language plpgsql as $$
declare
  seats integer;
begin
  select (limits->>'members')::integer into seats from identity.organizations where id = new.organization_id;
  if seats is null then return new; end if;
  -- Who comes at the same moment waits, and counts this one.
  perform 1 from identity.organizations where id = new.organization_id for update;
  if (select count(*) from identity.members where organization_id = new.organization_id) >= seats then
    raise exception using errcode = 'AT001', message = 'administration.seats_taken',
      detail = format('This workspace has %s seats, and all of them are taken.', seats);
  end if;
  return new;
end $$;
create trigger hold_seats before insert on identity.members for each row execute function identity.hold_seats();
