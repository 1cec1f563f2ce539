import { postEntries, settleCredits } from '@atlas/accounting';
import { moneyJson, present, uuidv7 } from '@atlas/kernel';
import { offerDiscounts } from '@atlas/payments';
import type { TenantTx } from '@atlas/platform';
import { atRate } from '@atlas/tax';
import type { z } from 'zod';
import type { issuedInvoice } from '../contract/invoices.ts';
import { openWhenPosted } from '../domain/credit.ts';
import { announceCredits, announcePosting } from './announce.ts';
import { inBooksJson } from './invoice-reads.repository.ts';
import { keepTaxes } from './invoice-taxes.ts';
import { drawInvoiceNumbers, insertPostedInvoices, type PostedInvoice, saveCredits } from './invoices.repository.ts';
import { creditEffects, entryOf, type Prepared } from './prepare-invoices.ts';

export type IssuedInvoice = z.output<typeof issuedInvoice>;

/**
 * Posts prepared invoices with their journal entries: one round trip for any number of them, all or none.
 *
 * @throws AtlasError as `postEntries`, `sales.nothing_to_post`, `sales.invalid_credit`, `sales.credit_exceeds_open`
 */
export async function issuePrepared(tx: TenantTx, { posting, rates, credited, ...prepared }: Prepared): Promise<IssuedInvoice[]> {
  const invoices = prepared.invoices.map((invoice) => atRate(invoice, posting, rates));
  const effects = creditEffects(invoices, credited.invoices);
  const posted: PostedInvoice[] = invoices.map((invoice) => ({
    ...invoice,
    entryId: uuidv7(),
    year: posting.periodOf(invoice.date).year,
    openMinor: openWhenPosted(invoice),
  }));
  const notes = posted.map((invoice) => ({
    entry: entryOf(invoice, invoice.entryId, posting),
    creditedId: invoice.creditedInvoiceId,
  }));
  const entries = notes.map(({ entry }) => entry);
  const drawn = drawInvoiceNumbers(tx, posted);
  postEntries(tx, posting, entries);
  insertPostedInvoices(tx, posted, keepTaxes(tx, posted));
  offerDiscounts(tx, posted);
  saveCredits(tx, effects);
  settleCredits(tx, posting, notes, credited.items);
  const numbers = await drawn;
  announceCredits(tx, effects, posted);
  return posted.map((invoice) => {
    const issued: IssuedInvoice = {
      id: invoice.id,
      kind: invoice.kind,
      status: 'posted',
      number: present(numbers.get(invoice.id), 'every posted invoice has a number'),
      reference: invoice.reference,
      customerId: invoice.customerId,
      date: invoice.date,
      dueDate: invoice.dueDate,
      net: moneyJson(invoice.netMinor, invoice.currency),
      tax: moneyJson(invoice.taxMinor, invoice.currency),
      gross: moneyJson(invoice.grossMinor, invoice.currency),
      exchangeRate: invoice.exchangeRate,
      inBooks: inBooksJson(invoice.inBooks ?? invoice, posting.currency),
      ownerId: invoice.ownerId,
      entryId: invoice.entryId,
      version: 1,
    };
    tx.record({ subjectId: invoice.id, after: issued });
    announcePosting(tx, issued);
    return issued;
  });
}
