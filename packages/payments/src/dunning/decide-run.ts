import { postingTerms } from '@atlas/accounting';
import { AtlasError, present } from '@atlas/kernel';
import { command, found, requestJob, sameVersion, type TenantTx } from '@atlas/platform';
import {
  confirmDunningRun as confirmRoute,
  discardDunningRun as discardRoute,
  selectDunningItems as selectRoute,
} from '../contract/dunning-runs.ts';
import { dunningConfirmed } from '../contract/events.ts';
import { saveSelection } from './proposals.repository.ts';
import { beginRun, endRun, loadRun, lockRun, type Orders, touchRun } from './runs.repository.ts';

/** A run that is still to be decided, locked. */
async function undecided(tx: TenantTx, { id, version }: { readonly id: string; readonly version: number }): Promise<Orders> {
  const orders = found(await lockRun(tx, id), 'run');
  sameVersion(orders.version, version);
  if (orders.status !== 'proposed') throw new AtlasError('payments.dunning_run_decided', `The run is ${orders.status} already.`);
  return orders;
}

type Run = NonNullable<Awaited<ReturnType<typeof loadRun>>>;

const changed = async (tx: TenantTx, id: string) => present(await loadRun(tx, id), 'the run was just changed');

export const selectDunningItems = command(selectRoute, async (tx, { selected, items, ...run }) => {
  await undecided(tx, run);
  const known = await saveSelection(tx, run.id, selected, items);
  found(known === items.length ? run : null, 'item in this run');
  await touchRun(tx, run.id);
  const after = await changed(tx, run.id);
  tx.record({ subjectId: run.id, after: { selected, items } });
  return after;
});

/**
 * Has a proposed run carried out in the background.
 *
 * @throws AtlasError `payments.nothing_selected`, and what would refuse the fees
 */
export async function startRun(tx: TenantTx, before: Run): Promise<Run> {
  const { id, asOf } = before;
  const posting = await postingTerms(tx, [asOf]);
  if (before.itemCount === 0) throw new AtlasError('payments.nothing_selected', 'Select what customers are to be reminded of.');
  if (/[1-9]/.test(before.fees.amount)) {
    posting.periodOf(asOf, 'sales');
    posting.accountFor('receivable');
  }
  await beginRun(tx, id, await requestJob(tx, 'payments.dunning_run', dunningConfirmed, { runId: id }, id));
  return changed(tx, id);
}

export const confirmDunningRun = command(confirmRoute, async (tx, run) => {
  await undecided(tx, run);
  const before = await changed(tx, run.id);
  const after = await startRun(tx, before);
  tx.record({ subjectId: run.id, before, after });
  return after;
});

export const discardDunningRun = command(discardRoute, async (tx, run) => {
  await undecided(tx, run);
  await endRun(tx, run.id, 'discarded');
  const after = await changed(tx, run.id);
  tx.record({ subjectId: run.id, after });
  return after;
});
