/** Tables like Atlas's, with the same keys, references and indexes, and nothing else: no policies, triggers or checks. */
export const floorSchema = `
  create schema floor;
  do $$ declare
    tables text[] := array['ledger_accounts', 'accounting_periods', 'parties', 'addresses', 'products', 'journal_entries',
      'journal_lines', 'invoices', 'invoice_lines', 'number_series'];
    name text;
    reference text;
  begin
    foreach name in array tables loop
      execute format('create table floor.%I (like public.%I including defaults including indexes)', name, name);
    end loop;
    perform set_config('search_path', '', true);
    for reference in
      select format('alter table floor.%I add %s', own.relname, replace(pg_get_constraintdef(c.oid), 'public.', 'floor.'))
      from pg_constraint as c join pg_class as own on own.oid = c.conrelid join pg_class as other on other.oid = c.confrelid
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and own.relname = any(tables) and other.relname = any(tables)
    loop
      execute reference;
    end loop;
  end $$`;

/** The columns that an import fills beside the tenant. */
export const floorColumns = {
  parties: { id: 'uuid', code: 'text', name: 'text', is_customer: 'boolean', is_supplier: 'boolean', email: 'text' },
  addresses: { id: 'uuid', party_id: 'uuid', kind: 'text', city: 'text', country: 'text' },
  products: { id: 'uuid', code: 'text', name: 'text', sales_price: 'numeric' },
  journal_entries: {
    id: 'uuid',
    number: 'text',
    date: 'date',
    period_id: 'uuid',
    description: 'text',
    source_kind: 'text',
    source_id: 'uuid',
    line_count: 'integer',
    posted_at: 'timestamptz',
  },
  journal_lines: {
    entry_id: 'uuid',
    position: 'integer',
    account_id: 'uuid',
    party_id: 'uuid',
    date: 'date',
    currency: 'text',
    amount_minor: 'bigint',
  },
  invoices: {
    id: 'uuid',
    kind: 'text',
    status: 'text',
    number: 'text',
    reference: 'text',
    customer_id: 'uuid',
    date: 'date',
    due_date: 'date',
    currency: 'text',
    net_minor: 'bigint',
    tax_minor: 'bigint',
    gross_minor: 'bigint',
    open_minor: 'bigint',
    entry_id: 'uuid',
    created_at: 'timestamptz',
    posted_at: 'timestamptz',
  },
  invoice_lines: {
    invoice_id: 'uuid',
    position: 'integer',
    product_id: 'uuid',
    description: 'text',
    quantity: 'numeric',
    unit_price: 'numeric',
    discount: 'numeric',
    tax_rate: 'numeric',
    net_minor: 'bigint',
    tax_minor: 'bigint',
    revenue_account_id: 'uuid',
  },
} as const;
