import { present, uuidv7 } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { yearClosed } from '../contract/closing-events.ts';
import { closingLines } from '../domain/closing-lines.ts';
import { insertEntries, lockSeries } from '../journals/posting.repository.ts';
import { postingTerms } from '../journals/posting.ts';
import { lastPeriodOf, lockYear } from '../periods/years.repository.ts';
import { accountMovements } from '../reports/balances.repository.ts';
import { lockClose, saveClosed } from './year-closes.repository.ts';

export const closeKind = 'accounting.year_close';

/**
 * Locks what is open of the year and posts its closing entry. Nobody can post into the year between the two, and PostgreSQL lets
 * the entry into the locked period because the close is under way. False when the close is not under way any more.
 *
 * @throws AtlasError `accounting.no_account_for_role`
 */
export async function postClose(tx: TenantTx, closeId: string): Promise<boolean> {
  const close = present(await lockClose(tx, closeId), 'a close is never deleted');
  if (close.status !== 'running') return false;
  // In the order of whoever posts (packages/docs/adr/0023).
  await lockSeries(tx, close.endsOn);
  await lockYear(tx, close.fiscalYearId);
  const year = { startsOn: close.startsOn, endsOn: close.endsOn };
  const [terms, movements, period] = await Promise.all([
    postingTerms(tx, [close.endsOn]),
    accountMovements(tx, year, {}),
    lastPeriodOf(tx, close.fiscalYearId),
  ]);
  const { lines, resultMinor } = closingLines(movements, terms.accountFor('retained_earnings'));
  const entryId = lines.length === 0 ? null : uuidv7();
  if (entryId !== null) {
    const { id: periodId, year: numbered } = present(period, 'a year has a last period');
    const posted = lines.map((line) => ({ ...line, partyId: null, description: null, currency: close.currency }));
    insertEntries(tx, [
      {
        id: entryId,
        date: close.endsOn,
        periodId,
        year: numbered,
        description: `Close of ${close.year}`,
        sourceKind: closeKind,
        sourceId: closeId,
        reversalOfId: null,
        area: 'general',
        lines: posted,
      },
    ]);
  }
  await saveClosed(tx, closeId, entryId, resultMinor);
  tx.record({ subjectId: close.fiscalYearId, before: { status: 'running' }, after: { status: 'closed', closeId, entryId } });
  tx.emit(yearClosed, { fiscalYearId: close.fiscalYearId, closeId, entryId });
  return true;
}
