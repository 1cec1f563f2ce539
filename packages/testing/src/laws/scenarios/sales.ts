import { uuidv7 } from '@atlas/kernel';
import type { createPaymentTerms as createTermsRoute } from '@atlas/payments/contract';
import type * as contract from '@atlas/sales/contract';
import { newMember } from '../../members.ts';
import { issueInvoice, operationNamed } from '../../operations.ts';
import { invoiceOf, type Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';
import { costCentre, ofSome } from './dimensions.ts';

const createInvoice = operationNamed<typeof contract.createInvoice>('sales.invoice.create');

const createPaymentTerms = operationNamed<typeof createTermsRoute>('payments.terms.create');

const draft = (shop: Shop) => shop.run(createInvoice, invoiceOf(shop, '3'));
export const posted = (shop: Shop) => shop.run(issueInvoice, invoiceOf(shop, '3'));

/** Payment terms. */
export async function thirtyDays(shop: Shop): Promise<string> {
  const lines = [{ kind: 'rest', value: null, days: 30 }];
  return (await shop.run(createPaymentTerms, { code: uuidv7().slice(-12), name: 'Thirty days', lines })).id;
}

/** A credit note over part of a posted invoice: it names everything that an invoice can name. */
async function creditNote(shop: Shop): Promise<Input> {
  const invoice = await posted(shop);
  return {
    kind: 'credit_note',
    customerId: shop.customerId,
    date: '2026-03-12',
    reference: `RETURN-${uuidv7().slice(-12)}`,
    creditedInvoiceId: invoice.id,
    paymentTermsId: await thirtyDays(shop),
    ownerId: await newMember(shop),
    lines: [
      {
        productId: shop.productId,
        quantity: '1',
        unitPrice: '100',
        discount: '0.05',
        taxCodeId: shop.taxCodeId,
        taxIds: [shop.taxCodeId],
        revenueAccountId: shop.account('4030'),
        dimensions: [await centreOf(shop)],
      },
    ],
    charges: [
      { kind: 'discount', description: 'Loyalty', share: '0.1', accountId: shop.account('6910') },
      { kind: 'charge', description: 'Freight', amount: '5', taxIds: [shop.taxCodeId], accountId: shop.account('4020') },
    ],
  };
}

const centreOf = async (shop: Shop) => {
  const { dimensionId, valueId } = await costCentre(shop);
  return { dimensionId, valueId };
};

export const sales: Record<string, Scenario> = {
  'sales.invoice.create': inShop(creditNote),
  'sales.invoice.update': inShop(async (shop) => {
    const { id, version } = await draft(shop);
    return { ...(await creditNote(shop)), id, version };
  }),
  'sales.invoice.delete': inShop(async (shop) => ({ id: (await draft(shop)).id })),
  'sales.invoice.post': inShop(async (shop) => ({ id: (await draft(shop)).id })),
  'sales.invoice.issue': inShop(creditNote),
  'sales.invoice.issue_batch': inShop(async (shop) => {
    return { invoices: [{ ...invoiceOf(shop, '2'), paymentTermsId: await thirtyDays(shop) }, await creditNote(shop)] };
  }),
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
    return { asOf: '2026-06-30', ...(await ofSome(shop)) };
  }),
};
