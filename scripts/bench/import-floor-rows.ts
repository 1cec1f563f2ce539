import { addDays, type BusinessDate, uuidv7 } from '@atlas/kernel';
import type { floorColumns } from './import-floor-tables.ts';
import type { Sample } from './import-sample.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows of one batch by their table, in an order in which each comes after what it refers to. */
export type Rows = Partial<Record<keyof typeof floorColumns, readonly Row[]>>;

/** What a company has before it imports, and the ids of what it has imported so far, by code. */
export type Books = {
  readonly receivableId: string;
  readonly salesId: string;
  readonly periodIds: readonly string[];
  readonly ids: Map<string, string>;
};

const remember = ({ ids }: Books, code: string): string => {
  const id = uuidv7();
  ids.set(code, id);
  return id;
};

export function customerRows(books: Books, customers: Sample['customers']): Rows {
  const parties = customers.map(({ code, name, email }) => ({
    id: remember(books, code),
    code,
    name,
    email,
    is_customer: true,
    is_supplier: false,
  }));
  const addresses = customers.map(({ code, city, country }) => ({
    id: uuidv7(),
    party_id: books.ids.get(code),
    kind: 'billing',
    city,
    country,
  }));
  return { parties, addresses };
}

export const productRows = (books: Books, products: Sample['products']): Rows => ({
  products: products.map(({ code, name, price }) => ({ id: remember(books, code), code, name, sales_price: price / 100 })),
});

const numberOf = (prefix: string, digits: number, number: number): string =>
  `${prefix}-2025-${String(number).padStart(digits, '0')}`;

/** The numbers given last before a batch. */
export type LastNumbers = { readonly invoice: number; readonly journal: number };

export function invoiceRows(books: Books, invoices: Sample['invoices'], last: LastNumbers): Rows {
  const now = new Date().toISOString();
  const rows = { journal_entries: [] as Row[], journal_lines: [] as Row[], invoices: [] as Row[], invoice_lines: [] as Row[] };
  for (const [index, { reference, customer, date, lines }] of invoices.entries()) {
    const [id, entryId, customerId] = [uuidv7(), uuidv7(), books.ids.get(customer)];
    const gross = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
    const source = { source_kind: 'sales.invoice', source_id: id, line_count: 2, posted_at: now };
    const number = numberOf('JRN', 6, last.journal + index + 1);
    const period_id = books.periodIds[Number(date.slice(5, 7)) - 1];
    rows.journal_entries.push({ id: entryId, number, date, period_id, description: `Invoice to ${customer}`, ...source });
    const line = { entry_id: entryId, date, currency: 'EUR' };
    rows.journal_lines.push(
      { ...line, position: 1, account_id: books.receivableId, party_id: customerId, amount_minor: gross },
      { ...line, position: 2, account_id: books.salesId, amount_minor: -gross },
    );
    const amounts = { net_minor: gross, tax_minor: 0, gross_minor: gross, open_minor: gross };
    const dates = { date, due_date: addDays(date as BusinessDate, 30), created_at: now, posted_at: now };
    const head = { kind: 'invoice', status: 'posted', number: numberOf('INV', 5, last.invoice + index + 1), reference };
    rows.invoices.push({ id, ...head, customer_id: customerId, currency: 'EUR', entry_id: entryId, ...amounts, ...dates });
    for (const [position, { product, quantity, price }] of lines.entries()) {
      const item = { product_id: books.ids.get(product), description: product, quantity, unit_price: price / 100 };
      const sums = { discount: 0, tax_rate: 0, net_minor: quantity * price, tax_minor: 0, revenue_account_id: books.salesId };
      rows.invoice_lines.push({ invoice_id: id, position: position + 1, ...item, ...sums });
    }
  }
  return rows;
}
