import { AtlasError, present, uuidv7 } from '@atlas/kernel';
import { type ClosingCheck, command, found, requestJob } from '@atlas/platform';
import { lockBooks } from '../company/company.repository.ts';
import { companyOf } from '../company/company-of.ts';
import { closeYear as route } from '../contract/closing.ts';
import { yearCloseRequested } from '../contract/closing-events.ts';
import { overrideLock } from '../contract/locks.ts';
import { postingTerms } from '../journals/posting.ts';
import { readYear } from '../periods/years.repository.ts';
import type { CheckRow } from './run-checks.ts';
import { yearChecks } from './year-checks.ts';
import { insertClose, lockClose, lockCloseOf, viewClose } from './year-closes.repository.ts';

/** @throws AtlasError `accounting.not_ready_to_close` */
function refuseUnready(checks: readonly CheckRow[]): void {
  const failing = checks.filter(({ count }) => count > 0).map(({ name, count }) => ({ name, count }));
  const told = failing.map(({ name, count }) => `${name} (${count})`).join(', ');
  if (failing.length > 0)
    throw new AtlasError('accounting.not_ready_to_close', `There is something left to do: ${told}.`, { failing });
}

/** @param checks what all modules count before a period is closed */
export const closeYear = (checks: readonly ClosingCheck[]) =>
  command(route, async (tx, { id, overrideReason }) => {
    const permission = overrideLock.name;
    if (overrideReason !== null && !tx.ctx.actor.may(permission))
      throw new AtlasError('forbidden', `To close a year that is not ready needs the permission ${permission}.`, { permission });
    await lockBooks(tx);
    await companyOf(tx);
    const year = found(await readYear(tx, id), 'fiscal year');
    if ((await lockCloseOf(tx, id)) !== null)
      throw new AtlasError('accounting.year_closed', `The fiscal year ${year.name} is closed, or is being closed.`);
    const terms = await postingTerms(tx, [year.endsOn]);
    terms.accountFor('retained_earnings');
    if (overrideReason === null) refuseUnready(await yearChecks(tx, checks, year));
    const closeId = uuidv7();
    const jobId = await requestJob(tx, 'accounting.year_close', yearCloseRequested, { closeId }, closeId);
    await insertClose(tx, { id: closeId, fiscalYearId: id, jobId, overrideReason, currency: terms.currency });
    const close = viewClose(present(await lockClose(tx, closeId), 'the close was just written'));
    tx.record({ subjectId: id, after: close });
    return close;
  });
