import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { connect } from './stores.ts';

/** What is written, in the order in which one refers to the other. */
const tables = ['journal_entries', 'journal_lines', 'invoices', 'invoice_lines'] as const;

/** Tables like Atlas's, with the same keys and indexes, and nothing else: no policies, no triggers of ours. */
async function makeTables(client: pg.Client): Promise<void> {
  await client.query('create schema floor');
  for (const table of tables) {
    await client.query(`create table floor.${table} (like public.${table} including defaults including indexes)`);
  }
  const { rows: keys } = await client.query<{ table: string; key: string }>(
    `select c.relname as table, pg_get_constraintdef(k.oid) as key from pg_constraint as k join pg_class as c on c.oid = k.conrelid
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace and c.relname = any($1) order by k.conname`,
    [tables],
  );
  for (const { table, key } of keys) {
    const among = key.replace(new RegExp(`REFERENCES (?=(${tables.join('|')})\\()`), 'REFERENCES floor.');
    await client.query(`alter table floor.${table} add ${among}`);
  }
  await client.query('create table floor.series (tenant_id uuid, code text, last_number bigint, primary key (tenant_id, code))');
}

export type Terms = {
  readonly tenantId: string;
  readonly customerIds: string[];
  readonly productIds: string[];
  readonly accountIds: string[];
  readonly periodId: string;
};

const pick = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;

/** One transaction of plain prepared statements: 1 invoice, 5 lines, 1 entry, 7 ledger lines and a gapless number. */
async function post(client: pg.Client, terms: Terms): Promise<void> {
  const [invoice, entry] = [randomUUID(), randomUUID()];
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  const { tenantId, periodId } = terms;
  await client.query('begin');
  const { rows } = await run(
    'series',
    `update floor.series set last_number = last_number + 1 where tenant_id = $1 and code = 'invoice' returning last_number`,
    [tenantId],
  );
  await run(
    'entry',
    `insert into floor.journal_entries (tenant_id, id, number, date, period_id, description, source_kind, line_count) values ($1, $2, $3, '2026-03-04', $4, 'floor', 'floor', 7)`,
    [tenantId, entry, `JRN-${rows[0].last_number}`, periodId],
  );
  await run(
    'invoice',
    `insert into floor.invoices (tenant_id, id, kind, status, number, customer_id, date, due_date, currency, net_minor, tax_minor, gross_minor, open_minor, entry_id) values ($1, $2, 'invoice', 'posted', $3, $4, '2026-03-04', '2026-04-03', 'EUR', 5000, 1000, 6000, 6000, $5)`,
    [tenantId, invoice, `INV-${rows[0].last_number}`, pick(terms.customerIds), entry],
  );
  const products = Array.from({ length: 5 }, () => pick(terms.productIds));
  await run(
    'lines',
    `insert into floor.invoice_lines (tenant_id, invoice_id, position, product_id, description, quantity, unit_price, net_minor, tax_minor, revenue_account_id) select $1, $2, o, p, 'A product', 1, 10, 1000, 200, $4 from unnest($3::uuid[]) with ordinality as u (p, o)`,
    [tenantId, invoice, products, terms.accountIds[0]],
  );
  await run(
    'ledger',
    `insert into floor.journal_lines (tenant_id, entry_id, position, account_id, date, currency, amount_minor) select $1, $2, o, a, '2026-03-04', 'EUR', m from unnest($3::uuid[], $4::bigint[]) with ordinality as u (a, m, o)`,
    [tenantId, entry, terms.accountIds.slice(0, 7), [6000, -1000, -1000, -1000, -1000, -1000, -1000]],
  );
  await client.query('commit');
}

export type Floor = {
  /** Posts on one of the floor's own connections, or on another. */
  post(client: number | pg.Client): Promise<void>;
  close(): Promise<void>;
};

/** The floor that Atlas is held against: plain SQL on the same server, as its administrator. */
export async function openFloor(adminUrl: string, connections: number, terms: Terms): Promise<Floor> {
  const clients = await Promise.all(Array.from({ length: connections }, () => connect(adminUrl)));
  const first = clients[0] as pg.Client;
  await makeTables(first);
  await first.query(`insert into floor.series values ($1, 'invoice', 0)`, [terms.tenantId]);
  return {
    post: (client) => post(typeof client === 'number' ? (clients[client] as pg.Client) : client, terms),
    close: async () => {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}
