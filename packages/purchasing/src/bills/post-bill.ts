import { checkLineValues, postEntries, postingTerms, ratesOn, settleCredits } from '@atlas/accounting';
import { AtlasError, businessDate, present, uuidv7 } from '@atlas/kernel';
import { offerDiscounts, termsById } from '@atlas/payments';
import { command, found } from '@atlas/platform';
import { atRate } from '@atlas/tax';
import { postBill as route } from '../contract/bill-routes.ts';
import { openWhenPosted } from '../domain/supplier-credit.ts';
import { announceCredits, announcePosting } from './announce.ts';
import { asWritten } from './as-written.ts';
import { postTaxes } from './bill-taxes.ts';
import { drawBillNumbers, markPosted, saveCredits } from './bills.repository.ts';
import { creditEffects } from './credit-bills.ts';
import { loadBill, taxesAsSaid } from './load-bill.ts';
import { lockCreditedBills } from './lock-credited-bills.ts';
import { entryOf } from './prepared-bill.ts';
import { scheduleOfBill } from './when-due.ts';

export const postBill = command(route, async (tx, { id }) => {
  const draft = found(await loadBill(tx, id, true), 'bill');
  if (draft.status !== 'draft') throw new AtlasError('purchasing.bill_posted', `${draft.number} is posted already.`);
  const { paymentTermsId } = draft;
  const date = businessDate(draft.date);
  const unrated = draft.exchangeRate === null && draft.inBooks === null ? [{ currency: draft.currency, on: date }] : [];
  const [posting, credited, taxes, rates, terms] = await Promise.all([
    postingTerms(tx, [businessDate(draft.postingDate)]),
    lockCreditedBills(tx, draft.creditedBillId === null ? [] : [draft.creditedBillId]),
    taxesAsSaid(tx, id),
    ratesOn(tx, unrated),
    termsById(tx, paymentTermsId === null ? [] : [paymentTermsId]),
    checkLineValues(tx, [{ lines: draft.lines, at: '' }]),
  ]);
  const written = asWritten(draft, taxes(draft.kind));
  const isScheduled = paymentTermsId !== null && draft.kind === 'bill';
  const schedule = isScheduled ? scheduleOfBill(terms, paymentTermsId, written, '/paymentTermsId') : null;
  const document = atRate({ ...written, schedule }, posting, rates);
  const effects = creditEffects([document], credited.bills);
  const entry = entryOf(document, uuidv7(), posting);
  const { year } = posting.periodOf(document.postingDate);
  const number = present((await drawBillNumbers(tx, [{ id, kind: draft.kind, year }])).get(id), 'one number was drawn');
  postEntries(tx, posting, [entry]);
  postTaxes(tx, document, entry.id);
  markPosted(tx, { ...document, number, entryId: entry.id, openMinor: openWhenPosted(document) });
  offerDiscounts(tx, [{ entryId: entry.id, schedule }]);
  saveCredits(tx, effects);
  settleCredits(tx, posting, [{ entry, creditedId: draft.creditedBillId }], credited.items);
  const after = present(await loadBill(tx, id), 'the bill was just posted');
  tx.record({ subjectId: id, before: draft, after });
  announcePosting(tx, { ...after, number, entryId: entry.id });
  announceCredits(tx, effects, [document]);
  return after;
});
