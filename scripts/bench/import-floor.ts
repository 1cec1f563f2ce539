import { randomUUID } from 'node:crypto';
import { uuidv7 } from '@atlas/kernel';
import type pg from 'pg';
import { type Books, customerRows, invoiceRows, productRows, type Rows } from './import-floor-rows.ts';
import { floorColumns, floorSchema } from './import-floor-tables.ts';
import type { Sample } from './import-sample.ts';

/** Records of one transaction. */
const batch = 500;

export const openImportFloor = (admin: pg.Client): Promise<unknown> => admin.query(floorSchema);

/** The two accounts and twelve periods that the sample needs. */
async function openBooks(client: pg.Client, tenantId: string): Promise<Books> {
  const [receivableId, salesId] = [uuidv7(), uuidv7()];
  const periodIds = Array.from({ length: 12 }, () => uuidv7());
  await client.query(
    `insert into floor.ledger_accounts (tenant_id, id, code, name, type)
     values ($1, $2, '1100', 'Receivables', 'asset'), ($1, $3, '4000', 'Sales', 'income')`,
    [tenantId, receivableId, salesId],
  );
  await client.query(
    `insert into floor.accounting_periods (tenant_id, id, fiscal_year_id, starts_on, ends_on)
     select $1, id, id, make_date(2025, n::integer, 1), (make_date(2025, n::integer, 1) + interval '1 month - 1 day')::date
     from unnest($2::uuid[]) with ordinality as p (id, n)`,
    [tenantId, periodIds],
  );
  return { receivableId, salesId, periodIds, ids: new Map() };
}

type Tenant = {
  write(rows: Rows): Promise<void>;
  /** Draws numbers of a series. Answers the last one given before. */
  draw(series: string, amount: number): Promise<number>;
};

const drawSql = `
  insert into floor.number_series as s (tenant_id, code, year, last_number) values ($1, $2, 2025, $3)
  on conflict (tenant_id, code, year) do update set last_number = s.last_number + excluded.last_number returning last_number`;

const tenantOf = (client: pg.Client, tenantId: string): Tenant => ({
  write: async (tables) => {
    for (const [table, rows] of Object.entries(tables)) {
      const columns = Object.entries(floorColumns[table as keyof typeof floorColumns]);
      const names = columns.map(([name]) => name).join();
      const text = `insert into floor.${table} (tenant_id, ${names}) select $1, ${names}
        from jsonb_to_recordset($2::jsonb) as r (${columns.map((column) => column.join(' ')).join()})`;
      await client.query({ name: table, text, values: [tenantId, JSON.stringify(rows)] });
    }
  },
  draw: async (series, amount) => {
    const { rows } = await client.query({ name: 'draw', text: drawSql, values: [tenantId, series, amount] });
    return Number(rows[0].last_number) - amount;
  },
});

/** Works through records in batches, each in a transaction of its own. */
async function inBatches<T>(
  client: pg.Client,
  records: readonly T[],
  work: (taken: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let first = 0; first < records.length; first += batch) {
    await client.query('begin');
    await work(records.slice(first, first + batch));
    await client.query('commit');
  }
}

/**
 * Writes a sample into a tenant of the floor by plain SQL: the rows and columns that Atlas's import fills, nothing read
 * from files, nothing checked, nothing recorded beside them.
 *
 * @returns milliseconds
 */
export async function importPlainly(client: pg.Client, { customers, products, invoices }: Sample): Promise<number> {
  const tenantId = randomUUID();
  const books = await openBooks(client, tenantId);
  const { write, draw } = tenantOf(client, tenantId);
  const began = performance.now();
  await inBatches(client, customers, (taken) => write(customerRows(books, taken)));
  await inBatches(client, products, (taken) => write(productRows(books, taken)));
  await inBatches(client, invoices, async (taken) => {
    const last = { invoice: await draw('invoice', taken.length), journal: await draw('journal', taken.length) };
    await write(invoiceRows(books, taken, last));
  });
  return performance.now() - began;
}
