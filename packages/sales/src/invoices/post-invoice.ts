import { postEntries, postingTerms } from '@atlas/accounting';
import { AtlasError, moneyFromJson, present, uuidv7 } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { postInvoice as route } from '../contract/invoices.ts';
import { openWhenPosted } from '../domain/credit.ts';
import { announceCredits, announcePosting } from './announce.ts';
import { loadInvoice } from './invoice-reads.repository.ts';
import { markPosted, saveCredits } from './invoices.repository.ts';
import { creditEffects, entryOf } from './prepare-invoices.ts';
import { lockCreditedInvoices } from './terms.repository.ts';

export const postInvoice = command(route, async (tx, { id }) => {
  const draft = found(await loadInvoice(tx, id, true), 'invoice');
  if (draft.status !== 'draft') throw new AtlasError('sales.invoice_posted', `${draft.number} is posted already.`);
  const credits = draft.creditedInvoiceId === null ? [] : [draft.creditedInvoiceId];
  const [posting, credited] = await Promise.all([postingTerms(tx, [draft.date]), lockCreditedInvoices(tx, credits)]);
  const lines = draft.lines.map((line) => ({
    ...line,
    netMinor: moneyFromJson(line.net).minor,
    taxMinor: moneyFromJson(line.tax).minor,
  }));
  const grossMinor = moneyFromJson(draft.gross).minor;
  const document = {
    ...draft,
    lines,
    netMinor: moneyFromJson(draft.net).minor,
    taxMinor: moneyFromJson(draft.tax).minor,
    grossMinor,
  };
  const effects = creditEffects([document], credited);
  const entry = entryOf(document, uuidv7(), posting);
  const openMinor = openWhenPosted(document);
  const head = { id, kind: draft.kind, entryId: entry.id, year: posting.periodOf(draft.date).year, openMinor };
  postEntries(tx, posting, [entry]);
  markPosted(tx, head);
  saveCredits(tx, effects);
  const after = present(await loadInvoice(tx, id), 'the invoice was just posted');
  tx.record({ subjectId: id, before: draft, after });
  announcePosting(tx, { ...after, number: present(after.number, 'a posted invoice has a number'), entryId: entry.id });
  announceCredits(tx, effects, [document]);
  return after;
});
