import { describe, expect, it } from 'vitest';
import { asksForTenant, inTransactionOf, touchesNoRows, withoutConditions } from './conditions.ts';

describe('a statement without its conditions on a tenant', () => {
  it.each([
    [
      'delete from a where tenant_id = $1::uuid and id = $2::uuid',
      'delete from a where ($1::uuid is not null) and id = $2::uuid',
    ],
    ['from a join b on b.tenant_id = a.tenant_id and b.id = a.b_id', 'from a join b on true and b.id = a.b_id'],
    ['where "public"."a"."tenant_id" = $15 and 1=1', 'where ($15::uuid is not null) and 1=1'],
    ['where "public"."a"."tenant_id" IN ($1, $2) and x', 'where ($1::uuid is not null and $2::uuid is not null) and x'],
  ])('%s', (text, without) => {
    expect(withoutConditions(text)).toBe(without);
    expect(asksForTenant(text)).toBe(true);
    expect(asksForTenant(without)).toBe(false);
  });

  it.each([
    'insert into a (tenant_id, id) values ($1::uuid, $2::uuid) on conflict (tenant_id, id) do nothing',
    'insert into a (tenant_id, id) select $1::uuid, g.* from jsonb_to_recordset($2::jsonb) as g (id uuid)',
    'update "public"."a" set "tenant_id" = $1, "name" = $2',
    "select set_config('app.tenant_id', $1, true)",
  ])('stays as it is when it has none: %s', (text) => {
    expect(withoutConditions(text)).toBe(text);
    expect(asksForTenant(text)).toBe(false);
  });

  it.each([
    'where tenant_id = $1',
    'where a.tenant_id = any($1::uuid[])',
    'where (tenant_id, id) in (select tenant_id, id from b)',
    'where "public"."a"."tenant_id" <> $1',
  ])('is seen when it has one that nobody took out: %s', (text) => {
    expect(asksForTenant(withoutConditions(text))).toBe(true);
  });
});

it('the transaction of one tenant becomes that of another', () => {
  expect(inTransactionOf('b')("select set_config('app.tenant_id', $1, true), 1")).toBe(
    "select set_config('app.tenant_id', coalesce('b', $1), true), 1",
  );
});

it('what frames a transaction touches no rows', () => {
  expect(touchesNoRows("select set_config('app.tenant_id', $1, true)")).toBe(true);
  expect(touchesNoRows('\n    select id from a')).toBe(false);
});
