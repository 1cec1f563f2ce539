import { moneyJson } from '@atlas/kernel';
import type { StatementRow } from '../domain/statements.ts';

/** Rows of a statement as the API speaks them. */
export const statementRows = (rows: readonly StatementRow[], currency: string) =>
  rows.map(({ amountMinor, ...account }) => ({ ...account, amount: moneyJson(amountMinor, currency) }));
