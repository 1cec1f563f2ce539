import type { audit } from '@atlas/contract';
import { houseTenantId } from '@atlas/platform';
import type * as sales from '@atlas/sales/contract';
import {
  asAdministrator,
  contentsOf,
  invoiceOf,
  newMember,
  newShop,
  operationNamed,
  type Shop,
  testDatabase,
  useOwnDatabase,
  violations,
} from '@atlas/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandLine, copyOfDatabase, destroy, dropDatabases, dropOperator, newOperator, urlOf } from './disaster.ts';
import { restoreTenant } from './restore.ts';

useOwnDatabase();

const issueInvoice = operationNamed<typeof sales.issueInvoice>('sales.invoice.issue');
const verifyAudit = operationNamed<typeof audit.verifyAudit>('platform.audit.verify');

const copies: string[] = [];
let operator: string;
let shop: Shop;
let neighbour: Shop;

/** Both shops have done business, and the copy is of this moment. */
async function copyNow(): Promise<string> {
  const copy = await copyOfDatabase();
  copies.push(copy);
  return copy;
}

async function urlsOf(copy: string) {
  const { adminUrl } = await testDatabase();
  const to = urlOf(adminUrl, { role: operator });
  return { from: urlOf(to, { database: copy }), to };
}

async function command(copy: string, tenantId: string, ...more: string[]) {
  const { from, to } = await urlsOf(copy);
  return commandLine(['--from', from, '--to', to, '--tenant', tenantId, ...more]);
}

/** As the command does it with `--apply`, without waiting for a process. */
const apply = async (copy: string, tenantId: string) => restoreTenant({ ...(await urlsOf(copy)), tenantId, apply: true });

const suspend = (tenantId: string) =>
  asAdministrator(`update identity.organizations set suspended_at = now(), suspended_reason = 'Restore' where id = $1`, [
    tenantId,
  ]);

async function inCopy(copy: string, statement: string, ...values: string[]): Promise<void> {
  const { adminUrl } = await testDatabase();
  const client = new pg.Client({ connectionString: urlOf(adminUrl, { database: copy }) });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(statement, values);
  await client.end();
}

/** Without the trail, which tells of the restore itself. */
async function businessOf(tenantId: string): Promise<Record<string, string>> {
  const { audit_events: _told, audit_chains: _end, ...business } = await contentsOf(tenantId);
  return business;
}

beforeAll(async () => {
  operator = await newOperator();
  [shop, neighbour] = [await newShop(), await newShop()];
  for (const each of [shop, neighbour]) {
    await newMember(each, 'owner', each.userId);
    for (const quantity of ['1', '2', '3']) await each.run(issueInvoice, invoiceOf(each, quantity));
    await each.run(verifyAudit, {});
  }
});

afterAll(async () => {
  await dropDatabases(copies);
  const { adminUrl } = await testDatabase();
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`drop owned by ${operator}`);
  await client.end();
  await dropOperator(operator);
});

it('brings one tenant back to what it was, and touches nobody else', { timeout: 120_000 }, async () => {
  const before = await businessOf(shop.tenantId);
  const copy = await copyNow();
  await neighbour.run(issueInvoice, invoiceOf(neighbour, '4'));
  await shop.run(issueInvoice, invoiceOf(shop, '5'));
  await destroy(shop.tenantId);
  const [damaged, others] = [await contentsOf(shop.tenantId), await contentsOf(neighbour.tenantId)];
  expect(await violations()).not.toEqual({});

  await expect(apply(copy, shop.tenantId)).rejects.toThrow('suspend it first');
  expect(await command(copy, shop.tenantId)).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was changed') });
  expect(await contentsOf(shop.tenantId)).toEqual(damaged);

  await suspend(shop.tenantId);
  const { code, said } = await command(copy, shop.tenantId, '--apply');
  expect(said).toContain('invoices: 4 rows replaced by 3');
  expect(code).toBe(0);
  expect(await businessOf(shop.tenantId)).toEqual(before);
  expect(await contentsOf(neighbour.tenantId)).toEqual(others);
  expect(await violations()).toEqual({});
});

