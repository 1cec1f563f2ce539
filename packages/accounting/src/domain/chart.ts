export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense';

/** Accounts that a sub-ledger keeps: entries by hand would make it differ from its documents. */
export const controlRoles: ReadonlySet<string> = new Set(['receivable', 'payable']);

/** Code, name, type, code of the heading above, and the role (`group` marks a heading). */
export type ChartAccount = readonly [code: string, name: string, type: AccountType, parent: string | null, role: string | null];

/** What headings and accounts of both templates are in a cash flow, where their type does not say so. */
export const cashFlowByCode: Readonly<Record<string, 'investing' | 'non_cash' | 'financing'>> = {
  '1500': 'investing',
  '1590': 'non_cash',
  '2700': 'financing',
};

/** Whether a positive (debit) balance is the account's natural side. */
export const isDebitNormal = (type: AccountType): boolean => type === 'asset' || type === 'expense';
