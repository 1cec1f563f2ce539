import { allocate, lockItems, lockSettled, postEntries, postingTerms, reversalOf, unallocate } from '@atlas/accounting';
import { AtlasError, businessDate, present } from '@atlas/kernel';
import { command, found, type TenantTx } from '@atlas/platform';
import { reminderReversed } from '../contract/events.ts';
import { reverseReminder as route } from '../contract/reminders.ts';
import { loadReminder } from './read-reminders.repository.ts';
import { markReversed } from './reminders.repository.ts';

type Fee = { readonly id: string; readonly entryId: string; readonly date: string };

/** Reverses the fee; whoever had paid it has that much to their credit. Answers the entry. */
async function reverseFee(tx: TenantTx, { id, entryId, ...given }: Fee): Promise<string> {
  const date = businessDate(given.date);
  const itemKey = { entryId, position: 1 };
  const terms = await postingTerms(tx, [date]);
  await unallocate(tx, terms, date, { item: itemKey });
  const entry = { ...(await reversalOf(tx, entryId, date)), area: 'sales' as const };
  postEntries(tx, terms, [entry]);
  const items = await lockItems(tx, [itemKey, { entryId: entry.id, position: 1 }]);
  const [debit, credit] = [
    items.find(({ residualMinor }) => residualMinor > 0n),
    items.find(({ residualMinor }) => residualMinor < 0n),
  ];
  if (debit && credit) {
    const pair = { debit, credit, debitMinor: debit.residualMinor, creditMinor: -credit.residualMinor };
    allocate(tx, terms, { date, sourceKind: 'payments.reminder', sourceId: id, items, pairs: [pair] });
  }
  return entry.id;
}

export const reverseReminder = command(route, async (tx, { id, date, reason }) => {
  const { entryId } = found(await loadReminder(tx, id), 'reminder');
  // Items before the document (packages/docs/adr/0023).
  if (entryId !== null) await lockSettled(tx, { entryId, position: 1 });
  const before = found(await loadReminder(tx, id, true), 'reminder');
  if (before.reversedOn !== null) throw new AtlasError('payments.reminder_reversed', `${before.number} was taken back already.`);
  if (date < before.date) throw new AtlasError('payments.reversed_too_early', 'A reminder is not taken back before its day.');
  markReversed(tx, id, date, reason, entryId === null ? null : await reverseFee(tx, { id, entryId, date }));
  const after = present(await loadReminder(tx, id), 'the reminder was just taken back');
  tx.record({ subjectId: id, before, after });
  tx.emit(reminderReversed, { reminderId: id, date });
  return after;
});
