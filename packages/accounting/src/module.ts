import { defineModule } from '@atlas/platform';
import { createAccount } from './accounts/create-account.ts';
import { importAccounts } from './accounts/import-accounts.ts';
import { listAccounts } from './accounts/list-accounts.ts';
import { updateAccount } from './accounts/update-account.ts';
import { getCompany } from './company/get-company.ts';
import { setUpCompany } from './company/set-up-company.ts';
import { accountingErrors } from './contract/errors.ts';
import { companySetUp, journalPosted, journalReversed, periodLocked, periodUnlocked } from './contract/events.ts';
import { getJournal } from './journals/get-journal.ts';
import { ledgerLinesMeter } from './journals/lines-meter.repository.ts';
import { listJournals } from './journals/list-journals.ts';
import { postJournal } from './journals/post-journal.ts';
import { reverseJournal } from './journals/reverse-journal.ts';
import { listFiscalYears } from './periods/list-fiscal-years.ts';
import { lockPeriod } from './periods/lock-period.ts';
import { openFiscalYear } from './periods/open-fiscal-year.ts';
import { unlockPeriod } from './periods/unlock-period.ts';
import { foldDeltas } from './reports/balances.repository.ts';
import { readBalanceSheet } from './reports/read-balance-sheet.ts';
import { readGeneralLedger } from './reports/read-general-ledger.ts';
import { readMonthlyResult } from './reports/read-monthly-result.ts';
import { readProfitAndLoss } from './reports/read-profit-and-loss.ts';
import { readTrialBalance } from './reports/read-trial-balance.ts';

export const accounting = defineModule('accounting', {
  operations: [
    setUpCompany,
    getCompany,
    createAccount,
    updateAccount,
    listAccounts,
    openFiscalYear,
    listFiscalYears,
    lockPeriod,
    unlockPeriod,
    postJournal,
    reverseJournal,
    getJournal,
    listJournals,
    readTrialBalance,
    readProfitAndLoss,
    readBalanceSheet,
    readMonthlyResult,
    readGeneralLedger,
  ],
  events: [companySetUp, journalPosted, journalReversed, periodLocked, periodUnlocked],
  errors: accountingErrors,
  importables: [importAccounts],
  upkeep: [{ name: 'accounting.balance.fold', run: foldDeltas }],
  meters: [ledgerLinesMeter],
});
