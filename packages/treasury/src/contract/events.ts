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
export const suggestionsRequested = event({
  name: 'treasury.suggestion.requested',
  summary: 'What movements may be is to be worked out',
  payload: z.object({ runId: schemas.id, bankAccountId: schemas.id }),
});
export const suggestionsCompleted = event({
  name: 'treasury.suggestion.completed',
  summary: 'What movements may be was worked out',
  payload: z.object({ runId: schemas.id, bankAccountId: schemas.id, suggestedCount: z.int(), appliedCount: z.int() }),
});
const aboutMatch = z.object({ matchId: schemas.id, bankAccountId: schemas.id, entryId: schemas.id.nullable() });
export const matchApplied = event({
  name: 'treasury.match.applied',
  summary: 'Movements of a bank were matched',
  payload: aboutMatch,
});
export const matchReversed = event({
  name: 'treasury.match.reversed',
  summary: 'A match was taken back',
  payload: aboutMatch.extend({ reversalId: schemas.id.nullable() }),
});
export const matchingRuleSaved = event({
  name: 'treasury.matching_rule.saved',
  summary: 'A rule about movements was created or changed',
  payload: z.object({ ruleId: schemas.id, bankAccountId: schemas.id }),
});