it('leaves a trail that is whole and tells of it, and books that go on', async () => {
  const told = await asAdministrator<{ tenant_id: string }>(
    `select tenant_id from audit_events where action = 'administration.workspace.restore' and subject_id = $1`,
    [shop.tenantId],
  );
  expect(new Set(told.map((event) => event.tenant_id))).toEqual(new Set([shop.tenantId, houseTenantId]));
  expect(await shop.run(issueInvoice, invoiceOf(shop, '6'))).toMatchObject({ number: expect.stringMatching(/4$/) });
  const events = await asAdministrator<{ count: string }>('select count(*) from audit_events where tenant_id = $1', [
    shop.tenantId,
  ]);
  await expect
    .poll(() => shop.run(verifyAudit, {}), { timeout: 20_000 })
    .toMatchObject({ intact: true, eventCount: expect.toSatisfy((count: number) => count >= Number(events[0]?.count)) });
  expect(await violations()).toEqual({});
});

it('brings a workspace back that is gone, without members who have left Atlas', async () => {
  const leaving = await newMember(neighbour);
  const copy = await copyNow();
  await asAdministrator('delete from identity.organizations where id = $1', [neighbour.tenantId]);
  await asAdministrator('delete from identity.users where id = $1', [leaving]);
  expect((await apply(copy, neighbour.tenantId)).workspaceBroughtBack).toBe(true);
  const members = await asAdministrator(
    `select m.user_id from identity.members as m join identity.organizations as o on o.id = m.organization_id
     where o.id = $1 and o.suspended_at is not null`,
    [neighbour.tenantId],
  );
  expect(members).toEqual([{ user_id: neighbour.userId }]);
});

it('keeps a key revoked that was revoked since', async () => {
  const [account, key] = [shop.customerId, shop.productId];
  await asAdministrator(
    `with account as (insert into service_accounts (tenant_id, id, name) values ($1, $2, 'Till') returning id)
     insert into api_keys (tenant_id, id, service_account_id, name, public_id, digest, permissions)
     select $1, $3, id, 'Till', 'till', '', '{*}' from account`,
    [shop.tenantId, account, key],
  );
  const copy = await copyNow();
  await asAdministrator('update api_keys set revoked_at = now() where tenant_id = $1', [shop.tenantId]);
  await apply(copy, shop.tenantId);
  expect(await asAdministrator('select from api_keys where tenant_id = $1 and revoked_at is null', [shop.tenantId])).toEqual([]);
});

it.each([
  ['whose trail was forged', `update audit_events set action = 'forged' where tenant_id = $1`, 'the audit chain is broken'],
  ['whose books do not balance', 'delete from journal_lines where tenant_id = $1 and position = 1', 'unbalanced-entries'],
  ['whose rows point nowhere', 'delete from ledger_accounts where tenant_id = $1', 'points nowhere'],
  ['that is ahead of the server', `update audit_events set xact = '999999999999' where tenant_id = $1`, 'ahead of this server'],
])('refuses a copy %s, and changes nothing', async (_case, statement, words) => {
  const copy = await copyNow();
  await inCopy(copy, statement, shop.tenantId);
  const before = await contentsOf(shop.tenantId);
  await expect(apply(copy, shop.tenantId)).rejects.toThrow(words);
  expect(await contentsOf(shop.tenantId)).toEqual(before);
});

it('refuses a copy of another schema, and a tenant that the copy does not know', async () => {
  const copy = await copyNow();
  await expect(apply(copy, '019a0000-0000-7000-8000-000000000001')).rejects.toThrow('knows nothing');
  await inCopy(copy, 'alter table parties add column since date');
  await expect(apply(copy, shop.tenantId)).rejects.toThrow('different schemas');
});
