import { AtlasError, present, uuidv7 } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { lockBooks } from '../company/company.repository.ts';
import { revaluationUndone } from '../contract/events.ts';
import { undoRevaluation as route } from '../contract/revaluation.ts';
import { reversed } from '../domain/check-entry.ts';
import { loadEntry } from '../journals/journals.repository.ts';
import { postEntries, postingTerms } from '../journals/posting.ts';
import { lockItems } from '../open-items/open-items.repository.ts';
import { isBuiltUpon, loadRevaluation, lockRevaluation, markUndone } from './revaluations.repository.ts';

export const undoRevaluation = command(route, async (tx, { id }) => {
  await lockBooks(tx);
  await lockRevaluation(tx, id);
  const before = found(await loadRevaluation(tx, id), 'revaluation');
  if (before.status === 'undone') throw new AtlasError('accounting.revaluation_undone', 'This revaluation was undone already.');
  const entries = await Promise.all(
    before.entryIds.map(async (entryId) => present(await loadEntry(tx, entryId), 'a revaluation has its entries')),
  );
  // Items before numbers (packages/docs/adr/0023).
  await lockItems(
    tx,
    entries.flatMap(({ lines }) => lines.flatMap(({ adjusts }) => adjusts ?? [])),
  );
  if (await isBuiltUpon(tx, before))
    throw new AtlasError('accounting.revaluation_built_upon', 'Undo what was revalued or settled at these values first.');
  const terms = await postingTerms(
    tx,
    entries.map(({ entry }) => entry.date),
  );
  const undoing = entries.map(({ entry: { id: entryId, date, description, sourceKind, sourceId }, lines }) => ({
    id: uuidv7(),
    date,
    description: `${description}, undone`,
    sourceKind,
    sourceId,
    reversalOfId: entryId,
    lines: reversed(lines),
  }));
  // All at once: of an item that is settled meanwhile they leave the value as it is.
  postEntries(tx, terms, undoing);
  await markUndone(tx, id);
  const after = present(await loadRevaluation(tx, id), 'the revaluation was just undone');
  tx.record({ subjectId: id, before, after });
  tx.emit(revaluationUndone, { revaluationId: id, date: before.date });
  return after;
});
