import { allocate, lockItemsOf, postEntries, postingTerms, reversalOf, unallocate } from '@atlas/accounting';
import { AtlasError, type BusinessDate, businessDate, present } from '@atlas/kernel';
import { command, found, type TenantTx } from '@atlas/platform';
import { loadBankAccount } from '../accounts/accounts.repository.ts';
import { matchReversed } from '../contract/events.ts';
import { undoMatch as route } from '../contract/matches.ts';
import { loadMatches, markUndone } from './matches.repository.ts';

/** Takes back what a match settled, reverses its entry, and settles what both have left open with each other. */
async function reverse(tx: TenantTx, matchId: string, entryId: string, date: BusinessDate): Promise<string> {
  // Items before numbers (packages/docs/adr/0023): also those of the match that nothing settles.
  const [terms] = await Promise.all([postingTerms(tx, [date]), lockItemsOf(tx, [matchId])]);
  await unallocate(tx, terms, date, { sourceIds: [matchId] });
  const [reversal, own] = await Promise.all([reversalOf(tx, entryId, date), lockItemsOf(tx, [matchId])]);
  postEntries(tx, terms, [reversal]);
  const items = own.filter((item) => item.entryId === entryId);
  const reversed = items.map((item) => ({
    ...item,
    entryId: reversal.id,
    residualMinor: -item.amountMinor,
    residualBaseMinor: present(reversal.lines[item.position - 1], 'a reversal has the lines of its entry').amountMinor,
  }));
  const pairs = items.map((item) => {
    const minor = item.amountMinor < 0n ? -item.amountMinor : item.amountMinor;
    const [first, second] = [
      { entryId, position: item.position },
      { entryId: reversal.id, position: item.position },
    ];
    const [debit, credit] = item.amountMinor > 0n ? [first, second] : [second, first];
    return { debit, credit, debitMinor: minor, creditMinor: minor };
  });
  if (pairs.length > 0)
    allocate(tx, terms, { date, sourceKind: 'treasury.match', sourceId: matchId, items: [...items, ...reversed], pairs });
  return reversal.id;
}

/** Takes a match back. What its lines settled elsewhere meanwhile must be taken back first. */
export const undoMatch = command(route, async (tx, { id, date: asked }) => {
  const { bankAccountId } = found((await loadMatches(tx, [id]))[0], 'match');
  // As whoever applies matches: first the account, then what it holds.
  await loadBankAccount(tx, bankAccountId, true);
  const match = present((await loadMatches(tx, [id], true))[0], 'it was there');
  if (match.undoneOn !== null) throw new AtlasError('treasury.match_undone', `The match was taken back on ${match.undoneOn}.`);
  const date = businessDate(asked ?? match.date);
  if (date < match.date) throw new AtlasError('treasury.undo_too_early', `The match is of ${match.date}: not before that day.`);
  const reversalId = match.entryId === null ? null : await reverse(tx, id, match.entryId, date);
  markUndone(tx, id, date, reversalId);
  const after = present((await loadMatches(tx, [id]))[0], 'it was there');
  tx.record({ subjectId: id, before: match, after });
  tx.emit(matchReversed, { matchId: id, bankAccountId, entryId: match.entryId, reversalId });
  return after;
});
