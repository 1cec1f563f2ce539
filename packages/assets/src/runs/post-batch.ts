import { type PostingTerms, postEntries, postingTerms } from '@atlas/accounting';
import { AtlasError, type BusinessDate, laterOf } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { entryOf } from '../assets/asset-entry.ts';
import { markPosted, moveAssets } from './posted-rows.repository.ts';
import { addProgress, type DueRow, nextDue, type RunRow } from './runs.repository.ts';

const batch = 100;

/** The day on which a row is posted: the end of its period, or the day of the run where that period or the area is locked. */
function dayOf(row: DueRow, through: BusinessDate, posting: PostingTerms): BusinessDate {
  const day = laterOf(row.endsOn, row.notBefore);
  try {
    posting.periodOf(day, 'assets');
    return day;
  } catch (error) {
    if (error instanceof AtlasError) return through;
    throw error;
  }
}

/** Posts the next rows that are due, with all that follows from it. Answers how many. @throws AtlasError as `postEntries` */
export async function postBatch(tx: TenantTx, { id, kind, through }: RunRow): Promise<number> {
  const due = await nextDue(tx, kind, through, batch);
  if (due.length === 0) return 0;
  const posting = await postingTerms(tx, [through, ...due.map((row) => laterOf(row.endsOn, row.notBefore))]);
  const sourceKind = kind === 'depreciation' ? ('assets.asset' as const) : ('assets.deferral' as const);
  const entries = due.map((row) =>
    entryOf(
      {
        date: dayOf(row, through, posting),
        description: `${row.title}: ${kind} through ${row.endsOn}`.slice(0, 200),
        currency: row.currency,
        sourceKind,
        sourceId: row.subjectId,
      },
      [
        { accountId: row.debitAccountId, amountMinor: row.amountMinor },
        { accountId: row.creditAccountId, amountMinor: -row.amountMinor },
      ],
    ),
  );
  const marked = due.map((row, index) => ({ ...row, entryId: entries[index]?.id ?? '', date: entries[index]?.date ?? through }));
  postEntries(tx, posting, entries);
  markPosted(tx, id, marked);
  if (kind === 'depreciation') moveAssets(tx, 'depreciation', marked);
  addProgress(
    tx,
    id,
    due.length,
    due.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
  );
  return due.length;
}
