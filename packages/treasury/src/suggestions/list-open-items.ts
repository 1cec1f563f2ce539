import { found, query } from '@atlas/platform';
import { loadBankAccount } from '../accounts/accounts.repository.ts';
import { listLedgerLinesToMatch as ledgerRoute, listOpenItemsToMatch as route } from '../contract/suggestions.ts';
import { ledgerLinesOf, openItemsOf } from './open-items.repository.ts';

export const listOpenItemsToMatch = query(route, async (tx, { id, ...input }) => {
  const { currency } = found(await loadBankAccount(tx, id), 'bank account');
  return { items: await openItemsOf(tx, currency, input) };
});

export const listLedgerLinesToMatch = query(ledgerRoute, async (tx, { id, ...input }) => {
  found(await loadBankAccount(tx, id), 'bank account');
  return { items: await ledgerLinesOf(tx, id, input) };
});
