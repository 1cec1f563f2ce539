import { postJournal } from '@atlas/accounting/contract';
import { postPayment } from '@atlas/payments/contract';
import { issueBill } from '@atlas/purchasing/contract';
import { issueInvoices } from '@atlas/sales/contract';
import type { Bill } from './bills.ts';
import { euros } from './cents.ts';
import type { Invoice, InvoiceLine } from './invoices.ts';
import type { Journal } from './journals.ts';
import { createMasters, type Masters, ownerOf } from './masters.ts';
import type { Chapter, Credit, Story } from './story.ts';
import type { Teller } from './teller.ts';

const freightIncome = '4020';
const stock = '1200';
const bank = '1020';

type Bought = { readonly bill: Bill; readonly entryId: string };

const discountOf = (percent: number): string => `0.${String(percent).padStart(2, '0')}`;

function lineOf({ product, quantity, priceCents, discount }: InvoiceLine, domestic: boolean, masters: Masters) {
  return {
    productId: masters.product(product.code),
    quantity: String(quantity),
    unitPrice: euros(priceCents),
    discount: discountOf(discount),
    // Left out, the product's own.
    ...(domestic ? {} : { taxCodeId: masters.taxCode('EXPORT') }),
  };
}

function invoiceInput({ customer, date, reference, lines, freightCents }: Invoice, masters: Masters) {
  const freight = {
    description: 'Freight',
    quantity: '1',
    unitPrice: euros(freightCents),
    taxCodeId: masters.taxCode(customer.domestic ? 'STANDARD' : 'EXPORT'),
    revenueAccountId: masters.account(freightIncome),
  };
  return {
    customerId: masters.party(customer.code),
    ...ownerOf(customer),
    date,
    reference,
    shipCountry: customer.country,
    lines: [...lines.map((line) => lineOf(line, customer.domestic, masters)), ...(freightCents > 0 ? [freight] : [])],
  };
}

function creditInput({ date, quantity }: Credit, invoice: Invoice, creditedInvoiceId: string, masters: Masters) {
  const [first] = invoice.lines;
  if (!first) throw new Error('an invoice has a line');
  return {
    kind: 'credit_note' as const,
    customerId: masters.party(invoice.customer.code),
    ...ownerOf(invoice.customer),
    date,
    creditedInvoiceId,
    shipCountry: invoice.customer.country,
    note: 'Returned',
    lines: [lineOf({ ...first, quantity }, invoice.customer.domestic, masters)],
  };
}

function journalInput({ date, description, postings }: Journal, masters: Masters) {
  const lines = postings.map(([account, cents]) => ({
    accountId: masters.account(account),
    partyId: null,
    ...(cents > 0 ? { debit: euros(cents) } : { credit: euros(-cents) }),
  }));
  return { date, description, lines };
}

function billInput({ supplier, supplierNumber, date, netCents, taxCents }: Bill, masters: Masters) {
  const line = { description: `Goods from ${supplier.name}`, quantity: '1', unitPrice: euros(netCents) };
  return {
    supplierId: masters.party(supplier.code),
    supplierNumber,
    date,
    total: euros(netCents + taxCents),
    lines: [{ ...line, taxIds: [masters.taxCode('STANDARD')], accountId: masters.account(stock) }],
  };
}

function paymentInput({ supplier, netCents, taxCents }: Bill, entryId: string, date: string, masters: Masters) {
  const amount = euros(netCents + taxCents);
  const items = [{ entryId, position: 1, amount }];
  return {
    direction: 'out' as const,
    partyId: masters.party(supplier.code),
    date,
    accountId: masters.account(bank),
    amount,
    items,
  };
}

/** Enters what was bought in a month, and pays what is due. */
async function tellPurchases(teller: Teller, masters: Masters, { month, bills, payments }: Chapter, bought: Bought[]) {
  const name = month.startsOn.slice(0, 7);
  for (const [index, bill] of bills.entries()) {
    const { entryId } = await teller.tell(issueBill, `bill:${name}:${index}`, billInput(bill, masters));
    bought.push({ bill, entryId });
  }
  for (const [index, { bill: place, date }] of payments.entries()) {
    const paid = bought[place];
    if (!paid) throw new Error('what is paid was bought before');
    const input = paymentInput(paid.bill, paid.entryId, date, masters);
    await teller.tell(postPayment, `payment:${name}:${index}`, input);
  }
}

/** Enters the story month by month. Told again after an interruption, it goes on where it stopped. */
export async function tellStory(teller: Teller, story: Story, progress: (text: string) => void): Promise<void> {
  const masters = await createMasters(teller, story.booksStartOn);
  const issued: { id: string; invoice: Invoice }[] = [];
  const bought: Bought[] = [];
  for (const chapter of story.chapters) {
    const { month, invoices, credits, journals } = chapter;
    const name = month.startsOn.slice(0, 7);
    if (invoices.length > 0) {
      const input = { invoices: invoices.map((invoice) => invoiceInput(invoice, masters)) };
      const { items } = await teller.tell(issueInvoices, `invoices:${name}`, input);
      for (const [index, invoice] of invoices.entries()) issued.push({ id: items[index]?.id ?? '', invoice });
    }
    if (credits.length > 0) {
      const notes = credits.flatMap((credit) => {
        const credited = issued[credit.invoice];
        return credited ? [creditInput(credit, credited.invoice, credited.id, masters)] : [];
      });
      await teller.tell(issueInvoices, `credits:${name}`, { invoices: notes });
    }
    await tellPurchases(teller, masters, chapter, bought);
    for (const [index, journal] of journals.entries())
      await teller.tell(postJournal, `journal:${name}:${index}`, journalInput(journal, masters));
    if (month.startsOn.slice(5, 7) === '12' || !month.whole) progress(`${issued.length} invoices up to ${month.endsOn}`);
  }
}
