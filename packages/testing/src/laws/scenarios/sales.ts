import { uuidv7 } from '@atlas/kernel';
import type * as contract from '@atlas/sales/contract';
import { newMember } from '../../members.ts';
import { issueInvoice, operationNamed } from '../../operations.ts';
import { invoiceOf, type Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';

const createInvoice = operationNamed<typeof contract.createInvoice>('sales.invoice.create');

const draft = (shop: Shop) => shop.run(createInvoice, invoiceOf(shop, '3'));
export const posted = (shop: Shop) => shop.run(issueInvoice, invoiceOf(shop, '3'));

/** A credit note over part of a posted invoice: it names everything that an invoice can name. */
async function creditNote(shop: Shop): Promise<Input> {
  const invoice = await posted(shop);
  return {
    kind: 'credit_note',
    customerId: shop.customerId,
    date: '2026-03-12',
    reference: `RETURN-${uuidv7().slice(-12)}`,
    creditedInvoiceId: invoice.id,
    ownerId: await newMember(shop),
    lines: [
      {
        productId: shop.productId,
        quantity: '1',
        unitPrice: '100',
        discount: '0.05',
        taxCodeId: shop.taxCodeId,
        revenueAccountId: shop.account('4030'),
      },
    ],
  };
}

export const sales: Record<string, Scenario> = {
  'sales.invoice.create': inShop(creditNote),
  'sales.invoice.update': inShop(async (shop) => {
    const { id, version } = await draft(shop);
    return { ...(await creditNote(shop)), id, version };
  }),
  'sales.invoice.delete': inShop(async (shop) => ({ id: (await draft(shop)).id })),
  'sales.invoice.post': inShop(async (shop) => ({ id: (await draft(shop)).id })),
  'sales.invoice.issue': inShop(creditNote),
  'sales.invoice.issue_batch': inShop(async (shop) => ({ invoices: [invoiceOf(shop, '2'), await creditNote(shop)] })),
  'sales.invoice.void': inShop(async (shop) => ({ id: (await posted(shop)).id, date: '2026-03-15' })),
  'sales.invoice.get': inShop(async (shop) => ({ id: (await posted(shop)).id })),
  'sales.invoice.list': inShop(async (shop) => {
    await Promise.all([posted(shop), draft(shop)]);
    return { customerId: shop.customerId, ownerId: shop.userId, sort: '-gross', limit: 20 };
  }),
  'sales.report.revenue_breakdown': inShop(async (shop) => {
    await posted(shop);
    return { by: 'customer', from: '2026-01-01', to: '2026-12-31' };
  }),
  'sales.report.receivables_ageing': inShop(async (shop) => {
    await posted(shop);
    return { asOf: '2026-06-30' };
  }),
};
