import { AtlasError, businessDate } from '@atlas/kernel';
import type { ImportOutcome, ImportRecord, StagedKeys } from '@atlas/platform';
import { textOrNull } from '@atlas/platform';
import { accountsKind } from '../contract/imports.ts';
import { controlRoles } from '../domain/chart.ts';
import { checkBalanced, type EntryLine } from '../domain/check-entry.ts';
import { needsApproval } from '../domain/draft-state.ts';
import { importedMinor } from '../domain/imported-line.ts';
import type { KnownJournal, NamedAccount } from './journal-imports.repository.ts';
import { worthOf } from './manual-lines.ts';
import type { NewEntry, PostingTerms } from './posting.ts';

/** What is known of what files name. */
export type JournalTerms = {
  readonly posting: PostingTerms;
  readonly accounts: ReadonlyMap<string, NamedAccount>;
  readonly known: ReadonlyMap<string, KnownJournal>;
  readonly approvalAbove: bigint | null;
  /** Set in a dry run: accounts that the same import brings count as existing. */
  readonly staged: StagedKeys | null;
};

export type JudgedJournal = { readonly entry: Omit<NewEntry, 'id'>; readonly key: string } | { readonly outcome: ImportOutcome };

/** An entry is known again by its day and its number: two ledgers may both begin with 1. */
export const journalKey = ({ values: { date = '', reference = '' } }: ImportRecord): string => `${date} ${reference}`;

const stagedId = '00000000-0000-7000-8000-000000000000';

function accountOf(called: string, { accounts, staged }: JournalTerms): string {
  const account = accounts.get(called);
  if (!account && staged?.has(accountsKind.name, called)) return stagedId;
  if (!account) throw new AtlasError('accounting.unknown_account', `There is no account "${called}".`);
  if (account.isGroup || account.archived)
    throw new AtlasError('accounting.account_takes_no_postings', `"${called}" takes no postings.`);
  if (controlRoles.has(account.role ?? ''))
    throw new AtlasError('accounting.control_account', `"${called}" is kept by its documents.`);
  return account.id;
}

function lineOf({ sequence, values }: ImportRecord['lines'][number], terms: JournalTerms): EntryLine {
  try {
    const { currency } = terms.posting;
    const amountMinor = importedMinor(values, currency);
    const accountId = accountOf(values.account ?? '', terms);
    return { accountId, partyId: null, description: textOrNull(values.description), currency, amountMinor };
  } catch (error) {
    throw error instanceof AtlasError ? new AtlasError(error.code, error.message, { line: sequence }) : error;
  }
}

function entryOf(record: ImportRecord, terms: JournalTerms): Omit<NewEntry, 'id'> {
  const date = businessDate(record.values.date ?? '');
  // A line of nothing says nothing: ledgers keep such lines for their balances.
  const lines = record.lines.map((line) => lineOf(line, terms)).filter(({ amountMinor }) => amountMinor !== 0n);
  checkBalanced(lines);
  terms.posting.periodOf(date, 'general');
  if (needsApproval(worthOf(lines), terms.approvalAbove))
    throw new AtlasError('accounting.needs_approval', 'Somebody else has to approve a journal of this amount.');
  const description = lines.find((line) => line.description !== null)?.description ?? `Journal ${record.values.reference}`;
  return { date, description: description.slice(0, 200), sourceKind: 'journal', sourceId: null, lines };
}

/** What becomes of a record: an entry to be posted, or its outcome. */
export function judgeJournal(record: ImportRecord, terms: JournalTerms): JudgedJournal {
  const { sequence } = record;
  const key = journalKey(record);
  try {
    const entry = entryOf(record, terms);
    const known = terms.known.get(key);
    if (!known) return { entry, key };
    if (known.worthMinor === worthOf(entry.lines)) return { outcome: { sequence, status: 'unchanged', targetId: known.entryId } };
    const message = 'An entry of this day and number was imported with another amount. A posted entry is never changed.';
    return { outcome: { sequence, status: 'refused', code: 'accounting.entry_posted', message } };
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    const line = typeof error.details.line === 'number' ? { line: error.details.line } : {};
    return { outcome: { sequence, status: 'refused', code: error.code, message: error.message, ...line } };
  }
}
