import { AtlasError, moneyOf, present, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { entryAccounts } from '../accounts/accounts.repository.ts';
import { journalPosted } from '../contract/events.ts';
import { postJournal as route } from '../contract/journals.ts';
import { controlRoles } from '../domain/chart.ts';
import { checkAccounts } from '../domain/check-entry.ts';
import { loadEntry } from './journals.repository.ts';
import { postEntries, postingTerms } from './posting.ts';

export const postJournal = command(route, async (tx, input) => {
  const [terms, accounts] = await Promise.all([
    postingTerms(tx, [input.date]),
    entryAccounts(
      tx,
      input.lines.map((line) => line.accountId),
    ),
  ]);
  checkAccounts(input.lines, accounts);
  const control = input.lines.find(({ accountId }) => controlRoles.has(accounts.get(accountId)?.role ?? ''));
  if (control) {
    const { code } = present(accounts.get(control.accountId), 'the account was checked');
    throw new AtlasError(
      'accounting.control_account',
      `${code} is kept by its documents. Post an invoice or a credit note instead.`,
    );
  }
  const lines = input.lines.map(({ debit, credit, ...line }) => {
    const { minor } = moneyOf(debit ?? credit ?? '0', terms.currency);
    if (minor < 0n) throw new AtlasError('accounting.invalid_line', 'Amounts are not negative: use the other side.');
    return { ...line, currency: terms.currency, amountMinor: debit === undefined ? -minor : minor };
  });
  const id = uuidv7();
  postEntries(tx, terms, [
    { id, date: input.date, description: input.description, sourceKind: 'journal', sourceId: null, lines },
  ]);
  const { entry } = present(await loadEntry(tx, id), 'the entry was just posted');
  tx.emit(journalPosted, { entryId: id, number: entry.number, date: entry.date });
  return entry;
});
