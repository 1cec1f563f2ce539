import { allocate, lockItems, lockSettled, postEntries, postingTerms, reversalOf, unallocate } from '@atlas/accounting';
import { AtlasError, present } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { takeBackDocumentTaxes } from '@atlas/tax';
import { paymentReversed } from '../contract/events.ts';
import { reversePayment as route } from '../contract/payments.ts';
import { loadPayment, markReversed } from './payments.repository.ts';

export const reversePayment = command(route, async (tx, { id, date }) => {
  const { entryId } = found(await loadPayment(tx, id), 'payment');
  const itemKey = { entryId, position: 1 };
  // Items before the document (packages/docs/adr/0023).
  await lockSettled(tx, itemKey);
  const before = found(await loadPayment(tx, id, true), 'payment');
  if (before.reversedOn !== null) throw new AtlasError('payments.reversed', `${before.number} was taken back already.`);
  if (date < before.date) throw new AtlasError('payments.reversed_too_early', 'A payment is not taken back before its day.');
  const terms = await postingTerms(tx, [date]);
  await unallocate(tx, terms, date, { item: itemKey });
  const entry = await reversalOf(tx, entryId, date);
  postEntries(tx, terms, [entry]);
  const [own, mirror] = await lockItems(tx, [itemKey, { entryId: entry.id, position: 1 }]);
  if (own && mirror) {
    const [debit, credit] = own.residualMinor > 0n ? [own, mirror] : [mirror, own];
    const pair = { debit, credit, debitMinor: debit.residualMinor, creditMinor: -credit.residualMinor };
    allocate(tx, terms, { date, sourceKind: 'payments.payment', sourceId: id, items: [own, mirror], pairs: [pair] });
  }
  tx.tell(takeBackDocumentTaxes(tx, { sourceKind: 'payments.payment', sourceId: id }, date, entry.id));
  markReversed(tx, id, date, entry.id);
  const after = present(await loadPayment(tx, id), 'the payment was just taken back');
  tx.record({ subjectId: id, before, after });
  tx.emit(paymentReversed, { paymentId: id, date, entryId: entry.id });
  return after;
});
