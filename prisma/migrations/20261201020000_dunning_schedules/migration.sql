-- When runs of reminders are proposed by themselves; without a row, or off, they are not.
create table dunning_schedules (
  tenant_id uuid not null,
  every text not null,
  day integer not null,
  minimum_level integer not null,
  sends boolean not null,
  next_on date,
  failure text,
  constraint dunning_schedules_pkey primary key (tenant_id),
  constraint dunning_schedules_every check (every in ('off', 'week', 'month')),
  constraint dunning_schedules_day check (day between 1 and case every when 'week' then 7 else 31 end),
  constraint dunning_schedules_level check (minimum_level between 1 and 9),
  constraint dunning_schedules_off check ((every = 'off') = (next_on is null))
);

select isolate_tenant('dunning_schedules', 'select, insert, update');
