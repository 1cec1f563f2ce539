import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as purchasing from '@atlas/purchasing/contract';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { testDatabase } from './database.ts';
import { violations } from './invariants.ts';
import { issueInvoice, operationNamed } from './operations.ts';
import { billOf, newBuyer } from './purchases.ts';
import { invoiceOf, newShop } from './shop.ts';

const issueBill = operationNamed<typeof purchasing.issueBill>('purchasing.bill.issue');
const folder = join(import.meta.dirname, '..', '..', '..', 'prisma', 'sql', 'invariants');
const names = readdirSync(folder).map((file) => file.replace('.sql', ''));

/** How the catalogue can be broken, and what the invariant must name. */
const breaks: readonly (readonly [invariant: string, how: string, sql: string, named: string])[] = [
  ['tables-without-isolation', 'a table that nobody isolated', 'create table leaks (tenant_id uuid, id uuid)', 'leaks'],
  [
    'tables-without-isolation',
    'row-level security that its owner escapes',
    'alter table parties no force row level security',
    'parties',
  ],
  ['tables-without-isolation', 'a verb without a policy', 'drop policy tenant_update on invoices', 'invoices'],
  [
    'tables-without-isolation',
    'a policy that looks at no tenant',
    'drop policy tenant_select on invoices; create policy tenant_select on invoices for select using (true)',
    'invoices',
  ],
  [
    'policies-beside-the-tenant',
    'one more policy that opens a table to all',
    'create policy reporting on invoices for select to atlas_app using (true)',
    'reporting',
  ],
  [
    'policies-beside-the-tenant',
    'a policy that lets rows move to another tenant',
    'create policy moving on invoices for update using (tenant_id = (select current_tenant())) with check (true)',
    'moving',
  ],
  [
    'keys-without-tenant',
    'a foreign key that may point into another tenant',
    'alter table units add unique (id); alter table products add constraint any_unit foreign key (unit_id) references units (id)',
    'any_unit',
  ],
  [
    'keys-without-tenant',
    'a primary key without the tenant',
    'create table loose (tenant_id uuid, id uuid, constraint loose_key primary key (id))',
    'loose_key',
  ],
  ['views-without-invoker', "a view with its owner's rights", 'create view everyone as select * from parties', 'everyone'],
  [
    'views-without-invoker',
    'a materialised view, which no policy guards',
    'create materialized view copied as select * from parties',
    'copied',
  ],
  [
    'views-without-invoker',
    'a window of the house that asks nobody whether this is the house',
    'create or replace view house_administrators with (security_barrier) as select id, name, locale from identity.users where administrator',
    'house_administrators',
  ],
  [
    'views-without-invoker',
    'a window of the house without its barrier',
    'alter view house_members reset (security_barrier)',
    'house_members',
  ],
  [
    'functions-with-owner-rights',
    "a function with its owner's rights",
    "create function peek() returns bigint language sql security definer as 'select count(*) from parties'",
    'peek()',
  ],
  [
    'functions-with-owner-rights',
    'what the house tells by a search path of the caller',
    'alter function house_tells reset search_path',
    'house_tells(uuid,uuid,timestamp with time zone,uuid,text,uuid,text,jsonb,uuid,text,jsonb)',
  ],
  [
    'owners-without-limit',
    'owners that no policy asks for',
    'create table deals (tenant_id uuid, id uuid, owner_id uuid)',
    'deals',
  ],
  ['owners-without-limit', 'a limit that was taken away', 'drop policy owner_reached on invoices', 'invoices'],
  ['roles-with-power', 'a role that bypasses row-level security', 'alter role atlas_app bypassrls', 'atlas_app'],
  ['roles-with-power', 'a serving role that owns a table', 'alter table parties owner to atlas_relay', 'atlas_relay'],
];

