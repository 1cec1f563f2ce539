export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense';

/** Accounts that a sub-ledger keeps: entries by hand would make it differ from its documents. */
export const controlRoles: ReadonlySet<string> = new Set(['receivable']);

/** Code, name, type, code of the heading above, and the role (`group` marks a heading). */
export type ChartAccount = readonly [code: string, name: string, type: AccountType, parent: string | null, role: string | null];

/** Whether a positive (debit) balance is the account's natural side. */
export const isDebitNormal = (type: AccountType): boolean => type === 'asset' || type === 'expense';
