import { joinWholeTenant, type Sql, sql, type TenantTx } from '@atlas/platform';

export type Breakdown = 'month' | 'customer' | 'category' | 'country' | 'product';
export type BreakdownRow = {
  readonly key: string;
  readonly id: string | null;
  readonly label: string;
  readonly netMinor: string;
  readonly invoiceCount: number;
};

const dimensions = {
  month: { key: sql`to_char(i.date, 'YYYY-MM')`, id: sql`null::uuid`, label: sql`to_char(i.date, 'YYYY-MM')` },
  customer: { key: sql`c.code`, id: sql`c.id`, label: sql`c.name` },
  category: { key: sql`coalesce(g.code, '')`, id: sql`g.id`, label: sql`coalesce(g.name, '')` },
  country: { key: sql`coalesce(i.ship_country, '')`, id: sql`null::uuid`, label: sql`coalesce(i.ship_country, '')` },
  product: { key: sql`p.code`, id: sql`p.id`, label: sql`p.name` },
} as const;

/** The net of a line in the books: its part of what the document comes to there. */
const inBooks = sql`coalesce(round(l.net_minor * i.books_net_minor::numeric / nullif(i.net_minor, 0)), l.net_minor)`;

/** Net of product lines of posted documents by one dimension, credit notes deducted; charges such as freight are not products. */
export async function revenueBreakdown(tx: TenantTx, by: Breakdown, from: string, to: string): Promise<BreakdownRow[]> {
  const { key, id, label } = dimensions[by];
  const report = sql`
    select ${key} as key, ${id} as id, ${label} as label, count(distinct i.id)::integer as "invoiceCount",
           sum(case i.kind when 'invoice' then ${inBooks} else -${inBooks} end)::text as "netMinor"
    from invoices as i
    join invoice_lines as l on l.tenant_id = i.tenant_id and l.invoice_id = i.id
    join products as p on p.tenant_id = l.tenant_id and p.id = l.product_id
    join parties as c on c.tenant_id = i.tenant_id and c.id = i.customer_id
    left join product_categories as g on g.tenant_id = p.tenant_id and g.id = p.category_id
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.status <> 'draft' and i.date between ${from}::date and ${to}::date
    group by 1, 2, 3 order by ${by === 'month' ? sql`1` : sql`sum(case i.kind when 'invoice' then ${inBooks} else -${inBooks} end) desc, 1`}`;
  const [, rows] = await Promise.all([joinWholeTenant(tx), tx.rows<BreakdownRow>(report)]);
  return rows;
}

export type AgeingRow = { readonly name: string; readonly openMinor: string; readonly invoiceCount: number };

/**
 * What is open now by days overdue; credit notes that are not used up stand apart.
 *
 * @param counts which entries of invoices count, by the column that names an entry
 */
export function receivablesAgeing(tx: TenantTx, asOf: string, counts: (entryId: Sql) => Sql): Promise<AgeingRow[]> {
  return tx.rows<AgeingRow>(sql`
    select case
        when open_minor < 0 then 'unallocated_credits'
        when ${asOf}::date <= due_date then 'not_due'
        when ${asOf}::date - due_date <= 30 then '1_30'
        when ${asOf}::date - due_date <= 60 then '31_60'
        when ${asOf}::date - due_date <= 90 then '61_90'
        else 'over_90' end as name,
      sum(coalesce(round(open_minor * books_gross_minor::numeric / nullif(gross_minor, 0)), open_minor))::text as "openMinor", count(*)::integer as "invoiceCount"
    from invoices
    where tenant_id = ${tx.ctx.tenantId}::uuid and status = 'posted' and open_minor <> 0 and date <= ${asOf}::date${counts(sql`invoices.entry_id`)}
    group by 1`);
}