/** Data that only someone with the administrator's power can write: triggers and policies are asleep. */
const corruptions: readonly (readonly [invariant: string, how: string, sql: string])[] = [
  [
    'unbalanced-entries',
    'an entry out of balance',
    'update journal_lines set amount_minor = amount_minor + 1 where tenant_id = $1 and position = 1',
  ],
  ['unbalanced-entries', 'an entry that lost a line', 'delete from journal_lines where tenant_id = $1 and position = 1'],
  [
    'balances-off-the-ledger',
    'a balance that drifted',
    'update balance_deltas set debit_minor = debit_minor + 1 where tenant_id = $1',
  ],
  [
    'totals-off-the-balances',
    'a total that nothing was moved for',
    `insert into account_totals (tenant_id, grain, starts_on, account_id, debit_minor, credit_minor)
     select tenant_id, 'year', '2026-01-01', account_id, 1, 0 from balance_deltas where tenant_id = $1`,
  ],
  [
    'items-off-the-ledger',
    'an item that is worth less than what was posted',
    'update open_items set residual_base_minor = residual_base_minor - 1 where tenant_id = $1',
  ],
  [
    'items-off-their-allocations',
    'an item that nobody settled and that is less',
    'update open_items set residual_minor = residual_minor - 1 where tenant_id = $1 and residual_minor > 0',
  ],
  [
    'documents-off-their-items',
    'an invoice that nothing was paid on',
    'update invoices set open_minor = open_minor - 1 where tenant_id = $1',
  ],
  [
    'documents-off-their-items',
    'a bill that nothing was paid on',
    'update bills set open_minor = open_minor - 1 where tenant_id = $1',
  ],
  [
    'bank-matches-apart',
    'a movement that the ledger knows only a part of',
    `with account as (
       insert into bank_accounts (tenant_id, id, name, number, is_iban, currency, ledger_account_id)
       select tenant_id, id, 'Bank', '1', false, 'EUR', id from ledger_accounts where tenant_id = $1 and role = 'bank' returning *
     ), matched as (
       insert into bank_matches (tenant_id, id, bank_account_id, date, created_at)
       select tenant_id, id, id, '2026-01-01', now() from account returning *
     )
     insert into bank_match_postings (tenant_id, match_id, entry_id, position)
     select m.tenant_id, m.id, l.entry_id, l.position from matched as m join journal_lines as l on l.tenant_id = m.tenant_id limit 1`,
  ],
  [
    'taxes-off-their-documents',
    'an invoice whose taxes were forgotten',
    "delete from document_taxes where tenant_id = $1 and source_kind = 'sales.invoice'",
  ],
  [
    'taxes-off-their-documents',
    'a tax that never came into the books',
    "update document_taxes set entry_id = null where tenant_id = $1 and source_kind = 'sales.invoice'",
  ],
  [
    'assets-off-the-ledger',
    'a movement of the register that nothing was posted for',
    `insert into asset_movements (tenant_id, id, asset_id, asset_version, kind, date, cost_minor, accumulated_minor, entry_id)
     select tenant_id, id, id, 1, 'acquisition', date, 1, 0, id from journal_entries where tenant_id = $1`,
  ],
];

/** What an invariant reports while something is broken, in a transaction that is rolled back. */
async function reportOf(invariant: string, statements: readonly { text: string; values?: unknown[] }[]): Promise<string> {
  const client = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    const { rows } = await client.query(readFileSync(join(folder, `${invariant}.sql`), 'utf8'));
    return JSON.stringify(rows);
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

describe('the invariants of the database', () => {
  it('hold on a migrated database with business in it', async () => {
    const shop = await newShop();
    await shop.run(issueInvoice, invoiceOf(shop, '2'));
    expect(await violations()).toEqual({});
  });

  it.each(breaks)('%s finds %s', async (invariant, _how, sql, named) => {
    const report = await reportOf(
      invariant,
      sql.split('; ').map((text) => ({ text })),
    );
    expect(report).toContain(`"${named}"`);
  });

  it.each(corruptions)('%s finds %s', async (invariant, _how, text) => {
    const shop = await newBuyer();
    await shop.run(issueInvoice, invoiceOf(shop, '2'));
    await shop.run(issueBill, billOf(shop, '2'));
    const asleep = { text: 'set local session_replication_role = replica' };
    expect(await reportOf(invariant, [asleep, { text, values: [shop.tenantId] }])).toContain(shop.tenantId);
  });

  it('are each proven by something that breaks them', () => {
    const proven = new Set([...breaks, ...corruptions].map(([invariant]) => invariant));
    expect(names.filter((name) => !proven.has(name))).toEqual([]);
  });
});
