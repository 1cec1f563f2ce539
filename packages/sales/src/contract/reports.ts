import { documentTerms } from '@atlas/accounting/contract';
import { reportSpec, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { currencyCode, date, id, money } = schemas;

export const breakdownBy = z.enum(['month', 'customer', 'category', 'country', 'product']);

export const readRevenueBreakdown = route({
  name: 'sales.report.revenue_breakdown',
  method: 'GET',
  path: '/reports/revenue-breakdown',
  summary: 'Net of posted product lines, less credit notes, by month, customer, category, ship-to country or product',
  input: z.object({
    by: breakdownBy,
    from: date.optional(),
    to: date.optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: z.object({
    currency: currencyCode,
    by: breakdownBy,
    rows: z.array(z.object({ key: z.string(), id: id.nullable(), label: z.string(), net: money, invoiceCount: z.int() })),
    total: money,
  }),
  errors: ['invalid_period', 'accounting.not_set_up'],
  scoped: ['invoices'],
});

export const revenueBreakdownFile = reportSpec({
  name: 'revenue_breakdown',
  permission: readRevenueBreakdown.name,
  // Among the terms of all files `by` is a dimension.
  terms: readRevenueBreakdown.input.omit({ limit: true, by: true }).extend({ breakdownBy, to: date }),
  errors: ['invalid_period'],
});

export const readReceivablesAgeing = route({
  name: 'sales.report.receivables_ageing',
  method: 'GET',
  path: '/reports/receivables-ageing',
  summary: 'What customers owe today by days overdue as of a date',
  input: z.object({ asOf: date, ...documentTerms }),
  output: z.object({
    asOf: date,
    currency: currencyCode,
    buckets: z.array(
      z.object({
        name: z.enum(['not_due', '1_30', '31_60', '61_90', 'over_90', 'unallocated_credits']),
        amount: money,
        invoiceCount: z.int(),
      }),
    ),
    total: money,
  }),
  errors: ['not_found', 'accounting.not_set_up'],
  scoped: ['invoices'],
});
