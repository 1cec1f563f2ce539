import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const aboutImport = z.object({ importId: schemas.id, bankAccountId: schemas.id });

export const bankAccountCreated = event({
  name: 'treasury.bank_account.created',
  summary: 'A bank account was created',
  payload: z.object({ bankAccountId: schemas.id }),
});
export const bankAccountUpdated = event({
  name: 'treasury.bank_account.updated',
  summary: 'A bank account was changed',
  payload: z.object({ bankAccountId: schemas.id }),
});
export const statementImportRequested = event({
  name: 'treasury.statement_import.requested',
  summary: 'A file of a bank was handed in',
  payload: aboutImport,
});
export const statementImportCompleted = event({
  name: 'treasury.statement_import.completed',
  summary: 'The statements of a file were taken in',
  payload: aboutImport.extend({ statementCount: z.int(), newLineCount: z.int() }),
});
