import { checkLineValues, postEntries, postingTerms, ratesOn, settleCredits } from '@atlas/accounting';
import { AtlasError, present, uuidv7 } from '@atlas/kernel';
import { offerDiscounts, scheduleOf, termsById } from '@atlas/payments';
import { command, found } from '@atlas/platform';
import { atRate, postDocumentTaxes, postForeignTaxes } from '@atlas/tax';
import { postInvoice as route } from '../contract/invoices.ts';
import { openWhenPosted } from '../domain/credit.ts';
import { announceCredits, announcePosting } from './announce.ts';
import { figuresOf, taxSource } from './invoice-taxes.ts';
import { drawInvoiceNumbers, markPosted, saveCredits } from './invoices.repository.ts';
import { loadInvoice, loadInvoiceAndTaxes } from './load-invoice.ts';
import { lockCreditedInvoices } from './lock-credited.ts';
import { creditEffects, entryOf } from './prepare-invoices.ts';

export const postInvoice = command(route, async (tx, { id }) => {
  const { invoice, kept } = await loadInvoiceAndTaxes(tx, id, true);
  const draft = found(invoice, 'invoice');
  if (draft.status !== 'draft') throw new AtlasError('sales.invoice_posted', `${draft.number} is posted already.`);
  const credits = draft.creditedInvoiceId === null ? [] : [draft.creditedInvoiceId];
  const unrated = draft.exchangeRate === null && draft.inBooks === null ? [{ currency: draft.currency, on: draft.date }] : [];
  const named = draft.paymentTermsId === null ? [] : [draft.paymentTermsId];
  const [posting, credited, rates, terms] = await Promise.all([
    postingTerms(tx, [draft.date]),
    lockCreditedInvoices(tx, credits),
    ratesOn(tx, unrated),
    termsById(tx, named),
    checkLineValues(tx, [{ lines: draft.lines, at: '' }]),
  ]);
  const figures = figuresOf(draft, kept);
  const schedule =
    draft.paymentTermsId === null || draft.kind === 'credit_note'
      ? null
      : scheduleOf(terms, draft.paymentTermsId, { ...figures, date: draft.date, currency: draft.currency }, '/paymentTermsId');
  const document = atRate({ ...draft, ...figures, schedule }, posting, rates);
  const effects = creditEffects([document], credited.invoices);
  const entry = entryOf(document, uuidv7(), posting);
  const openMinor = openWhenPosted(document);
  const { exchangeRate, inBooks } = document;
  const head = {
    id,
    kind: draft.kind,
    exchangeRate,
    inBooks,
    entryId: entry.id,
    year: posting.periodOf(draft.date).year,
    openMinor,
  };
  const drawn = drawInvoiceNumbers(tx, [head]);
  postEntries(tx, posting, [entry]);
  const taxed = { takesBack: draft.kind === 'credit_note', taxes: document.taxes };
  const taxes = inBooks ? postForeignTaxes(tx, taxSource(id), entry.id, taxed) : postDocumentTaxes(tx, taxSource(id), entry.id);
  markPosted(tx, head, taxes);
  offerDiscounts(tx, [{ entryId: entry.id, schedule }]);
  saveCredits(tx, effects);
  settleCredits(tx, posting, [{ entry, creditedId: draft.creditedInvoiceId }], credited.items);
  const [loaded] = await Promise.all([loadInvoice(tx, id), drawn]);
  const after = present(loaded, 'the invoice was just posted');
  tx.record({ subjectId: id, before: draft, after });
  announcePosting(tx, { ...after, number: present(after.number, 'a posted invoice has a number'), entryId: entry.id });
  announceCredits(tx, effects, [document]);
  return after;
});
