import { AtlasError, present, uuidv7 } from '@atlas/kernel';
import { command, found, type TenantTx } from '@atlas/platform';
import { reopenYear as route } from '../contract/closing.ts';
import { yearReopened } from '../contract/closing-events.ts';
import { reversed } from '../domain/check-entry.ts';
import { loadEntry } from '../journals/journals.repository.ts';
import { insertEntries } from '../journals/posting.repository.ts';
import { lastPeriodOf, readYear } from '../periods/years.repository.ts';
import { closeKind } from './post-close.ts';
import { lockClose, lockCloseOf, saveReopened, viewClose, type YearCloseRow } from './year-closes.repository.ts';

/** Takes the closing entry back, on its own day: the periods of the year stay locked. */
async function reverseClose(tx: TenantTx, close: YearCloseRow, entryId: string): Promise<string> {
  const [loaded, last] = await Promise.all([loadEntry(tx, entryId), lastPeriodOf(tx, close.fiscalYearId)]);
  const { entry, lines } = present(loaded, 'a posted entry is never deleted');
  const { id: periodId, year } = present(last, 'a year has a last period');
  const id = uuidv7();
  insertEntries(tx, [
    {
      id,
      date: close.endsOn,
      periodId,
      year,
      description: `Reversal of ${entry.number}`,
      sourceKind: closeKind,
      sourceId: close.id,
      reversalOfId: entryId,
      area: 'general',
      lines: reversed(lines),
    },
  ]);
  return id;
}

export const reopenYear = command(route, async (tx, { id, reason }) => {
  found(await readYear(tx, id), 'fiscal year');
  const close = await lockCloseOf(tx, id);
  if (close?.status !== 'closed')
    throw new AtlasError('accounting.year_not_closed', 'Only a closed fiscal year can be reopened.');
  const reversalId = close.entryId === null ? null : await reverseClose(tx, close, close.entryId);
  await saveReopened(tx, close.id, reversalId, reason);
  const after = viewClose(present(await lockClose(tx, close.id), 'the close exists'));
  tx.record({ subjectId: id, before: viewClose(close), after });
  tx.emit(yearReopened, { fiscalYearId: id, closeId: close.id, reversalId });
  return after;
});
