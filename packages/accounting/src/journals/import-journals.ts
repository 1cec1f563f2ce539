import { isBusinessDate, uuidv7 } from '@atlas/kernel';
import type { Importable, ImportOutcome, ImportRecord, StagedKeys, TenantTx } from '@atlas/platform';
import { lockBooks } from '../company/company.repository.ts';
import { accountsKind } from '../contract/imports.ts';
import { journalLinesKind, journalsKind, journalTableKind } from '../contract/journal-imports.ts';
import { postJournal } from '../contract/journals.ts';
import { approvalAbove } from '../drafts/settings.repository.ts';
import { accountsCalled, journalsByKey, rememberJournals } from './journal-imports.repository.ts';
import { type JournalTerms, journalKey, judgeJournal } from './judge-journal.ts';
import { postEntries, postingTerms } from './posting.ts';

async function termsOf(tx: TenantTx, records: readonly ImportRecord[], staged: StagedKeys | null): Promise<JournalTerms> {
  const dates = records.flatMap(({ values: { date = '' } }) => (isBusinessDate(date) ? [date] : []));
  const called = records.flatMap(({ lines }) => lines.map(({ values }) => values.account ?? ''));
  const [posting, accounts, known, above] = await Promise.all([
    postingTerms(tx, dates),
    accountsCalled(tx, called),
    journalsByKey(tx, records.map(journalKey)),
    approvalAbove(tx),
  ]);
  return { posting, accounts, known, approvalAbove: above, staged };
}

/** Entries of former ledgers, dated as they were, known again by day and number. */
export const importJournals: Importable = {
  kind: journalsKind,
  lines: journalLinesKind,
  table: {
    kind: journalTableKind,
    mentions: ({ reference = '', date = '' }) => ({ document: { reference, date }, others: [] }),
  },
  does: [postJournal.name],
  after: [accountsKind.name],
  check: async (tx, records, staged) => {
    const terms = await termsOf(tx, records, staged);
    return records.map((record): ImportOutcome => {
      const judged = judgeJournal(record, terms);
      return 'outcome' in judged ? judged.outcome : { sequence: record.sequence, status: 'ready' };
    });
  },
  apply: async (tx, records) => {
    // Of two imports of one file the second must see what the first has posted.
    await lockBooks(tx);
    const terms = await termsOf(tx, records, null);
    const judged = records.map((record) => ({ sequence: record.sequence, id: uuidv7(), ...judgeJournal(record, terms) }));
    const fresh = judged.flatMap((each) => ('outcome' in each ? [] : [{ key: each.key, entry: { ...each.entry, id: each.id } }]));
    if (fresh.length > 0) {
      postEntries(
        tx,
        terms.posting,
        fresh.map(({ entry }) => entry),
      );
      rememberJournals(
        tx,
        fresh.map(({ key, entry }) => ({ key, entryId: entry.id })),
      );
    }
    for (const { key, entry } of fresh)
      tx.record({ subjectId: entry.id, after: { key, date: entry.date, lineCount: entry.lines.length } });
    return judged.map(
      (each): ImportOutcome =>
        'outcome' in each ? each.outcome : { sequence: each.sequence, status: 'created', targetId: each.id },
    );
  },
};
