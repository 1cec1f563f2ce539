import { defineModule } from '@atlas/platform';
import { createBankAccount } from './accounts/create-bank-account.ts';
import { previewCsv } from './accounts/preview-csv.ts';
import { getBankAccount, listBankAccounts, readBankBalances } from './accounts/read-bank-accounts.ts';
import { updateBankAccount } from './accounts/update-bank-account.ts';
import { treasuryErrors } from './contract/errors.ts';
import { bankAccountCreated, bankAccountUpdated, statementImportCompleted, statementImportRequested } from './contract/events.ts';
import { importStatementsJob } from './jobs/import-statements.job.ts';
import { beginStatementUpload } from './statements/begin-statement-upload.ts';
import { importStatements } from './statements/import-statements.ts';
import {
  getStatement,
  getStatementImport,
  listStatementImports,
  listStatementLines,
  listStatements,
} from './statements/read-bank-statements.ts';

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
  ],
  events: [bankAccountCreated, bankAccountUpdated, statementImportRequested, statementImportCompleted],
  errors: treasuryErrors,
  jobs: [importStatementsJob],
});
