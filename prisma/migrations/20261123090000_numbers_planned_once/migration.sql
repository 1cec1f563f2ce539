-- The same numbers, planned once a connection: PostgreSQL plans the body of a function in SQL again for each statement that
-- calls it, which took longer than drawing the number, while everyone else of the tenant waits for the series.
create or replace function draw_numbers(tenant uuid, series text, series_year integer, amount bigint) returns bigint
  language plpgsql volatile as $$
declare
  last bigint;
begin
  insert into number_series (tenant_id, code, year, last_number) values (tenant, series, series_year, amount)
  on conflict (tenant_id, code, year) do update set last_number = number_series.last_number + excluded.last_number
  returning last_number into last;
  return last;
end $$;
