import { postJournal } from '@atlas/accounting/contract';
import { issueInvoices } from '@atlas/sales/contract';
import { euros } from './cents.ts';
import type { Invoice, InvoiceLine } from './invoices.ts';
import type { Journal } from './journals.ts';
import { createMasters, type Masters, ownerOf } from './masters.ts';
import type { Credit, Story } from './story.ts';
import type { Teller } from './teller.ts';

const freightIncome = '4020';

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
  const lines = postings.map(([account, cents, supplier]) => ({
    accountId: masters.account(account),
    partyId: supplier === undefined ? null : masters.party(supplier),
    ...(cents > 0 ? { debit: euros(cents) } : { credit: euros(-cents) }),
  }));
  return { date, description, lines };
}

/** Enters the story month by month. Told again after an interruption, it goes on where it stopped. */
export async function tellStory(teller: Teller, story: Story, progress: (text: string) => void): Promise<void> {
  const masters = await createMasters(teller, story.booksStartOn);
  const issued: { id: string; invoice: Invoice }[] = [];
  for (const { month, invoices, credits, journals } of story.chapters) {
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
    for (const [index, journal] of journals.entries())
      await teller.tell(postJournal, `journal:${name}:${index}`, journalInput(journal, masters));
    if (month.startsOn.slice(5, 7) === '12' || !month.whole) progress(`${issued.length} invoices up to ${month.endsOn}`);
  }
}
