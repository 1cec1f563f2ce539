import type * as accounting from '@atlas/accounting/contract';
import type * as payments from '@atlas/payments/contract';
import type * as treasury from '@atlas/treasury/contract';
import { expect } from 'vitest';
import { asAdministrator } from '../database.ts';
import { violations } from '../invariants.ts';
import { operationNamed } from '../operations.ts';
import { minorOf } from './chance.ts';
import type { Company } from './company.ts';

const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');
const readBalanceSheet = operationNamed<typeof accounting.readBalanceSheet>('accounting.report.balance_sheet');
const readReconciliation = operationNamed<typeof treasury.readReconciliation>('treasury.reconciliation.read');
const readAgeing = operationNamed<typeof payments.readAgeing>('payments.report.ageing');

/** Ends of months, and days in the middle of what happens: things are posted, settled and revalued on each of them. */
const days = [
  '2025-01-31',
  '2025-02-14',
  '2025-06-30',
  '2025-09-28',
  '2025-12-31',
  '2026-01-31',
  '2026-05-15',
  '2026-12-28',
  '2027-12-31',
];

/** What the lines of all entries up to a day come to, account by account. */
async function replayed(company: Company, asOf: string): Promise<Record<string, number>> {
  const rows = await asAdministrator<{ account: string; balance: string }>(
    `select account_id as account, sum(amount_minor)::text as balance from journal_lines as line
     join journal_entries as entry on entry.tenant_id = line.tenant_id and entry.id = line.entry_id
     where line.tenant_id = $1 and entry.date <= $2 group by account_id having sum(amount_minor) <> 0`,
    [company.tenantId, asOf],
  );
  return Object.fromEntries(rows.map(({ account, balance }) => [account, Number(balance)]));
}

async function trialBalanceHolds(company: Company, asOf: string): Promise<void> {
  const { rows, totalDebit, totalCredit } = await company.run(readTrialBalance, { asOf });
  expect(totalDebit, `trial balance on ${asOf}`).toEqual(totalCredit);
  const kept = rows.map(({ accountId, debit, credit }) => [accountId, minorOf(debit.amount) - minorOf(credit.amount)] as const);
  const balances = Object.fromEntries(kept.filter(([, balance]) => balance !== 0));
  expect(balances, `lines replayed to ${asOf}`).toEqual(await replayed(company, asOf));
}

async function balanceSheetHolds(company: Company, asOf: string): Promise<void> {
  const { totalAssets, totalLiabilities, totalEquity } = await company.run(readBalanceSheet, { asOf });
  const financed = minorOf(totalLiabilities.amount) + minorOf(totalEquity.amount);
  expect(minorOf(totalAssets.amount), `balance sheet on ${asOf}`).toBe(financed);
}

async function ageingTies(company: Company, asOf: string): Promise<void> {
  for (const ledger of ['receivable', 'payable'] as const) {
    const { value, balance } = await company.run(readAgeing, { ledger, asOf });
    expect(value, `ageing of what is ${ledger} on ${asOf}`).toEqual(balance);
  }
}

/** The ledger, without what it has alone and with what it lacks, is what the bank has moved. */
async function bankTies(company: Company, asOf: string): Promise<void> {
  const id = company.bankAccountId;
  const [moved] = await asAdministrator<{ minor: string }>(
    'select coalesce(sum(amount_minor), 0)::text as minor from bank_statement_lines where bank_account_id = $1 and booked_on <= $2',
    [id, asOf],
  );
  const { expected } = await company.run(readReconciliation, { id, asOf });
  expect(minorOf(expected.amount), `reconciliation of the bank on ${asOf}`).toBe(Number(moved?.minor));
}

/** What holds of any books at any time. */
export async function booksHold(company: Company): Promise<void> {
  expect(await violations()).toEqual({});
  for (const asOf of days) {
    await trialBalanceHolds(company, asOf);
    await balanceSheetHolds(company, asOf);
    await ageingTies(company, asOf);
    await bankTies(company, asOf);
  }
}
