import { uuidv7 } from '@atlas/kernel';
import { houseTenantId } from '@atlas/platform';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from './database.ts';
import { newHouse } from './house.ts';
import { newMember } from './members.ts';

const tenantId = uuidv7();
const neighbourId = uuidv7();
let administratorId: string;
let client: pg.Client;

beforeAll(async () => {
  await Promise.all([newMember({ tenantId }, 'owner'), newMember({ tenantId: neighbourId }, 'owner')]);
  administratorId = (await newHouse()).userId;
  client = new pg.Client({ connectionString: (await testDatabase()).urls.app });
  await client.connect();
});
afterAll(() => client.end());

/** Plain SQL as the role of the application, in a transaction of some tenant that is taken back. */
async function inTenant<T extends pg.QueryResultRow>(tenant: string | null, text: string, values: unknown[] = []) {
  await client.query('begin');
  try {
    if (tenant !== null) await client.query(`select set_config('app.tenant_id', $1, true)`, [tenant]);
    return await client.query<T>(text, values);
  } finally {
    await client.query('rollback');
  }
}

const denied = { code: '42501' };
/** A view's own refusal of a row that does not belong into it. */
const outside = { code: '44000' };
/** A view of two tables takes no change at all. */
const joined = { code: '55000' };
const views = ['house_workspaces', 'house_members', 'house_administrators', 'house_invitations'];

describe('the windows of the house, in plain SQL', () => {
  it.each(views)('%s shows the house everything and nobody else anything', async (view) => {
    if (view !== 'house_invitations')
      expect((await inTenant(houseTenantId, `select * from ${view}`)).rowCount).toBeGreaterThan(0);
    for (const tenant of [tenantId, null]) expect((await inTenant(tenant, `select * from ${view}`)).rows).toEqual([]);
  });

  it('show a workspace how it stands itself, and no other', async () => {
    for (const id of [tenantId, neighbourId])
      expect((await inTenant(id, 'select tenant_id from workspace_standing')).rows).toEqual([{ tenant_id: id }]);
    expect((await inTenant(null, 'select * from workspace_standing')).rows).toEqual([]);
  });

  it('let the house set what it may set, and nobody else anything', async () => {
    const set = `update house_workspaces set plan = 'free' where id = $1`;
    expect((await inTenant(houseTenantId, set, [tenantId])).rowCount).toBe(1);
    expect((await inTenant(tenantId, set, [tenantId])).rowCount).toBe(0);
    for (const column of ['name', 'slug', 'id'])
      await expect(inTenant(houseTenantId, `update house_workspaces set ${column} = ${column}`)).rejects.toMatchObject(denied);
    await expect(inTenant(houseTenantId, 'delete from house_workspaces')).rejects.toMatchObject(denied);
    await expect(inTenant(houseTenantId, 'update house_members set role = role')).rejects.toMatchObject(joined);
    await expect(inTenant(tenantId, 'update workspace_standing set flags = flags')).rejects.toMatchObject(denied);
  });

  it('let nobody else make a workspace, an invitation or a session', async () => {
    const workspace = 'insert into house_workspaces (id, name, slug) values ($1, $2, $2)';
    await expect(inTenant(tenantId, workspace, [uuidv7(), uuidv7()])).rejects.toMatchObject(outside);
    const invitation = `insert into house_invitations (id, organization_id, email, role, status, expires_at, inviter_id)
      values ($1, $2, 'eve@example.com', 'owner', 'pending', now(), $3)`;
    await expect(inTenant(tenantId, invitation, [uuidv7(), neighbourId, administratorId])).rejects.toMatchObject(outside);
    const session = `insert into house_impersonations (id, token, user_id, expires_at, active_organization_id, impersonated_by,
      impersonator_name, impersonation_reason) values ($1, $2, $3, now(), $4, $5, 'Eve', 'Because')`;
    const values = [uuidv7(), uuidv7(), administratorId, tenantId, administratorId];
    await expect(inTenant(tenantId, session, values)).rejects.toMatchObject(outside);
    expect((await inTenant(houseTenantId, session, values)).rowCount).toBe(1);
  });

  it('make no session that is nobody’s impersonation, and show none', async () => {
    const session = `insert into house_impersonations (id, token, user_id, expires_at) values ($1, $2, $3, now())`;
    await expect(inTenant(houseTenantId, session, [uuidv7(), uuidv7(), administratorId])).rejects.toMatchObject(outside);
    await expect(inTenant(houseTenantId, 'select token from house_impersonations')).rejects.toMatchObject(denied);
  });

  it('let only the house write into the trail of a workspace', async () => {
    const tell = `select house_tells($1, gen_random_uuid(), now(), null, 'a.b.c', null, 'test', '{}', gen_random_uuid(), 'a.b.ced', '{}')`;
    await expect(inTenant(tenantId, tell, [neighbourId])).rejects.toMatchObject(denied);
    await expect(inTenant(null, tell, [neighbourId])).rejects.toMatchObject({ code: expect.any(String) });
    expect((await inTenant(houseTenantId, tell, [neighbourId])).rowCount).toBe(1);
  });

  it('leave the tables behind them closed', async () => {
    for (const table of ['users', 'organizations', 'members', 'sessions', 'invitations'])
      await expect(inTenant(houseTenantId, `select 1 from identity.${table}`)).rejects.toMatchObject(denied);
  });
});
