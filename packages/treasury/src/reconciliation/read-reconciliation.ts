import { moneyJson } from '@atlas/kernel';
import { found, query } from '@atlas/platform';
import { ledgerAccountLabel, loadBankAccount } from '../accounts/accounts.repository.ts';
import { readReconciliation as route } from '../contract/reconciliation.ts';
import { ledgerBalance, onlyAtBank, onlyInLedger, statedBalance } from './reconciliation.repository.ts';

export const readReconciliation = query(route, async (tx, { id, asOf }) => {
  const account = found(await loadBankAccount(tx, id), 'bank account');
  const money = (minor: bigint) => moneyJson(minor, account.currency);
  const [ledgerAccount, balance, ledger, bank, stated] = await Promise.all([
    ledgerAccountLabel(tx, account.ledgerAccountId),
    ledgerBalance(tx, id, asOf),
    onlyInLedger(tx, id, asOf),
    onlyAtBank(tx, id, asOf),
    statedBalance(tx, id, asOf),
  ]);
  const expected = balance - ledger.minor + bank.minor;
  return {
    bankAccountId: id,
    asOf,
    ledgerAccountId: account.ledgerAccountId,
    ledgerAccount,
    ledgerBalance: money(balance),
    ledgerOnly: money(ledger.minor),
    ledgerOnlyCount: ledger.count,
    ledgerOnlyLines: [...ledger.lines],
    bankOnly: money(bank.minor),
    bankOnlyCount: bank.count,
    bankOnlyLines: [...bank.lines],
    expected: money(expected),
    statementBalance: stated && money(stated.minor),
    statementOn: stated?.on ?? null,
    difference: stated && money(stated.minor - expected),
  };
});
