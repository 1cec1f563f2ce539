import { uuidv7 } from '@atlas/kernel';
import type * as purchasing from '@atlas/purchasing/contract';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Colleagues, newColleagues } from '../colleagues.ts';
import { testDatabase } from '../database.ts';
import { createParty, createTaxCode, issueInvoice, operationNamed } from '../operations.ts';
import { billOf, newSupplier } from '../purchases.ts';
import { invoiceOf, newShop, type Shop } from '../shop.ts';

const issueBill = operationNamed<typeof purchasing.issueBill>('purchasing.bill.issue');

let shop: Shop;
let people: Colleagues;
let mine: string;
let theirs: string;
let theirInvoice: string;
let theirBill: string;
let anotherTax: string;

const address = { kind: 'billing', city: 'Bonn' };
const partsOf = (code: string, ownerId: string) => ({
  code,
  name: code,
  ownerId,
  addresses: [address],
  contacts: [{ name: 'Ada' }],
});

beforeAll(async () => {
  shop = await newShop();
  people = await newColleagues(shop);
  mine = (await shop.run(createParty, partsOf('MINE', people.me))).id;
  theirs = (await shop.run(createParty, partsOf('THEIRS', people.beside))).id;
  await shop.run(issueInvoice, { ...invoiceOf(shop, '1'), ownerId: people.me });
  anotherTax = (await shop.run(createTaxCode, { code: 'R7', name: 'Reduced', rate: '0.07' })).id;
  theirInvoice = (await shop.run(issueInvoice, { ...invoiceOf(shop, '2'), ownerId: people.beside })).id;
  const buyer = { ...shop, supplierId: await newSupplier(shop) };
  await shop.run(issueBill, billOf(buyer, '1', { ownerId: people.me }));
  theirBill = (await shop.run(issueBill, billOf(buyer, '2', { ownerId: people.beside }))).id;
});

const reached = ['parties', 'invoices', 'bills'];

/** Plain SQL as the role that the application has, in a transaction that is held to `scope` and rolled back. */
async function asApp<T>(scope: string | null, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: (await testDatabase()).urls.app });
  await client.connect();
  try {
    await client.query(`begin; set local app.tenant_id = '${shop.tenantId}'; set local app.actor_id = '${people.me}'`);
    if (scope !== null) await client.query(reached.map((kind) => `set local app.reach_${kind} = '${scope}'`).join('; '));
    return await work(client);
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

const count = async (client: pg.Client, sql: string, values: unknown[] = []): Promise<number> =>
  (await client.query(sql, values)).rowCount ?? 0;
const tables = ['parties', 'addresses', 'contacts', 'invoices', 'invoice_lines', 'bills', 'bill_lines', 'document_taxes'];

describe('PostgreSQL', () => {
  it('shows everything without a reach, and with one only what is reached, parts with what they are part of', async () => {
    const rows = (scope: string | null) =>
      asApp(scope, async (client) => {
        const counts: number[] = [];
        for (const table of tables) counts.push(await count(client, `select from ${table}`));
        return counts;
      });
    expect(await rows(null)).toEqual([4, 2, 2, 2, 2, 2, 2, 4]);
    expect(await rows('')).toEqual([4, 2, 2, 2, 2, 2, 2, 4]);
    for (const scope of ['own', 'team', 'department', 'anything else'])
      expect(await rows(scope), scope).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
  });

  it('changes and deletes nothing beyond it, named or not', async () => {
    await asApp('own', async (client) => {
      expect(await count(client, `update parties set note = 'x'`)).toBe(1);
      expect(await count(client, `update contacts set phone = 'x'`)).toBe(1);
      expect(await count(client, `update addresses set city = 'x' where party_id = $1`, [theirs])).toBe(0);
      expect(await count(client, 'delete from contacts')).toBe(1);
      expect(await count(client, 'delete from addresses where party_id = $1', [theirs])).toBe(0);
      expect(await count(client, `update invoices set note = 'x' where id = $1`, [theirInvoice])).toBe(0);
      expect(await count(client, 'select from invoices where id = $1 for update', [theirInvoice])).toBe(0);
      expect(await count(client, 'delete from invoice_lines where invoice_id = $1', [theirInvoice])).toBe(0);
      expect(await count(client, `update bills set note = 'x' where id = $1`, [theirBill])).toBe(0);
      expect(await count(client, 'select from bills where id = $1 for update', [theirBill])).toBe(0);
      expect(await count(client, 'delete from bill_lines where bill_id = $1', [theirBill])).toBe(0);
      for (const id of [theirInvoice, theirBill])
        expect(await count(client, 'delete from document_taxes where source_id = $1', [id])).toBe(0);
      expect(await count(client, 'delete from parties where id = $1', [theirs])).toBe(0);
    });
  });

  const line = `insert into invoice_lines (tenant_id, invoice_id, position, description, quantity, unit_price, net_minor, tax_minor, revenue_account_id)
    select tenant_id, $1, 99, 'x', 1, 0, 0, 0, revenue_account_id from invoice_lines limit 1`;
  const billLine = `insert into bill_lines (tenant_id, bill_id, position, description, quantity, unit_price, net_minor, tax_minor, account_id)
    select tenant_id, $1, 99, 'x', 1, 0, 0, 0, account_id from bill_lines limit 1`;
  const tax = `insert into document_taxes (tenant_id, source_kind, source_id, tax_id, direction, date, currency, value, base_minor, amount_minor,
      books_base_minor, books_amount_minor)
    select current_tenant(), $1, $2, $3, 'sale', '2026-03-10', 'EUR', 0, 0, 0, 0, 0`;
  const party = `insert into parties (tenant_id, id, code, name, owner_id) values (current_tenant(), $1::uuid, $1::uuid::text, 'x', $2)`;
  it.each<[what: string, sql: string, values: () => unknown[]]>([
    ['a record of somebody else', party, () => [uuidv7(), people.beside]],
    ["a record of nobody's", party, () => [uuidv7(), null]],
    ['a gift to somebody else', 'update parties set owner_id = $2 where id = $1', () => [mine, people.beside]],
    [
      "a part of somebody else's record",
      `insert into contacts (tenant_id, id, party_id, name) values (current_tenant(), $1, $2, 'x')`,
      () => [uuidv7(), theirs],
    ],
    ["a part moved to somebody else's record", 'update contacts set party_id = $1', () => [theirs]],
    ["a line of somebody else's invoice", line, () => [theirInvoice]],
    ["a line of somebody else's bill", billLine, () => [theirBill]],
    ["a tax of somebody else's invoice", tax, () => ['sales.invoice', theirInvoice, anotherTax]],
    ["a tax of somebody else's bill", tax, () => ['purchasing.bill', theirBill, anotherTax]],
  ])('refuses %s', async (_what, sql, values) => {
    await expect(asApp('own', (client) => client.query(sql, values()))).rejects.toThrow(/owner_reached|owner_out_of_reach/);
    await asApp(null, (client) => client.query(sql, values()));
  });
});
