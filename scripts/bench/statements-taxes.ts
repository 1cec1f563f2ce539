import type pg from 'pg';
import type { Client } from './client.ts';

/** Each line of the output tax is the tax of a document of its own: 20 % on five times as much. */
const taxesSql = `
  insert into document_taxes (tenant_id, source_kind, source_id, tax_id, direction, date, currency, value, base_minor, amount_minor,
    books_base_minor, books_amount_minor, account_id, entry_id)
  select l.tenant_id, 'bench', l.entry_id, t.id, 'sale', l.date, 'EUR', 0.2, -5 * l.amount_minor, -l.amount_minor, -5 * l.amount_minor, -l.amount_minor,
    l.account_id, l.entry_id
  from journal_lines as l join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id and a.role = 'output_tax'
  cross join (select id from taxes where tenant_id = $1 limit 1) as t where l.tenant_id = $1`;

/** The first line of each entry is for a project: each third for one. */
const namedSql = `
  insert into journal_line_dimensions (tenant_id, entry_id, position, dimension_id, value_id, account_id, date, amount_minor)
  select l.tenant_id, l.entry_id, l.position, $2::uuid, ($3::uuid[])[1 + abs(hashtext(l.entry_id::text)) % 3], l.account_id, l.date, l.amount_minor
  from journal_lines as l where l.tenant_id = $1 and l.position = 1`;

/** Gives the entries of a bench documents with a tax, and projects. @returns the id of one of three projects */
export async function fillTaxes(admin: pg.Client, client: Client, tenantId: string): Promise<string> {
  const { id: dimensionId } = await client.call<{ id: string }>('POST', '/v1/dimensions', { code: 'P', name: 'Project' });
  const values: string[] = [];
  for (const code of ['A', 'B', 'C']) {
    const value = await client.call<{ id: string }>('POST', `/v1/dimensions/${dimensionId}/values`, { code, name: code });
    values.push(value.id);
  }
  await admin.query('set session_replication_role = replica');
  await admin.query(taxesSql, [tenantId]);
  await admin.query(namedSql, [tenantId, dimensionId, values]);
  await admin.query('set session_replication_role = default');
  await admin.query('analyze document_taxes, journal_line_dimensions');
  return values[0] ?? '';
}

/** What a year's taxes come to by tax and by account, of all entries or of those with a line of a value. */
export const taxesPlain = (from: string, to: string, valueId: string | null): string => {
  const of = (entry: string): string =>
    valueId === null
      ? ''
      : `and ${entry} in (select entry_id from journal_line_dimensions where tenant_id = $1 and value_id = '${valueId}')`;
  return `
  select d.tax_id as id, sum(d.books_amount_minor) from document_taxes as d
  where d.tenant_id = $1 and d.date between '${from}' and '${to}' ${of('d.entry_id')} group by d.tax_id
  union all
  select l.account_id, -sum(l.amount_minor) from journal_lines as l
  join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id and a.role in ('output_tax', 'input_tax')
  where l.tenant_id = $1 and l.date between '${from}' and '${to}' ${of('l.entry_id')} group by l.account_id`;
};
