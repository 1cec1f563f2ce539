import { postEntries, postingTerms } from '@atlas/accounting';
import { AtlasError, businessDate, present } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { entryOf } from '../assets/asset-entry.ts';
import { runReversed } from '../contract/events.ts';
import { reverseRun as route } from '../contract/runs.ts';
import { markReversed, moveAssets, movedSince } from './posted-rows.repository.ts';
import { endRun, loadRun, postedBy, viewRun } from './runs.repository.ts';

export const reverseRun = command(route, async (tx, { id, ...input }) => {
  const date = businessDate(input.date);
  const [loaded, posting] = await Promise.all([loadRun(tx, id, true), postingTerms(tx, [date])]);
  const run = found(loaded, 'run');
  if (!['completed', 'failed'].includes(run.status) || run.postedMinor === 0n)
    throw new AtlasError('assets.run_not_reversible', 'Only a run that has ended and posted something can be reversed, once.');
  if (date < run.through)
    throw new AtlasError('assets.run_not_reversible', `The run posted through ${run.through}: reverse it on that day or later.`);
  const rows = await postedBy(tx, run.kind, id);
  const moved = run.kind === 'depreciation' ? await movedSince(tx, id) : null;
  if (moved !== null)
    throw new AtlasError('assets.later_postings', `Something else has happened to ${moved} since: take that back first.`);
  const sourceKind = run.kind === 'depreciation' ? ('assets.asset' as const) : ('assets.deferral' as const);
  const entries = rows.map((row) =>
    entryOf(
      {
        date,
        description: `${row.title}: reversal of ${run.kind} through ${row.endsOn}`.slice(0, 200),
        currency: row.currency,
        sourceKind,
        sourceId: row.subjectId,
        reversalOfId: row.entryId,
      },
      [
        { accountId: row.debitAccountId, amountMinor: -row.amountMinor },
        { accountId: row.creditAccountId, amountMinor: row.amountMinor },
      ],
    ),
  );
  const marked = rows.map((row, index) => ({ ...row, entryId: entries[index]?.id ?? '', date }));
  postEntries(tx, posting, entries);
  markReversed(tx, marked);
  if (run.kind === 'depreciation')
    moveAssets(
      tx,
      'reversal',
      marked.map((row) => ({ ...row, amountMinor: -row.amountMinor })),
    );
  await endRun(tx, id, 'reversed');
  tx.emit(runReversed, { runId: id, date });
  const after = viewRun(present(await loadRun(tx, id), 'the run exists'));
  tx.record({ subjectId: id, before: viewRun(run), after });
  return after;
});
