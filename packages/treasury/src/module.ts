import { defineModule } from '@atlas/platform';
import { createBankAccount } from './accounts/create-bank-account.ts';
import { previewCsv } from './accounts/preview-csv.ts';
import { getBankAccount, listBankAccounts, readBankBalances } from './accounts/read-bank-accounts.ts';
import { updateBankAccount } from './accounts/update-bank-account.ts';
import { treasuryErrors } from './contract/errors.ts';
import {
  bankAccountCreated,
  bankAccountUpdated,
  matchApplied,
  matchingRuleSaved,
  matchReversed,
  statementImportCompleted,
  statementImportRequested,
  suggestionsCompleted,
  suggestionsRequested,
} from './contract/events.ts';
import { importStatementsJob } from './jobs/import-statements.job.ts';
import { suggestMatchesJob } from './jobs/suggest-matches.job.ts';
import { applyMatch } from './matches/apply-match.ts';
import { getMatch } from './matches/get-match.ts';
import { undoMatch } from './matches/undo-match.ts';
import { movementsToMatch } from './reconciliation/movements-to-match.repository.ts';
import { readReconciliation } from './reconciliation/read-reconciliation.ts';
import { createMatchingRule } from './rules/create-matching-rule.ts';
import { listMatchingRules } from './rules/list-matching-rules.ts';
import { updateMatchingRule } from './rules/update-matching-rule.ts';
import { beginStatementUpload } from './statements/begin-statement-upload.ts';
import { importStatements } from './statements/import-statements.ts';
import {
  getStatement,
  getStatementImport,
  listStatementImports,
  listStatementLines,
  listStatements,
} from './statements/read-bank-statements.ts';
import { listLedgerLinesToMatch, listOpenItemsToMatch } from './suggestions/list-open-items.ts';
import { listSuggestionRuns } from './suggestions/list-suggestion-runs.ts';
import { listSuggestions } from './suggestions/list-suggestions.ts';
import { requestSuggestions } from './suggestions/request-suggestions.ts';

export const treasury = defineModule('treasury', {
  operations: [
    createBankAccount,
    updateBankAccount,
    getBankAccount,
    listBankAccounts,
    readBankBalances,
    previewCsv,
    beginStatementUpload,
    importStatements,
    getStatementImport,
    listStatementImports,
    getStatement,
    listStatements,
    listStatementLines,
    requestSuggestions,
    listSuggestionRuns,
    listSuggestions,
    listOpenItemsToMatch,
    listLedgerLinesToMatch,
    applyMatch,
    undoMatch,
    getMatch,
    createMatchingRule,
    updateMatchingRule,
    listMatchingRules,
    readReconciliation,
  ],
  events: [
    bankAccountCreated,
    bankAccountUpdated,
    statementImportRequested,
    statementImportCompleted,
    suggestionsRequested,
    suggestionsCompleted,
    matchApplied,
    matchReversed,
    matchingRuleSaved,
  ],
  errors: treasuryErrors,
  jobs: [importStatementsJob, suggestMatchesJob],
  closing: [movementsToMatch],
});
