import { found, query, type TenantTx } from '@atlas/platform';
import { loadBankAccount } from '../accounts/accounts.repository.ts';
import { getStatementImport as importRoute, listStatementImports as importsRoute } from '../contract/statement-imports.ts';
import {
  getStatement as getRoute,
  listStatementLines as linesRoute,
  listStatements as listRoute,
} from '../contract/statements.ts';
import { loadStatementImport, pageOfStatementImports } from './imports.repository.ts';
import { pageOfLines } from './lines.repository.ts';
import { loadStatement, pageOfStatements } from './statements.repository.ts';

const accountOf = async (tx: TenantTx, id: string) => found(await loadBankAccount(tx, id), 'bank account');

export const getStatementImport = query(importRoute, async (tx, { id }) => found(await loadStatementImport(tx, id), 'import'));

export const listStatementImports = query(importsRoute, async (tx, input) => {
  await accountOf(tx, input.id);
  return pageOfStatementImports(tx, input);
});

export const getStatement = query(getRoute, async (tx, { id }) => found(await loadStatement(tx, id), 'statement'));

export const listStatements = query(listRoute, async (tx, input) => {
  await accountOf(tx, input.id);
  return pageOfStatements(tx, input);
});

export const listStatementLines = query(linesRoute, async (tx, input) =>
  pageOfLines(tx, (await accountOf(tx, input.id)).currency, input),
);
