import { AtlasError, addDays, type BusinessDate, present, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { lockBooks } from '../company/company.repository.ts';
import { revaluationPosted } from '../contract/events.ts';
import { runRevaluation as route } from '../contract/revaluation.ts';
import { reversed } from '../domain/check-entry.ts';
import { revaluationLines } from '../domain/revaluation-entry.ts';
import { type NewEntry, type PostingTerms, postEntries, postingTerms } from '../journals/posting.ts';
import { lockForeignItems } from './positions.repository.ts';
import { insertRevaluation, loadRevaluation } from './revaluations.repository.ts';
import { type RatedGroup, revaluePositions } from './revalue-positions.ts';

type Run = { readonly id: string; readonly date: BusinessDate; readonly description: string };

/** The entries of a group on the day, and unless it is kept those that take them back on the next. */
function entriesOf({ id, date, description }: Run, group: RatedGroup, terms: PostingTerms): NewEntry[] {
  const accounts = { gain: () => terms.accountFor('exchange_gain'), loss: () => terms.accountFor('exchange_loss') };
  const sourceKind = group.kept ? 'accounting.revaluation_kept' : 'accounting.revaluation';
  const about = { sourceKind, sourceId: id, description: `${description} ${group.currency}` };
  return revaluationLines(group, terms.currency, accounts).flatMap((lines) => {
    const entry = { ...about, id: uuidv7(), date, lines };
    return group.kept ? [entry] : [entry, { ...about, id: uuidv7(), date: addDays(date, 1), lines: reversed(lines) }];
  });
}

export const runRevaluation = command(route, async (tx, { date, reversal, description }) => {
  // One run at a time: two of the same day would find the same differences.
  await lockBooks(tx);
  const terms = await postingTerms(tx, [date, addDays(date, 1)]);
  await lockForeignItems(tx, date, terms.currency);
  const groups = await revaluePositions(tx, date, terms.currency, reversal === 'kept');
  const id = uuidv7();
  const entries = groups.flatMap((group) => entriesOf({ id, date, description }, group, terms));
  if (entries.length === 0)
    throw new AtlasError('accounting.nothing_to_revalue', `Nothing in foreign currencies is worth another amount on ${date}.`);
  const differenceMinor = groups.reduce((sum, group) => sum + group.differenceMinor, 0n);
  await insertRevaluation(tx, { id, date, reversal, differenceMinor }, groups);
  postEntries(tx, terms, entries);
  const run = present(await loadRevaluation(tx, id), 'the revaluation was just posted');
  tx.record({ subjectId: id, after: run });
  tx.emit(revaluationPosted, { revaluationId: id, date });
  return run;
});
