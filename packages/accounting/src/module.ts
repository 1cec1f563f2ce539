import { type ClosingCheck, defineModule, type Module, type Reportable } from '@atlas/platform';
import { createAccount } from './accounts/create-account.ts';
import { importAccounts } from './accounts/import-accounts.ts';
import { importOpeningBalances } from './accounts/import-opening-balances.ts';
import { listAccounts } from './accounts/list-accounts.ts';
import { updateAccount } from './accounts/update-account.ts';
import { importBudgetLines } from './budgets/import-lines.ts';
import { budgetOperations } from './budgets/operations.ts';
import { journalDrafts } from './closing/journal-drafts-check.repository.ts';
import { ledgerDiffers } from './closing/ledger-differs.repository.ts';
import { closingOperations } from './closing/operations.ts';
import { getCompany } from './company/get-company.ts';
import { setUpCompany } from './company/set-up-company.ts';
import { budgetApproved } from './contract/budget-events.ts';
import { lockChanged, lockExcepted, yearClosed, yearCloseRequested, yearReopened } from './contract/closing-events.ts';
import { accountingErrors } from './contract/errors.ts';
import {
  companySetUp,
  journalApproved,
  journalPosted,
  journalRejected,
  journalReversed,
  journalSubmitted,
  journalsDue,
  periodLocked,
  periodUnlocked,
  revaluationPosted,
  revaluationUndone,
} from './contract/events.ts';
import { reportFileRequested } from './contract/exports.ts';
import { importExchangeRates } from './currencies/import-exchange-rates.ts';
import { currencyOperations } from './currencies/operations.ts';
import { importDimensionValues } from './dimensions/import-values.ts';
import { dimensionOperations } from './dimensions/operations.ts';
import { draftOperations } from './drafts/operations.ts';
import { exportOperations } from './exports/operations.ts';
import { ledgerReports, reportsByName } from './exports/reports-by-name.ts';
import { closeYearJob } from './jobs/close-year.job.ts';
import { postDueJob } from './jobs/post-due.job.ts';
import { writeReport } from './jobs/write-report.job.ts';
import { getJournal } from './journals/get-journal.ts';
import { importJournals } from './journals/import-journals.ts';
import { journalAttachments } from './journals/journal-attachments.ts';
import { ledgerLinesMeter } from './journals/lines-meter.repository.ts';
import { listJournals } from './journals/list-journals.ts';
import { postJournal } from './journals/post-journal.ts';
import { reverseJournal } from './journals/reverse-journal.ts';
import { lockOperations } from './locks/operations.ts';
import { openItemOperations } from './open-items/operations.ts';
import { listFiscalYears } from './periods/list-fiscal-years.ts';
import { lockPeriod } from './periods/lock-period.ts';
import { openFiscalYear } from './periods/open-fiscal-year.ts';
import { unlockPeriod } from './periods/unlock-period.ts';
import { foldDeltas } from './reports/balances.repository.ts';
import { readBalanceSheet } from './reports/read-balance-sheet.ts';
import { readGeneralLedger } from './reports/read-general-ledger.ts';
import { readJournalReport } from './reports/read-journal-report.ts';
import { readMonthlyResult } from './reports/read-monthly-result.ts';
import { readProfitAndLoss } from './reports/read-profit-and-loss.ts';
import { readStatement } from './reports/read-statement.ts';
import { readTrialBalance } from './reports/read-trial-balance.ts';
import { revaluationOperations } from './revaluation/operations.ts';

type Handed = {
  /** What the other modules count before a period is closed. */
  readonly checks: readonly ClosingCheck[];
  /** What the other modules let be written as files. */
  readonly reports: readonly Reportable[];
};

/** The ledger. What it does for modules that it does not know, the composition root hands over. */
export function accountingOf({ checks, reports }: Handed): Module {
  const byName = reportsByName([...ledgerReports, ...reports]);
  return defineModule('accounting', {
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
      ...lockOperations,
      ...closingOperations([ledgerDiffers, journalDrafts, ...checks]),
      postJournal,
      reverseJournal,
      getJournal,
      listJournals,
      ...draftOperations,
      ...journalAttachments,
      readTrialBalance,
      readProfitAndLoss,
      readBalanceSheet,
      readMonthlyResult,
      readGeneralLedger,
      readStatement,
      readJournalReport,
      ...exportOperations(byName),
      ...dimensionOperations,
      ...budgetOperations,
      ...currencyOperations,
      ...openItemOperations,
      ...revaluationOperations,
    ],
    events: [
      companySetUp,
      budgetApproved,
      journalPosted,
      journalReversed,
      journalSubmitted,
      journalApproved,
      journalRejected,
      journalsDue,
      periodLocked,
      periodUnlocked,
      revaluationPosted,
      revaluationUndone,
      lockChanged,
      lockExcepted,
      yearCloseRequested,
      yearClosed,
      yearReopened,
      reportFileRequested,
    ],
    errors: accountingErrors,
    jobs: [writeReport(byName), postDueJob, closeYearJob],
    importables: [
      importAccounts,
      importOpeningBalances,
      importExchangeRates,
      importDimensionValues,
      importBudgetLines,
      importJournals,
    ],
    reportables: ledgerReports,
    upkeep: [{ name: 'accounting.balance.fold', run: foldDeltas }],
    meters: [ledgerLinesMeter],
  });
}
